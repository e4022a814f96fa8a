"""What a night brings: the world, money for what arrived, parcels at their doors, stars, orders."""

import random
from collections.abc import Iterable

from demo_store.buyers import market, reviews
from demo_store.conversation import talk, troubles
from demo_store.days import incidents, patience
from demo_store.days.sky import Overnight, overnight
from demo_store.events import (
    DayEnded,
    OrderDelivered,
    OrderLost,
    OrderPaidOut,
    StoreEvent,
)
from demo_store.evolution import apply
from demo_store.finance import loans
from demo_store.finance.money import rounded_down
from demo_store.store import Order, OrderState, Store
from demo_store.world.catalogue import Catalogue


def end_day(
    catalogue: Catalogue,
    store: Store,
    rng: random.Random,
    tonight: Overnight | None = None,
) -> tuple[StoreEvent, ...]:
    """Everything up to the next morning, in the order in which it happens.

    ``tonight`` is what the whole village has in common, as `sky.overnight` gives it; without it
    the store's own chance decides.
    """
    return passed(catalogue, store, rng, tonight)[0]


def passed(
    catalogue: Catalogue,
    store: Store,
    rng: random.Random,
    tonight: Overnight | None = None,
) -> tuple[tuple[StoreEvent, ...], Store]:
    """As `end_day`, with the store in the morning, for whom folding it again would be too slow."""
    night = _Night(catalogue, store)
    was_dark = incidents.is_on(catalogue, "no-power", store.incidents)
    if tonight is None:
        tonight = overnight(catalogue, store.day + 1, store.incidents, rng)
    night.happen(DayEnded(store.day + 1, tonight.weather), *tonight.happened)
    for delay in incidents.delays(catalogue, night.store):
        night.happen(delay)
    for order in _in_state(night.store, OrderState.DELIVERED):
        night.happen(paid_out(catalogue, order, night.store.day))
    if (loan := night.store.purse.loan) is not None:
        night.happen(*loans.due(night.store, loan))
    for order in _in_state(night.store, OrderState.SHIPPED):
        if (order.arrives_day or 0) <= night.store.day:
            night.happen(*arrived(catalogue, night.store, order))
    for lapsed in patience.lapsed(catalogue, night.store):
        night.happen(lapsed)
    # without power nothing reaches the store; those who wanted to buy come the night after
    if not incidents.is_on(catalogue, "no-power", night.store.incidents):
        night.happen(*talk.overnight(catalogue, night.store, rng))
        night.happen(*troubles.overnight(catalogue, night.store, rng))
        night.happen(*market.visits(catalogue, night.store, rng, days=1 + was_dark))
    return tuple(night.events), night.store


def arrived(catalogue: Catalogue, store: Store, order: Order) -> tuple[StoreEvent, ...]:
    """The day on which the parcel should arrive: it does, or the carrier owns up to its loss."""
    if order.lost:
        return (OrderLost(order.id, store.day),)
    return delivered(catalogue, store, order)


def delivered(catalogue: Catalogue, store: Store, order: Order) -> tuple[StoreEvent, StoreEvent]:
    """The parcel reaches the customer on the store's day, and she says what she thinks."""
    return OrderDelivered(order.id, store.day), reviews.written(catalogue, store, order)


def paid_out(catalogue: Catalogue, order: Order, day: int) -> OrderPaidOut:
    """What is left of the customer's money; the four parts make exactly what she paid.

    Broken units are paid back and bear no fee. The carrier is paid in full: where that is more than
    is left, the payout is below zero, and the seller pays it.
    """
    refund = min(order.total_fen, order.refund_fen + order.broken * order.price_fen)
    kept = order.total_fen - refund
    fee = rounded_down(kept * catalogue.market.fee_percent // 100)
    freight = order.freight_fen
    return OrderPaidOut(
        order=order.id,
        customer_paid_fen=order.total_fen,
        fee_fen=fee,
        freight_fen=freight,
        refund_fen=refund,
        payout_fen=kept - fee - freight,
        day=day,
    )


class _Night:
    """The store as the night changes it, so that what comes later sees what came before."""

    def __init__(self, catalogue: Catalogue, store: Store) -> None:
        self.events: list[StoreEvent] = []
        self.store = store
        self._catalogue = catalogue

    def happen(self, *events: StoreEvent) -> None:
        for event in events:
            self.store = apply(self._catalogue, self.store, event)
            self.events.append(event)


def _in_state(store: Store, state: OrderState) -> Iterable[Order]:
    return [order for order in store.open_orders if order.state is state]
