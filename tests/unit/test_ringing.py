"""Which ear-mark goes before the words about what happened."""

import pytest

from audio import earmarks
from demo_store.events import (
    DayEnded,
    MessageAnswered,
    MoneyCounted,
    OrderAccepted,
    OrderHeard,
    OrderShipped,
    Refused,
    TroubleEnded,
)
from kiosk.ringing import mark_of
from lessons.events import HintGiven, LessonCompleted, StepAnswered, StepEntered


@pytest.mark.parametrize(
    ("event", "mark"),
    [
        (StepAnswered("l", "s", ("a",), True), "right"),
        (StepAnswered("l", "s", ("a",), False), "again"),
        (HintGiven("l", "s", 1, asked=False), "again"),
        (HintGiven("l", "s", 1, asked=True), None),
        (LessonCompleted("l"), "right"),
        (StepEntered("l", "s"), None),
        (DayEnded(3), "night"),
        (OrderHeard("o1"), "order"),
        (OrderShipped("o1", "air", 500, 3, 4, 0), "send"),
        (OrderAccepted("o1"), None),
        (MoneyCounted(), "coin"),
        (Refused("publish", "photo"), "again"),
        (MessageAnswered("m1", "r", 3, good=True), "right"),
        (MessageAnswered("m1", "r", 3, good=False), "again"),
        (TroubleEnded("t1", "pay-back", True, 0, day=3), "right"),
        (TroubleEnded("t1", "say-nothing", False, 0, day=3), "again"),
        (object(), None),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str | None) else None,
)
def test_what_happened_has_its_sound(event: object, mark: str | None) -> None:
    assert mark_of([event]) == mark
    if mark is not None:
        assert earmarks.sound(earmarks.key(mark))


def test_the_first_event_that_has_a_sound_is_heard() -> None:
    assert mark_of([OrderAccepted("o1"), MoneyCounted(), DayEnded(3)]) == "coin"
    assert mark_of(()) is None
