"""One row for each answer, and for each practice step that was done in the store."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from kiosk.export.case import Case, Happening, Wanted
from kiosk.export.columns import WHO, Column, who
from kiosk.progress.cells import Cell
from kiosk.progress.summary import LONGEST_GAP_S
from lessons.events import GoalReached, HintGiven, StepAnswered, StepCompleted, StepEntered

COLUMNS: Final = (
    *WHO,
    Column("event", "the id of the event, the same in events.jsonl and xapi.json", "", "UUID"),
    Column("at", "when", "ISO 8601, UTC"),
    Column("doubtful", "whether the tablet's clock was wrong then", "", "0 no, 1 yes"),
    Column("lesson", "the lesson's id"),
    Column("step", "the step's id"),
    Column("kind", "what it was", "", "answer; practice: done in the store"),
    Column("answer", "option ids in their sequence, or fen that were laid; parted by spaces"),
    Column("right", "whether it was right", "", "0 no, 1 yes"),
    Column("try", "the how-manieth answer since she came to the step; 0 for practice", "from 1"),
    Column("help", "the strongest help before it", "", "0 none, 1 words, 2 hand, 3 demonstration"),
    Column("seconds", "since she came to the step or answered last; at most 120", "seconds"),
)


class _Step:
    """How far she is in the step she is at."""

    __slots__ = ("goals", "help", "since", "tries")

    def __init__(self, since: str) -> None:
        self.since = since
        self.tries = self.help = self.goals = 0

    def seconds(self, at: str) -> float:
        passed = (datetime.fromisoformat(at) - datetime.fromisoformat(self.since)).total_seconds()
        return round(min(max(passed, 0.0), LONGEST_GAP_S), 1)


def rows(case: Case, wanted: Wanted) -> Iterator[tuple[Cell, ...]]:
    """Hers, card after card."""
    her, since = who(case), wanted.since_at
    for happened in (case.others, case.own):
        for row in _told(happened):
            if row[1] >= since:
                yield her + row


def _told(happened: Iterable[Happening]) -> Iterator[tuple[str, str, *tuple[Cell, ...]]]:
    steps: dict[tuple[str, str], _Step] = {}
    for envelope, event in happened:
        kind = type(event)
        if kind not in _KINDS:
            continue
        assert isinstance(event, _KINDS_TUPLE)
        key, at = (event.lesson, event.step), envelope.at
        step = steps.get(key)
        if step is None or kind is StepEntered:
            step = steps[key] = _Step(at)
        if isinstance(event, StepAnswered):
            step.tries += 1
            yield (
                envelope.id, at, int(envelope.doubtful), *key, "answer", " ".join(event.answer),
                int(event.right), step.tries, step.help, step.seconds(at),
            )  # fmt: skip
            step.since = at
        elif isinstance(event, HintGiven):
            step.help = max(step.help, event.level)
        elif isinstance(event, GoalReached):
            step.goals += 1
        elif isinstance(event, StepCompleted) and step.goals and not step.tries:
            yield (
                envelope.id, at, int(envelope.doubtful), *key, "practice", "",
                1, 0, event.hints, step.seconds(at),
            )  # fmt: skip


_KINDS_TUPLE: Final = (StepEntered, StepAnswered, HintGiven, GoalReached, StepCompleted)
_KINDS: Final = frozenset(_KINDS_TUPLE)
