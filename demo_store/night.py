"""What a night brings: money for what arrived, parcels at their doors, stars, new orders."""

import random
from dataclasses import replace

from demo_store import market, reviews, talk, troubles
from demo_store.catalogue import Catalogue
from demo_store.events import DayEnded, OrderDelivered, OrderPaidOut, StoreEvent
from demo_store.money import rounded_down
from demo_store.store import Order, OrderState, Store


def end_day(catalogue: Catalogue, store: Store, rng: random.Random) -> tuple[StoreEvent, ...]:
    """Everything up to the next morning, in the order in which it happens."""
    morning = replace(store, day=store.day + 1)
    return (
        DayEnded(morning.day),
        *(paid_out(catalogue, order, morning.day) for order in _delivered(morning)),
        *(event for order in _due(morning) for event in delivered(catalogue, morning, order)),
        *talk.overnight(catalogue, morning, rng),
        *troubles.overnight(catalogue, morning, rng),
        *market.visits(catalogue, morning, rng),
    )


def delivered(catalogue: Catalogue, store: Store, order: Order) -> tuple[StoreEvent, StoreEvent]:
    """The parcel reaches the customer on the store's day, and she says what she thinks."""
    return OrderDelivered(order.id, store.day), reviews.written(catalogue, store, order)


def paid_out(catalogue: Catalogue, order: Order, day: int) -> OrderPaidOut:
    """What is left of the customer's money; the four parts make exactly what she paid.

    Broken units are paid back and bear no fee. Freight takes no more than there is: the service
    centre bears the rest, so that a payout is never below zero and can be laid in notes.
    """
    refund = min(order.total_fen, order.refund_fen + order.broken * order.price_fen)
    kept = order.total_fen - refund
    fee = rounded_down(kept * catalogue.market.fee_percent // 100)
    freight = min(order.freight_fen, kept - fee)
    return OrderPaidOut(
        order=order.id,
        customer_paid_fen=order.total_fen,
        fee_fen=fee,
        freight_fen=freight,
        refund_fen=refund,
        payout_fen=kept - fee - freight,
        day=day,
    )


def _delivered(store: Store) -> list[Order]:
    return [order for order in store.orders if order.state is OrderState.DELIVERED]


def _due(store: Store) -> list[Order]:
    return [
        order
        for order in store.orders
        if order.state is OrderState.SHIPPED and (order.arrives_day or 0) <= store.day
    ]
