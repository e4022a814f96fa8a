"""The test of a unit: taken before its lessons and after them, alone, and left at any moment."""

from pathlib import Path

import pytest

from lessons import events, testing
from lessons.course import Unit
from lessons.engine import Answer, AskHint, Begin, GoOn, StoreHappened
from lessons.loader import load_course
from lessons.state import LessonState
from lessons.testing import TestCommand, UnitTest
from tests.every_kind import every_kind, longer_test


@pytest.fixture
def unit(tmp_path: Path) -> Unit:
    """A unit of two lessons with a test of two steps, the second one with two goals."""
    longer_test(every_kind(tmp_path, "one", "two"))
    loaded = load_course(tmp_path)
    assert loaded.problems == ()
    return loaded.course.units[0]


def done(lesson: str) -> LessonState:
    return LessonState(lesson, "rule", finished=True, times_finished=1)


def after(test: UnitTest, *commands: TestCommand) -> tuple[list[events.TestEvent], LessonState]:
    """What happened by all commands, and the state at the end."""
    state, happened = None, []
    for command in commands:
        for event in testing.handle(test, state, command):
            happened.append(event)
            state = testing.apply(test, state, event)
    assert state is not None
    return happened, state


def test_a_step_is_right_when_all_its_goals_were_reached(unit: Unit) -> None:
    test = UnitTest(unit, "before")
    happened, state = after(
        test,
        Begin(),
        StoreHappened(("OrderAccepted",)),
        StoreHappened(("OrderPacked",), astray=True),
        StoreHappened(("OrderShipped",)),
    )
    assert happened == [
        events.TestBegun("unit", "before"),
        events.TestGoalReached("unit", "before", "take-an-order", 0),
        events.TestStepEnded("unit", "before", "take-an-order", right=True),
        events.TestGoalReached("unit", "before", "send-it", 0),
        events.TestGoalReached("unit", "before", "send-it", 1),
        events.TestStepEnded("unit", "before", "send-it", right=True),
        events.TestEnded("unit", "before"),
    ]
    assert state.finished and state.mistakes == 0


def test_not_to_know_it_yet_is_one_word_and_leads_on(unit: Unit) -> None:
    happened, state = after(UnitTest(unit, "after"), Begin(), testing.GiveUp())
    assert happened[-1] == events.TestStepEnded("unit", "after", "take-an-order", right=False)
    assert state.step_id == "send-it" and not state.finished


def test_nobody_helps_in_a_test_and_nothing_is_a_mistake(unit: Unit) -> None:
    test = UnitTest(unit, "before")
    astray = StoreHappened((), astray=True)
    happened, state = after(test, Begin(), AskHint(), Answer(("x",)), GoOn(), astray, Begin())
    assert happened == [events.TestBegun("unit", "before")]
    assert (state.hints, state.tries, state.step_id) == (0, 0, "take-an-order")


def test_it_can_be_skipped_before_it_begins_and_in_the_midst(unit: Unit) -> None:
    test = UnitTest(unit, "before")
    for commands in ((testing.Skip(),), (Begin(), testing.GiveUp(), testing.Skip())):
        happened, state = after(test, *commands)
        assert happened[-1] == events.TestEnded("unit", "before", skipped=True)
        assert state.finished
        assert testing.handle(test, state, Begin()) == ()


def test_it_is_due_before_the_first_lesson_and_after_the_last(unit: Unit) -> None:
    def due(**states: LessonState) -> str:
        test = testing.due_test(unit, {key.replace("_", "-"): s for key, s in states.items()})
        return test.when if test else ""

    begun, over = LessonState("one", "story"), LessonState("before--unit", "send-it", finished=True)
    assert due() == "before"
    assert due(before__unit=LessonState("before--unit", "send-it")) == "before"  # taken up again
    assert due(before__unit=over) == ""
    assert due(one=begun) == ""  # it is too late to know what she could do before
    assert due(one=done("one")) == ""
    assert due(one=done("one"), two=done("two")) == "after"
    assert due(one=done("one"), two=done("two"), after__unit=over) == ""


def test_a_unit_without_a_test_has_none(unit: Unit) -> None:
    bare = Unit(unit.id, unit.title, unit.picture, unit.lessons)
    assert testing.due_test(bare, {}) is None
    assert testing.tests(bare) == ()


def test_what_is_in_the_journal_of_steps_that_are_no_more_leads_nowhere(unit: Unit) -> None:
    test = UnitTest(unit, "before")
    state = testing.apply(test, None, events.TestStepEnded("unit", "before", "gone", right=True))
    assert state is not None and state.step_id == "take-an-order"
    state = testing.apply(test, state, events.TestGoalReached("unit", "before", "gone", 0))
    assert state is not None and not state.goals_reached
