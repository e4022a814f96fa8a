"""What follows when she and a customer agree: an order, money back, a changed review."""

import random

from demo_store.buyers.demand import price_share
from demo_store.events import OrderPlaced, Refunded
from demo_store.selling.shelf import available
from demo_store.store import OVER, Order, OrderState, Product, Store
from demo_store.world.catalogue import Catalogue

_PAYS_BACK_BROKEN = (OrderState.SHIPPED, OrderState.DELIVERED)
"""States in which the platform will pay back the broken units by itself."""


def bought(
    catalogue: Catalogue,
    store: Store,
    product: Product,
    customer: str,
    quantity: int,
    price_fen: int,
    within_days: int | None = None,
) -> tuple[OrderPlaced, ...]:
    """The order of a customer; none where there is nothing to order, or nobody pays so much.

    ``within_days`` is when it must be sent, by default what the market asks.
    """
    if quantity < 1 or price_fen < 1:
        return ()
    if price_share(catalogue.market.wishes, catalogue.kind(product.kind), price_fen) <= 0:
        return ()
    days = catalogue.market.send_within_days if within_days is None else within_days
    return (
        OrderPlaced(
            order=f"o{len(store.orders) + 1}",
            product=product.id,
            quantity=quantity,
            price_fen=price_fen,
            city=catalogue.customer(customer).city,
            customer=customer,
            day=store.day,
            due_day=store.day + days,
        ),
    )


def usual_quantity(catalogue: Catalogue, store: Store, product: Product, rng: random.Random) -> int:
    """How many units a customer takes of what is there; 0 where nothing is."""
    usual = catalogue.kind(product.kind).order_units
    most = max(0, available(store, product))
    return rng.randint(min(usual.low, most), min(usual.high, most))


def paid_back(order: Order, fen: int, day: int) -> tuple[Refunded, ...]:
    """So much more of the order is paid back that the customer has ``fen`` of it in all.

    Nothing follows where she has or surely gets as much: the platform pays back broken units by
    itself. Once the money was paid out, no more is taken than she was paid.
    """
    more = min(fen - comes_back_fen(order), _in_reach_fen(order))
    return (Refunded(order.id, more, day),) if more > 0 else ()


def comes_back_fen(order: Order) -> int:
    """What the customer has back or will get without anybody's doing."""
    broken = order.broken * order.price_fen if order.state in _PAYS_BACK_BROKEN else 0
    return min(order.total_fen, order.refund_fen + broken)


def _in_reach_fen(order: Order) -> int:
    if order.state is OrderState.PAID:
        return max(0, order.payout_fen)
    return 0 if order.state in OVER else order.total_fen - comes_back_fen(order)
