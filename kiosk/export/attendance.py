"""One row for each day on which a learner was there: marked by the trainer, seen, or both."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Final, get_args

from kiosk.export.case import Case, Wanted
from kiosk.export.columns import WHO, Column, who
from kiosk.progress.cells import Cell
from kiosk.progress.events import SecretFailed, SecretSet, SignedOut, TrainerNoted
from kiosk.progress.summary import LONGEST_GAP_S

COLUMNS: Final = (
    *WHO,
    Column("day", "the day where the export was made", "ISO 8601 date"),
    Column("marked", "whether the trainer marked her as there", "", "0 no, 1 yes"),
    Column("seen", "whether she used a tablet", "", "0 no, 1 yes"),
    Column("first_at", "her first touch of the day", "ISO 8601, UTC"),
    Column("last_at", "her last touch of the day", "ISO 8601, UTC"),
    Column("minutes", "time practised; a pause counts as two minutes at most", "minutes"),
    Column("events", "what was written down of her that day", "events"),
)

_NOT_SHE: Final = frozenset({*get_args(TrainerNoted), SecretSet, SecretFailed})
_MINUTE: Final = len("2026-11-22T18:48")


class _Day:
    __slots__ = ("count", "first", "last", "seconds")

    def __init__(self, at: str) -> None:
        self.first = self.last = at
        self.count, self.seconds = 0, 0.0


def rows(case: Case, wanted: Wanted) -> Iterator[tuple[Cell, ...]]:
    """Her days, the earliest first."""
    days = _days(case)
    for day in sorted(days.keys() | case.attended):
        if day < wanted.since:
            continue
        seen = days.get(day)
        marked = int(day in case.attended)
        if seen is None:
            yield (*who(case), day, marked, 0, "", "", 0, 0)
        else:
            minutes = round(seen.seconds / 60, 1)
            yield (*who(case), day, marked, 1, seen.first, seen.last, minutes, seen.count)


def _days(case: Case) -> dict[str, _Day]:
    days: dict[str, _Day] = {}
    for happened in (case.others, case.own):
        before: datetime | None = None
        for envelope, event in happened:
            kind = type(event)
            if kind in _NOT_SHE or event is None:
                continue
            at = envelope.at
            name = local_day(at[:_MINUTE])
            day = days.get(name)
            if day is None:
                day = days[name] = _Day(at)
            day.first, day.last = min(day.first, at), max(day.last, at)
            day.count += 1
            now = datetime.fromisoformat(at)
            if before:
                day.seconds += min(max((now - before).total_seconds(), 0.0), LONGEST_GAP_S)
            before = None if kind is SignedOut else now
    return days


@lru_cache(maxsize=1 << 14)
def local_day(minute: str) -> str:
    """The day (ISO date) of this machine's place in which a minute of UTC lies."""
    return datetime.fromisoformat(f"{minute}+00:00").astimezone().date().isoformat()
