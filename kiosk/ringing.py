"""Which ear-mark goes before the words about something that happened."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from demo_store.events import (
    DayEnded,
    MessageAnswered,
    MoneyCounted,
    OrderHeard,
    OrderShipped,
    Refused,
    TroubleEnded,
)
from lessons.events import HintGiven, LessonCompleted, StepAnswered

_MARKS: Final = MappingProxyType(
    {
        DayEnded: "night",
        OrderShipped: "send",
        OrderHeard: "order",
        MoneyCounted: "coin",
        Refused: "again",
        LessonCompleted: "right",
        HintGiven: "again",
    }
)


def mark_of(events: Iterable[object]) -> str | None:
    """The name of the ear-mark of the first event that has one; None where none has."""
    return next((mark for event in events if (mark := _mark(event))), None)


def _mark(event: object) -> str | None:
    match event:
        case StepAnswered(right=good) | MessageAnswered(good=good) | TroubleEnded(good=good):
            return "right" if good else "again"
        case HintGiven(asked=True):  # she asked for help: nothing went wrong
            return None
    return _MARKS.get(type(event))
