"""How long customers wait: for a yes until the order's day, for a promise some days more."""

from collections.abc import Iterator

from demo_store.events import OrderLapsed
from demo_store.selling.beginner import is_beginner
from demo_store.selling.next_step import STEP_AFTER
from demo_store.store import Order, OrderState, Store
from demo_store.world.catalogue import Catalogue


def lapsed(catalogue: Catalogue, store: Store) -> Iterator[OrderLapsed]:
    """The orders whose customers do not wait any longer this morning.

    A beginner's customers wait for ever: who still learns the steps must find her order again,
    however many days she let pass.
    """
    if is_beginner(catalogue, store):
        return
    for order in store.open_orders:
        if order.state in STEP_AFTER and store.day > last_day(catalogue, order):
            yield OrderLapsed(order.id, store.day, order.quantity if _is_collected(order) else 0)


def last_day(catalogue: Catalogue, order: Order) -> int:
    """The last day on which the customer still waits for an order that was not sent."""
    more = 0 if order.state is OrderState.PLACED else catalogue.market.waits_after_days
    return order.due_day + more


def _is_collected(order: Order) -> bool:
    return order.state not in (OrderState.PLACED, OrderState.ACCEPTED)
