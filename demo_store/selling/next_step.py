"""What to do next with an order or a product: where the coaching hand points."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from demo_store.commands import (
    AcceptOrder,
    CheckOrder,
    CollectOrder,
    LabelOrder,
    PackOrder,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.store import Order, OrderState, Product, Store

STEP_AFTER: Final[Mapping[OrderState, str]] = MappingProxyType(
    {
        OrderState.PLACED: "accept",
        OrderState.ACCEPTED: "collect",
        OrderState.COLLECTED: "check",
        OrderState.CHECKED: "stamp",
        OrderState.STAMPED: "pack",
        OrderState.PACKED: "label",
        OrderState.LABELLED: "ship",
    }
)
"""The one thing to do with an order in each state that waits for the learner."""


def until_sent(order: Order, packaging: str, carrier: str) -> tuple[StoreCommand, ...]:
    """What is left to do with an order that waits, until its parcel is on its way."""
    whole: tuple[StoreCommand, ...] = (
        AcceptOrder(order.id),
        CollectOrder(order.id),
        CheckOrder(order.id),
        StampOrder(order.id),
        PackOrder(order.id, packaging),
        LabelOrder(order.id),
        ShipOrder(order.id, carrier),
    )
    return whole[tuple(STEP_AFTER).index(order.state) :]


def waiting_orders(store: Store) -> tuple[Order, ...]:
    """The orders with which she has something to do; not those whose parcel is on its way."""
    return tuple(order for order in store.open_orders if order.state in STEP_AFTER)


def days_late(store: Store, order: Order) -> int:
    """For how many days its parcel should have been on its way; 0 where it is in time or sent."""
    return max(0, store.day - order.due_day) if order.state in STEP_AFTER else 0


def next_step(store: Store, order: Order) -> str | None:
    """accept, make, collect, check, stamp, pack, label, ship or wait; None once it is over.

    ``make`` comes before ``collect`` where the stock is too small for the order.
    """
    if order.state in (OrderState.SHIPPED, OrderState.DELIVERED):
        return "wait"
    step = STEP_AFTER.get(order.state)
    product = store.product(order.product)
    if step == "collect" and product is not None and product.stock < order.quantity:
        return "make"
    return step


def setup_step(product: Product) -> str | None:
    """photo, name, made, price or publish: what the listing lacks first; None when it sells."""
    if not product.photo:
        return "photo"
    if not product.name_said:
        return "name"
    if product.stock < 1:
        return "made"
    if product.price_fen is None:
        return "price"
    return None if product.published else "publish"
