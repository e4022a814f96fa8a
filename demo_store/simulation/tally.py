"""Adds up the events of a run as they come, and keeps none of them.

Customers' money is followed from the order to where it ends; it does not ask the engine's own sums,
so that one is a check of the other.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from demo_store.events import (
    DayEnded,
    MessageAnswered,
    MessageCame,
    MessageLapsed,
    OrderDeclined,
    OrderDelivered,
    OrderLapsed,
    OrderLost,
    OrderPacked,
    OrderPaidOut,
    OrderPlaced,
    OrderReturned,
    OrderShipped,
    ProductAdded,
    Refunded,
    ReviewWritten,
    StockMade,
    TroubleEnded,
)
from demo_store.village.events import FamiliesSettled, FamilyJoined, FamilyStocked, VillageEvent

MONTHS_IN_YEAR: Final = 12
YEAR_DAYS: Final = 365

_ENCODE: Final = msgspec.json.Encoder().encode


def month_of(day: int) -> int:
    """The month of the run, from 0; twelve of nearly the same length make a year."""
    return (day - 1) * MONTHS_IN_YEAR // YEAR_DAYS


@dataclass(slots=True)
class _Open:
    """An order whose money has not all found its place."""

    kind: str
    quantity: int
    total_fen: int
    due_day: int
    held_fen: int
    refunded_fen: int = 0
    stars: int | None = None
    stale: int = 0
    shipped: bool = False
    delivered: bool = False


@dataclass(slots=True)
class Sums:
    """What can be said of one group of sellers."""

    units: Counter[str] = field(default_factory=Counter)
    """Handed over and not lost or brought back, by kind."""
    sales_fen: Counter[str] = field(default_factory=Counter)
    """What customers paid, by kind."""
    income_fen: int = 0


class Tally:
    """One run's sums; amounts in fen, ``broken``, ``stale`` and ``lost`` in units."""

    def __init__(self, days: int) -> None:
        self._months = month_of(days) + 1
        self._hash = hashlib.sha256()
        self.events = 0
        self.orders = 0
        self.customers_paid_fen = 0
        self.fees_fen = 0
        self.freight_fen = 0
        self.packaging_fen = 0
        self.making_cost_fen = 0
        self.refunds_fen = 0
        self.payout_fen = 0
        self.held_fen = 0
        self.in_time = self.sent_or_late = 0
        self.replied = self.asked = 0
        self.stars = self.reviews = 0
        self.broken = self.stale = self.lost = 0
        self.groups: dict[str, Sums] = defaultdict(Sums)
        self.income_fen_per_month: dict[str, list[int]] = {}

    def begin(self, group: str, store: str, together: bool = False) -> None:
        """The next events are of this store; ``together``: of many families, paid one by one."""
        self._store, self._together, self._day = store, together, 1
        self._sums = self.groups[group]
        self._kinds: dict[str, str] = {}
        self._families: dict[str, str] = {}
        self._orders: dict[str, _Open] = {}
        self._messages: dict[str, int] = {}
        self._tag = f"{store} ".encode()
        self._earned(store, 0)

    def end(self) -> None:
        """The store's run is over: what should have been sent by now is late."""
        self.sent_or_late += sum(
            not order.shipped and not order.delivered and order.due_day < self._day
            for order in self._orders.values()
        )

    def take(self, event: VillageEvent) -> None:
        """The next event."""
        name = type(event)
        self._hash.update(self._tag + name.__name__.encode() + _ENCODE(event) + b"\n")
        self.events += 1
        handler = _HANDLERS.get(name)
        if handler is not None:
            handler(self, event)

    @property
    def events_sha256(self) -> str:
        """Of a line for each event: store, name and fields."""
        return self._hash.hexdigest()

    @property
    def balanced(self) -> bool:
        """Whether all money of the customers is where it should be."""
        gone = self.fees_fen + self.freight_fen + self.refunds_fen + self.payout_fen
        return self.customers_paid_fen == gone + self.held_fen

    def open_held_fen(self) -> int:
        """What is held for the orders of this store."""
        return sum(order.held_fen for order in self._orders.values())

    def _earned(self, seller: str, fen: int) -> None:
        months = self.income_fen_per_month.setdefault(seller, [0] * self._months)
        months[min(month_of(self._day), self._months - 1)] += fen
        self._sums.income_fen += fen

    def _day_ended(self, event: DayEnded) -> None:
        self._day = event.day

    def _added(self, event: ProductAdded) -> None:
        self._kinds[event.product] = event.kind

    def _made(self, event: StockMade) -> None:
        self.making_cost_fen += event.cost_fen
        if not self._together:
            self._earned(self._store, -event.cost_fen)

    def _joined(self, event: FamilyJoined) -> None:
        self._families[event.family] = f"{self._store}.{event.role}-{event.number}"
        self._earned(self._families[event.family], 0)

    def _stocked(self, event: FamilyStocked) -> None:
        self._earned(self._families[event.units.family], -event.cost_fen)

    def _settled(self, event: FamiliesSettled) -> None:
        self._earned(self._store, event.centre_fen)
        for family, fen in event.parts:
            self._earned(self._families[family], fen)

    def _packed(self, event: OrderPacked) -> None:
        self.packaging_fen += event.cost_fen
        self._earned(self._store, -event.cost_fen)

    def _placed(self, event: OrderPlaced) -> None:
        fen = event.quantity * event.price_fen
        kind = self._kinds[event.product]
        self._orders[event.order] = _Open(kind, event.quantity, fen, event.due_day, fen)
        self.orders += 1
        self.customers_paid_fen += fen
        self.held_fen += fen
        self._sums.sales_fen[kind] += fen

    def _declined(self, event: OrderDeclined) -> None:
        self._give_back(event.order)
        del self._orders[event.order]

    def _lapsed_order(self, event: OrderLapsed) -> None:
        self.sent_or_late += 1
        self._give_back(event.order)
        del self._orders[event.order]

    def _shipped(self, event: OrderShipped) -> None:
        order = self._orders[event.order]
        order.shipped = True
        self.sent_or_late += 1
        self.in_time += event.day <= order.due_day
        self.broken += event.broken
        self._sums.units[order.kind] += order.quantity

    def _delivered(self, event: OrderDelivered) -> None:
        order = self._orders[event.order]
        order.delivered = True
        if not order.shipped:  # from hand to hand
            self._sums.units[order.kind] += order.quantity

    def _reviewed(self, event: ReviewWritten) -> None:
        order = self._orders[event.order]
        self.reviews += order.stars is None
        self.stars += event.stars - (order.stars or 0)  # a later one takes the place of the first
        self.stale += event.stale - order.stale
        order.stars, order.stale = event.stars, event.stale

    def _was_lost(self, event: OrderLost) -> None:
        order = self._orders[event.order]
        self.lost += order.quantity
        self._sums.units[order.kind] -= order.quantity
        self._give_back(event.order)
        del self._orders[event.order]

    def _returned(self, event: OrderReturned) -> None:
        order = self._orders[event.order]
        self._sums.units[order.kind] -= order.quantity

    def _refunded(self, event: Refunded) -> None:
        order = self._orders[event.order]
        from_held = min(event.fen, order.held_fen)
        order.held_fen -= from_held
        order.refunded_fen += event.fen
        self.held_fen -= from_held
        self.refunds_fen += event.fen
        back = event.fen - from_held
        self.payout_fen -= back
        if not self._together:
            self._earned(self._store, -back)

    def _paid_out(self, event: OrderPaidOut) -> None:
        order = self._orders[event.order]
        self.fees_fen += event.fee_fen
        self.freight_fen += event.freight_fen
        self.refunds_fen += event.refund_fen - order.refunded_fen
        self.payout_fen += event.payout_fen
        self.held_fen -= order.held_fen
        order.held_fen, order.refunded_fen = 0, event.refund_fen
        if not self._together:
            self._earned(self._store, event.payout_fen)

    def _give_back(self, order_id: str) -> None:
        order = self._orders[order_id]
        self.refunds_fen += order.held_fen
        self.held_fen -= order.held_fen
        self._sums.sales_fen[order.kind] -= order.total_fen

    def _asked(self, event: MessageCame) -> None:
        self._messages[event.message] = event.due_day

    def _answered(self, event: MessageAnswered) -> None:
        due = self._messages.pop(event.message, None)
        if due is not None:
            self.asked += 1
            self.replied += event.day <= due

    def _lapsed(self, event: MessageLapsed) -> None:
        if self._messages.pop(event.message, None) is not None:
            self.asked += 1

    def _trouble(self, event: TroubleEnded) -> None:
        if event.lost_fen:
            self._earned(self._store, -event.lost_fen)


_HANDLERS: Final[dict[type, Callable[[Tally, Any], None]]] = {
    DayEnded: Tally._day_ended,
    ProductAdded: Tally._added,
    StockMade: Tally._made,
    FamilyJoined: Tally._joined,
    FamilyStocked: Tally._stocked,
    FamiliesSettled: Tally._settled,
    OrderPacked: Tally._packed,
    OrderPlaced: Tally._placed,
    OrderDeclined: Tally._declined,
    OrderLapsed: Tally._lapsed_order,
    OrderShipped: Tally._shipped,
    OrderDelivered: Tally._delivered,
    ReviewWritten: Tally._reviewed,
    OrderLost: Tally._was_lost,
    OrderReturned: Tally._returned,
    Refunded: Tally._refunded,
    OrderPaidOut: Tally._paid_out,
    MessageCame: Tally._asked,
    MessageAnswered: Tally._answered,
    MessageLapsed: Tally._lapsed,
    TroubleEnded: Tally._trouble,
}
