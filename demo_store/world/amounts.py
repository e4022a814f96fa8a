"""Numbers in content: each stands with its unit and the reason for it."""

from dataclasses import dataclass
from typing import Final

from demo_store.finance.money import countable
from lessons.content import Node

MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``, both included."""

    low: int
    high: int

    @property
    def middle(self) -> int:
        """The whole number half-way."""
        return (self.low + self.high) // 2


def whole(node: Node, unit: str, minimum: int = 1) -> int:
    """The whole number of ``{value, unit, why}``, at least ``minimum``."""
    _check(node, unit, "value")
    return _number(node.field("value"), unit, minimum)


def share(node: Node) -> float:
    """The number from 0 to 1 of ``{value, unit: share, why}``."""
    return number(node, "share", 0, 1)


def number(node: Node, unit: str, low: float, high: float) -> float:
    """The number of ``{value, unit, why}``, from ``low`` to ``high``."""
    _check(node, unit, "value")
    value = node.field("value")
    found = value.number()
    if not low <= found <= high:
        raise value.error(f"must be from {low} to {high}")
    return found


def span(node: Node, unit: str) -> Span:
    """The range of ``{low, high, unit, why}``."""
    _check(node, unit, "low", "high")
    low = _number(node.field("low"), unit, 1)
    return Span(low, _number(node.field("high"), unit, low))


def months(node: Node) -> tuple[int, ...]:
    """The twelve percentages of ``{months, unit: percent, why}``, January first."""
    _check(node, "percent", "months")
    listed = node.field("months")
    values = tuple(month.whole_number(0) for month in listed.items())
    if len(values) != MONTHS:
        raise listed.error(f"must have {MONTHS} numbers, one a month")
    return values


def _check(node: Node, unit: str, *names: str) -> None:
    node.only(*names, "unit", "why")
    if node.field("unit").text() != unit:
        raise node.field("unit").error(f"must be {unit}")
    node.field("why").text()


def _number(node: Node, unit: str, minimum: int) -> int:
    number = node.whole_number(minimum)
    if unit == "fen" and not countable(number):
        raise node.error("must be a multiple of 10 fen, the smallest coin")
    return number
