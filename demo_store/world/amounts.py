"""Numbers in content: each stands with its unit and the reason for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo_store.finance.money import countable
from lessons.content import Node

MONTHS: Final = 12
MOST: Final[Mapping[str, int]] = MappingProxyType(
    {
        "fen": 100_000_000,
        "day": 36_500,
        "unit": 100_000,
        "gram": 1_000_000,
        "kilometre": 50_000,
        "person": 100_000,
        "percent": 100,
        "star": 5,
        "store": 10_000,
        "family": 10_000,
        "times-usual": 1000,
    }
)
"""The largest number that means anything in its unit, where a field does not say another."""
_MOST_OF_ALL: Final = 100_000
_MANY_TIMES: Final = 10_000
"""Percent, where more than the whole is meant: ten times, a hundred times."""


@dataclass(frozen=True, slots=True)
class Span:
    """From ``low`` to ``high``, both included."""

    low: int
    high: int

    @property
    def middle(self) -> int:
        """The whole number half-way."""
        return (self.low + self.high) // 2


def whole(node: Node, unit: str, minimum: int = 1, maximum: int | None = None) -> int:
    """The whole number of ``{value, unit, why}``, from ``minimum`` to ``maximum``.

    Without a ``maximum`` it is what the unit allows, see `MOST`.
    """
    _check(node, unit, "value")
    return _number(node.field("value"), unit, minimum, maximum)


def times(node: Node, minimum: int) -> int:
    """The percentage of ``{value, unit, why}``, at least ``minimum``, many times 100 too."""
    return whole(node, "percent", minimum, _MANY_TIMES)


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
    values = tuple(month.whole_number(0, _MANY_TIMES) for month in listed.items())
    if len(values) != MONTHS:
        raise listed.error(f"must have {MONTHS} numbers, one a month")
    return values


def _check(node: Node, unit: str, *names: str) -> None:
    node.only(*names, "unit", "why")
    if node.field("unit").text() != unit:
        raise node.field("unit").error(f"must be {unit}")
    node.field("why").text()


def _number(node: Node, unit: str, minimum: int, maximum: int | None = None) -> int:
    number = node.whole_number(
        minimum, MOST.get(unit, _MOST_OF_ALL) if maximum is None else maximum
    )
    if unit == "fen" and not countable(number):
        raise node.error("must be a multiple of 10 fen, the smallest coin")
    return number
