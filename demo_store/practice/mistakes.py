"""What went wrong in a store, by the names that skills call it: a pure fold over its events."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from demo_store.events import (
    MessageAnswered,
    MessageLapsed,
    OrderAccepted,
    OrderCollected,
    OrderDelivered,
    OrderLapsed,
    OrderPacked,
    OrderPaidOut,
    OrderPlaced,
    OrderShipped,
    PeopleLooked,
    ReviewWritten,
    StockMade,
    StoreEvent,
    TroubleCame,
    TroubleEnded,
)

Mistake = Literal[
    "broke",
    "stale",
    "late",
    "lost-money",
    "unanswered",
    "code-told",
    "sent-unpaid",
    "paid-a-cheat",
    "unfair",
    "bad-way",
    "lapsed",
    "too-dear",
    "dark-photo",
    "short",
    "untrue",
    "not-as-shown",
]
"""A parcel broke, goods came stale or were sent late, an order brought less than it cost, a message
lapsed, the bank's code was told, goods were sent unpaid, money went to a cheat, a buyer was treated
unfairly, another trouble ended badly, an order lapsed without a yes, people went away because of
the price or of the photo, more was promised than there was, an answer was not true, goods were not
as they were shown."""

MISTAKES: Final[tuple[str, ...]] = get_args(Mistake)
"""Every name that a skill may use."""

_WENT_AWAY: Final[dict[str, Mistake]] = {"too-dear": "too-dear", "no-photo": "dark-photo"}
_BAD_WAYS: Final[dict[str, Mistake]] = {
    "code-call": "code-told",
    "false-payment": "sent-unpaid",
    "refund-link": "paid-a-cheat",
    "first-place-fee": "paid-a-cheat",
    "all-broke": "unfair",
    "sent-back": "unfair",
}
"""What it means that a trouble ended badly; of any other it is a ``bad-way``."""
_NO_REASON: Final = "just-looking"
_ENOUGH_PEOPLE: Final = 2
"""One who goes away shows nothing yet."""


@dataclass(slots=True)
class _Seen:
    """What is remembered of orders, troubles and what making things cost, from event to event."""

    placed: dict[str, OrderPlaced] = field(default_factory=dict)
    shipped: dict[str, OrderShipped] = field(default_factory=dict)
    packed_fen: dict[str, int] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)
    accepted: set[str] = field(default_factory=set)
    collected: set[str] = field(default_factory=set)
    made: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Units made so far and what they cost in fen, by product."""

    def cost_fen(self, order: str) -> float:
        """What the goods and the packaging of an order cost her."""
        placed = self.placed.get(order)
        units, fen = self.made.get(placed.product, (0, 0)) if placed else (0, 0)
        goods = placed.quantity * fen / units if placed and units else 0.0
        return goods + self.packed_fen.get(order, 0)


def mistakes(events: Sequence[StoreEvent]) -> tuple[tuple[Mistake, int], ...]:
    """Every mistake and how many events had happened with it, oldest first."""
    seen = _Seen()
    return tuple(
        (name, count)
        for count, event in enumerate(events, start=1)
        for name in _mistakes_in(seen, event)
    )


def unmended(
    found: Iterable[tuple[Mistake, int]], names: Iterable[str], mended_after: int
) -> int | None:
    """When the latest of these mistakes happened; None where none is newer than the mending."""
    wanted = set(names)
    return max((at for name, at in found if name in wanted and at > mended_after), default=None)


def _mistakes_in(seen: _Seen, event: StoreEvent) -> Iterator[Mistake]:
    _remember(seen, event)
    match event:
        case MessageLapsed():
            yield "unanswered"
        case MessageAnswered(good=False):
            yield "untrue"
        case TroubleEnded(id=trouble, good=False):
            yield _BAD_WAYS.get(seen.troubles.get(trouble, ""), "bad-way")
        case PeopleLooked():
            yield from _why_they_went(event)
        case _:
            yield from _mistakes_with_order(seen, event)


def _remember(seen: _Seen, event: StoreEvent) -> None:
    match event:
        case OrderPlaced(order=order):
            seen.placed[order] = event
        case TroubleCame(id=came, trouble=trouble):
            seen.troubles[came] = trouble
        case OrderAccepted(order=order):
            seen.accepted.add(order)
        case OrderCollected(order=order):
            seen.collected.add(order)
        case OrderPacked(order=order, cost_fen=fen):
            seen.packed_fen[order] = fen
        case OrderShipped(order=order):
            seen.shipped[order] = event
        case StockMade(product=product, quantity=quantity, cost_fen=fen):
            units, before = seen.made.get(product, (0, 0))
            seen.made[product] = (units + quantity, before + fen)


def _mistakes_with_order(seen: _Seen, event: StoreEvent) -> Iterator[Mistake]:
    match event:
        case OrderShipped(order=order, day=day) if order in seen.placed:
            if day > seen.placed[order].due_day:
                yield "late"
        case OrderDelivered(order=order) if order in seen.shipped:
            if seen.shipped[order].broken:
                yield "broke"
        case ReviewWritten(stale=stale, reasons=reasons):
            if stale or "stale" in reasons:
                yield "stale"
            if "not-as-shown" in reasons:
                yield "not-as-shown"
        case OrderPaidOut(order=order, payout_fen=fen):
            if fen < seen.cost_fen(order):
                yield "lost-money"
        case OrderLapsed(order=order):
            if order not in seen.accepted:
                yield "lapsed"
            else:
                yield "late" if order in seen.collected else "short"


def _why_they_went(event: PeopleLooked) -> Iterator[Mistake]:
    """The commonest reason that she can do something about."""
    reasons = [(code, people) for code, people in event.reasons if code != _NO_REASON]
    if reasons and reasons[0][1] >= _ENOUGH_PEOPLE and reasons[0][0] in _WENT_AWAY:
        yield _WENT_AWAY[reasons[0][0]]
