"""Who is here, who is stuck and on what, who was not seen for long: what a trainer acts on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, Literal

from kiosk.progress.cards import Learner
from kiosk.progress.step_help import StepKey
from kiosk.progress.summary import LearnerSummary

Why = Literal["stuck", "idle", "due", "here", "away"]
"""Failed twice in a step, idle in a step, about to forget something, here and well, not seen for a
week; most urgent first."""
FAILURES: Final = 2
IDLE: Final = timedelta(minutes=3)
AWAY: Final = timedelta(days=7)

_URGENCY: Final[dict[Why, int]] = {"stuck": 0, "idle": 1, "due": 2, "here": 3, "away": 4}


@dataclass(frozen=True, slots=True)
class Row:
    """A learner, and why she is told of; ``step`` is what she is at, where she is in one."""

    learner: Learner
    why: Why
    signed_in: bool
    step: StepKey | None
    last_seen: datetime | None
    came: bool = False
    """Whether she was here today."""
    due: str = ""
    """The id of the skill that she is about to forget, the one that is longest due."""


def today(
    people: Iterable[tuple[Learner, LearnerSummary]],
    signed_in: frozenset[str],
    now: datetime,
    due: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Row, ...]:
    """Everyone whom a trainer has to know of now; who is signed in before others.

    ``now`` is aware; its time zone says which day is today. ``due`` has a skill for each, by id,
    who is about to forget one. Guests are left out: nobody looks for them again.
    """
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    found = [
        Row(
            learner,
            why,
            signed := learner.id in signed_in,
            _step(summary),
            summary.last_seen,
            signed or _came(summary, midnight),
            due.get(learner.id, ""),
        )
        for learner, summary in people
        if not learner.guest
        and (why := _why(summary, learner.id in signed_in, learner.id in due, now, midnight))
    ]
    return tuple(sorted(found, key=_order))


def _came(summary: LearnerSummary, midnight: datetime) -> bool:
    return summary.last_seen is not None and summary.last_seen >= midnight


def _why(
    summary: LearnerSummary, signed_in: bool, due: bool, now: datetime, midnight: datetime
) -> Why | None:
    seen = summary.last_seen
    if seen is None or now - seen >= AWAY:
        return "away"
    came_today = _came(summary, midnight)
    if _step(summary) and not summary.here.done:
        if summary.here.failures >= FAILURES:
            return "stuck"
        if signed_in and came_today and now - seen >= IDLE:
            return "idle"
    if due:
        return "due"
    return "here" if signed_in or came_today else None


def _step(summary: LearnerSummary) -> StepKey | None:
    return (summary.lesson, summary.step) if summary.lesson and summary.step else None


def _order(row: Row) -> tuple[int, bool, float]:
    """Of those who are away the one who was seen longest ago first, else the latest."""
    seen = row.last_seen.timestamp() if row.last_seen else 0.0
    return _URGENCY[row.why], not row.signed_in, seen if row.why == "away" else -seen
