"""That a step was done, as what somebody knows is reckoned from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Practised:
    """A step of a ``lesson`` was done, ``alone`` where it was right at once and without help.

    ``at`` is None where nobody knows when it was. ``after`` counts what had happened in her store
    by then.
    """

    lesson: str
    at: datetime | None
    alone: bool
    after: int


@dataclass(frozen=True, slots=True)
class PracticeDay:
    """A day (UTC) of a lesson: ``times`` a step was done, ``alone`` of them, the last ``at``."""

    at: datetime
    alone: int = 0
    times: int = 0


def with_time(days: tuple[PracticeDay, ...], at: datetime, alone: bool) -> tuple[PracticeDay, ...]:
    """Also once more, ``at``."""
    now = PracticeDay(at, int(alone), 1)
    if not days or days[-1].at.date() < at.date():
        return (*days, now)
    if days[-1].at.date() == at.date():
        return (*days[:-1], *by_day((days[-1], now)))
    return by_day((*days, now))  # a clock that was set back


def by_day(days: Iterable[PracticeDay]) -> tuple[PracticeDay, ...]:
    """The earliest first, and those of one day as one."""
    found: dict[date, PracticeDay] = {}
    for each in days:
        day = each.at.date()
        before = found.get(day, PracticeDay(each.at))
        found[day] = PracticeDay(
            max(before.at, each.at), before.alone + each.alone, before.times + each.times
        )
    return tuple(found[day] for day in sorted(found))
