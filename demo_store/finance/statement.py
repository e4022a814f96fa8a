"""Her money line by line: the ledger with every sale taken apart, and the three heaps of any lines.

What is on a line follows from the store alone. The lines' ``fen`` together are her money; what only
went from one of her places to another (onto the card, into the hand, aside) is ``moved_fen``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo_store.finance.heaps import Heaps
from demo_store.store import LedgerEntry, Store

COST: Final = frozenset({"making", "packaging"})
"""What it cost."""
OTHERS: Final = frozenset({"fee", "freight", "refund", "trouble", "interest"})
"""What others took."""
MOVES: Final = frozenset({"payout", "withdrawal", "saved", "taken-back"})
"""What is hers before and after."""
LENT: Final = frozenset({"loan", "repayment"})
"""What was never hers: it comes and goes back."""
KINDS: Final = frozenset({"sale", "goal"}) | COST | OTHERS | MOVES | LENT
"""Every kind of line; a sale is what customers paid, a goal what she bought for herself."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``fen`` is negative where it leaves her. ``reference`` is what it is about."""

    day: int
    what: str
    fen: int
    reference: str
    moved_fen: int = 0


def statement(store: Store, first_day: int = 1, last_day: int | None = None) -> tuple[Line, ...]:
    """The lines of these days, both included, as they were written."""
    last = store.day if last_day is None else last_day
    return tuple(
        line
        for entry in store.ledger
        if first_day <= entry.day <= last
        for line in _lines(store, entry)
    )


def by_day(lines: Iterable[Line]) -> Mapping[int, tuple[Line, ...]]:
    """The lines of each day on which there was something, the first day first."""
    days: dict[int, list[Line]] = {}
    for line in sorted(lines, key=lambda line: line.day):
        days.setdefault(line.day, []).append(line)
    return MappingProxyType({day: tuple(each) for day, each in days.items()})


def heaps_of(lines: Iterable[Line]) -> Heaps:
    """What these lines cost, what others took of them, and what of their sales is hers.

    The three together are what the customers of these lines paid. Unlike `heaps.heaps` it counts
    making on the day on which it was paid.
    """
    lines = tuple(lines)
    cost, others = (-_sum(lines, whats) for whats in (COST, OTHERS))
    return Heaps(
        cost_fen=cost,
        others_fen=others,
        mine_fen=_sum(lines, {"sale"}) - cost - others,
        refunds_fen=-_sum(lines, {"refund"}),
        taken_fen=-_sum(lines, {"trouble"}),
        interest_fen=-_sum(lines, {"interest"}),
    )


def _sum(lines: tuple[Line, ...], whats: Iterable[str]) -> int:
    return sum(line.fen for line in lines if line.what in whats)


def _lines(store: Store, entry: LedgerEntry) -> Iterator[Line]:
    if entry.what != "payout":
        yield Line(entry.day, entry.what, entry.fen, entry.reference, entry.moved_fen)
        return
    order = store.order(entry.reference)
    assert order is not None  # only an order is paid out
    # what went back before the payout: later refunds are lines of their own
    refund = order.total_fen - order.fee_fen - order.freight_fen - entry.fen
    parts = (
        ("sale", order.total_fen),
        ("fee", -order.fee_fen),
        ("freight", -order.freight_fen),
        ("refund", -refund),
    )
    for what, fen in parts:
        if fen:
            yield Line(entry.day, what, fen, order.id)
    yield Line(entry.day, "payout", 0, order.id, moved_fen=entry.fen)
