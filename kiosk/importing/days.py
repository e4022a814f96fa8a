"""Rows of attendance: the days that a trainer marked; what a tablet saw cannot come in."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Final

from kiosk.export.attendance import COLUMNS
from kiosk.importing.coming import Coming
from kiosk.importing.table import Row, Table
from kiosk.progress.events import Attended
from kiosk.progress.journal import EARLIEST
from kiosk.progress.records import Records

NEEDED: Final = ("learner", "day", "marked")
KNOWN: Final = tuple(each.key for each in COLUMNS)


def take_days(table: Table, records: Records, coming: Coming) -> None:
    """All rows of a table; whoever they tell of is here or comes in with the same import."""
    table.require(NEEDED, KNOWN)
    if table.wrong:
        return
    latest = (datetime.now().astimezone().date() + timedelta(days=1)).isoformat()
    there = {each.id for each in records.learners} | coming.new
    done: set[tuple[str, str]] = set()
    for row in table.rows:
        what = _wrong(row, there, latest)
        for column, problem in what:
            table.is_wrong(row.line, column, problem)
        learner, day = row.cells["learner"], row.cells["day"]
        is_here = (learner, day) in done or day in records.attended(learner)
        if not what and row.cells["marked"] == "1" and not is_here:
            done.add((learner, day))
            coming.add(learner, Attended(learner, day, True))
            coming.days += 1


def _wrong(row: Row, there: Collection[str], latest: str) -> list[tuple[str, str]]:
    learner, day, marked = (row.cells[each] for each in NEEDED)
    wrong = []
    if learner not in there:
        wrong.append(("learner", f"nobody here has the id {learner!r}"))
    if not _is_day(day):
        wrong.append(("day", f"{day!r} is no date such as 2026-11-22"))
    elif not EARLIEST <= day <= latest:
        wrong.append(("day", f"{day} is not between {EARLIEST} and today"))
    if marked not in ("0", "1"):
        wrong.append(("marked", f"{marked!r} is neither 0 nor 1"))
    return wrong


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
