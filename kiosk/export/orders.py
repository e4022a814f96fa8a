"""One row for each order of a learner's own store, from the day it came to the day it was over."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Final

from demo_store.events import (
    OrderAccepted,
    OrderDeclined,
    OrderDelivered,
    OrderLapsed,
    OrderLost,
    OrderPaidOut,
    OrderPlaced,
    OrderReturned,
    OrderShipped,
    ProductAdded,
    ReviewWritten,
)
from kiosk.export.case import Case, Wanted
from kiosk.export.columns import WHO, Column, who
from kiosk.progress.cells import Cell, in_yuan

COLUMNS: Final = (
    *WHO,
    Column("order", "the order's id within her store"),
    Column("at", "when it came", "ISO 8601, UTC"),
    Column("product", "what was ordered", "", "kinds of products, such as nang"),
    Column("quantity", "how many", "units"),
    Column("price_yuan", "what one costs the customer", "yuan"),
    Column("customer", "the simulated customer's role"),
    Column("city", "where the simulated customer lives"),
    Column("placed_day", "the day of her store on which it came", "days from 1"),
    Column("due_day", "the last day on which it is sent in time", "days from 1"),
    Column(
        "state",
        "how far it came",
        "",
        "placed, accepted, shipped, delivered, paid, declined, lapsed, lost, returned",
    ),
    Column("shipped_day", "the day on which she handed it to a carrier", "days from 1"),
    Column("on_time", "whether that was in time; empty: not sent", "", "0 no, 1 yes"),
    Column("carrier", "who carried it", "", "carriers of the store"),
    Column("delivered_day", "the day on which the customer had it", "days from 1"),
    Column("stars", "the customer's stars; empty: none", "1 to 5"),
    Column("reasons", "why so many, as codes; parted by spaces"),
    Column("paid_day", "the day on which the money came", "days from 1"),
    Column("customer_paid_yuan", "what the customer paid", "yuan"),
    Column("fee_yuan", "of it the platform's fee", "yuan"),
    Column("freight_yuan", "of it the freight", "yuan"),
    Column("refund_yuan", "of it what went back", "yuan"),
    Column("payout_yuan", "what came to her; below zero: she paid", "yuan"),
)


@dataclass(slots=True)
class _Order:
    """The columns behind WHO, filled as it goes on."""

    order: str
    at: str
    product: str
    quantity: int
    price: Cell
    customer: str
    city: str
    placed_day: int
    due_day: int
    state: str = "placed"
    shipped_day: int | None = None
    on_time: int | None = None
    carrier: str = ""
    delivered_day: int | None = None
    stars: int | None = None
    reasons: str = ""
    paid_day: int | None = None
    customer_paid: Cell = None
    fee: Cell = None
    freight: Cell = None
    refund: Cell = None
    payout: Cell = None


_FIELDS: Final = tuple(each.name for each in fields(_Order))
_Left = OrderAccepted | OrderDeclined | OrderLapsed | OrderLost | OrderReturned
_Later = _Left | OrderShipped | OrderDelivered | OrderPaidOut | ReviewWritten
_STATES: Final[dict[type[_Left], str]] = {
    OrderAccepted: "accepted",
    OrderDeclined: "declined",
    OrderLapsed: "lapsed",
    OrderLost: "lost",
    OrderReturned: "returned",
}


def rows(case: Case, wanted: Wanted) -> Iterator[tuple[Cell, ...]]:
    """Hers; the store of another card of hers is not her store."""
    kinds: dict[str, str] = {}
    orders: dict[str, _Order] = {}
    for envelope, event in case.own:
        if isinstance(event, OrderPlaced):
            orders[event.order] = _placed(event, envelope.at, kinds)
        elif isinstance(event, ProductAdded):
            kinds[event.product] = event.kind
        elif isinstance(event, _Later) and event.order in orders:
            _go_on(orders[event.order], event)
    for order in orders.values():
        if order.at >= wanted.since_at:
            yield (*who(case), *(getattr(order, name) for name in _FIELDS))


def _placed(event: OrderPlaced, at: str, kinds: dict[str, str]) -> _Order:
    return _Order(
        order=event.order,
        at=at,
        product=kinds.get(event.product, ""),
        quantity=event.quantity,
        price=in_yuan(event.price_fen),
        customer=event.customer,
        city=event.city,
        placed_day=event.day,
        due_day=event.due_day,
    )


def _go_on(order: _Order, event: _Later) -> None:
    match event:
        case OrderShipped(carrier=carrier, day=day):
            order.state, order.carrier, order.shipped_day = "shipped", carrier, day
            order.on_time = int(day <= order.due_day)
        case OrderDelivered(day=day):
            order.state, order.delivered_day = "delivered", day
        case ReviewWritten(stars=stars, reasons=reasons):
            order.stars, order.reasons = stars, " ".join(reasons)
        case OrderPaidOut():
            _pay(order, event)
        case _:
            order.state = _STATES[type(event)]


def _pay(order: _Order, event: OrderPaidOut) -> None:
    order.state, order.paid_day = "paid", event.day
    order.customer_paid = in_yuan(event.customer_paid_fen)
    order.fee, order.freight = in_yuan(event.fee_fen), in_yuan(event.freight_fen)
    order.refund, order.payout = in_yuan(event.refund_fen), in_yuan(event.payout_fen)
