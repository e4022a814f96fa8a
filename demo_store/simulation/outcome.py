"""What a run came to, beside what was published."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from demo_store.simulation.scenario import Figure, Scenario
from demo_store.simulation.tally import MONTHS_IN_YEAR, YEAR_DAYS, Sums, Tally

_FEN: Final = 100
_MONTH_DAYS: Final = 30
_DIGITS: Final = 4
"""Of shares and stars."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole run. ``published`` are pairs of a figure and what the run gave for it."""

    scenario: Scenario
    days: int
    seed: int
    tally: Tally

    @property
    def published(self) -> tuple[tuple[Figure, float], ...]:
        """Each published figure and what came of it here."""
        return tuple(
            (figure, got(figure, self.tally, self.days)) for figure in self.scenario.published
        )


def got(figure: Figure, tally: Tally, days: int) -> float:
    """What the run gave for a figure, in its own unit and time."""
    of_all = _of_all(figure, tally)
    if of_all is not None:
        return of_all
    groups = [sums for name, sums in tally.groups.items() if figure.seller in ("", name)]
    whole = sum(_measured(figure, sums) for sums in groups)
    parts = {"run": 1.0, "year": days / YEAR_DAYS, "month": days * MONTHS_IN_YEAR / YEAR_DAYS}
    return round(whole / parts[figure.per], 1)


def days_needed(figure: Figure, scenario: Scenario) -> int:
    """How long a run must be to be compared with a figure of this time at all."""
    return {"year": YEAR_DAYS, "month": _MONTH_DAYS, "run": scenario.days}[figure.per]


def compared(figure: Figure, outcome: Outcome) -> bool | None:
    """Whether the run agrees with what was published; None where it was too short to say."""
    if outcome.days < days_needed(figure, outcome.scenario):
        return None
    return within(figure, got(figure, outcome.tally, outcome.days))


def within(figure: Figure, found: float) -> bool:
    """Whether what was found agrees with what was published."""
    least = 1 if figure.at_least else 1 - figure.tolerance
    return figure.expected * least <= found <= figure.expected * (1 + figure.tolerance)


def as_json(outcome: Outcome) -> dict[str, Any]:
    """The outcome for programs; amounts in fen, shares from 0 to 1, None: nothing to count."""
    tally = outcome.tally
    units: Counter[str] = sum((sums.units for sums in tally.groups.values()), Counter())
    return {
        "scenario": outcome.scenario.name,
        "seed": outcome.seed,
        "days": outcome.days,
        "orders": tally.orders,
        "units_sold": dict(sorted(units.items())),
        "customers_paid_fen": tally.customers_paid_fen,
        "fees_fen": tally.fees_fen,
        "freight_fen": tally.freight_fen,
        "packaging_fen": tally.packaging_fen,
        "making_cost_fen": tally.making_cost_fen,
        "refunds_fen": tally.refunds_fen,
        "payout_fen": tally.payout_fen,
        "held_fen": tally.held_fen,
        "families": outcome.scenario.families,
        "stores": outcome.scenario.stores,
        "income_fen_per_month": tally.income_fen_per_month,
        "on_time": _mean(tally.in_time, tally.sent_or_late),
        "replied_in_a_day": _mean(tally.replied, tally.asked),
        "stars": _mean(tally.stars, tally.reviews),
        "broken": tally.broken,
        "stale": tally.stale,
        "lost": tally.lost,
        "published": [
            {
                "name": figure.name,
                "expected": figure.expected,
                "tolerance": figure.tolerance,
                "got": found,
                "within": compared(figure, outcome),
            }
            for figure, found in outcome.published
        ],
        "events": tally.events,
        "events_sha256": tally.events_sha256,
    }


def _of_all(figure: Figure, tally: Tally) -> float | None:
    """A figure that has no time, 0 where there was nothing to count; None for the others."""
    match figure.measure:
        case "stars":
            return _mean(tally.stars, tally.reviews) or 0
        case "on_time_percent":
            return 100 * (_mean(tally.in_time, tally.sent_or_late) or 0)
        case "replied_percent":
            return 100 * (_mean(tally.replied, tally.asked) or 0)
    return None


def _measured(figure: Figure, sums: Sums) -> float:
    if figure.measure == "units":
        return _of_kind(sums.units, figure.kind)
    if figure.measure == "sales_yuan":
        return _of_kind(sums.sales_fen, figure.kind) / _FEN
    return sums.income_fen / _FEN


def _of_kind(counted: Counter[str], kind: str) -> int:
    return counted[kind] if kind else sum(counted.values())


def _mean(part: int, whole: int) -> float | None:
    return round(part / whole, _DIGITS) if whole else None
