"""The test of a unit: the tasks of its lessons, alone in the store, before them and after them.

It is shown as a lesson whose steps end without praise and without help; a state is that of a
lesson. Pure, as the engine of lessons is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, get_args

from lessons.course import Coaching, Lesson, Practice, TestStep, Unit
from lessons.engine import Begin, Command, StoreHappened
from lessons.events import (
    TestBegun,
    TestEnded,
    TestEvent,
    TestGoalReached,
    TestStepEnded,
    When,
    id_of_test,
)
from lessons.state import LessonState, current_step

_WHENS: Final[tuple[When, ...]] = get_args(When)


@dataclass(frozen=True, slots=True)
class GiveUp:
    """She says that she does not know it yet: the next step comes."""


@dataclass(frozen=True, slots=True)
class Skip:
    """She does not want to do the test, or not to its end."""


TestCommand = Command | GiveUp | Skip


@dataclass(frozen=True, slots=True)
class UnitTest:
    """The test of a ``unit`` at its time, and how it looks as a lesson."""

    unit: Unit
    when: When

    @property
    def id(self) -> str:
        """Under which it is shown as a lesson."""
        return id_of_test(self.unit.id, self.when)

    @property
    def lesson(self) -> Lesson:
        """A lesson of its steps; what a coach would say is the task itself."""
        steps = tuple(_practice(step) for step in self.unit.test)
        return Lesson(self.id, self.unit.title, self.unit.picture, steps, self.unit.title)


def tests(unit: Unit) -> tuple[UnitTest, ...]:
    """The tests of a unit, none where it has none."""
    return tuple(UnitTest(unit, when) for when in _WHENS) if unit.test else ()


def due_test(unit: Unit, states: Mapping[str, LessonState]) -> UnitTest | None:
    """The test to take now: before any lesson of the unit was begun, or after all were finished.

    ``states`` by id, of lessons and tests. One that was begun and left is taken up again, one that
    was skipped is not.
    """
    if not unit.test:
        return None
    begun = [states[each.id] for each in unit.lessons if each.id in states]
    when: When = "after" if begun else "before"
    if begun and not (len(begun) == len(unit.lessons) and all(s.ever_finished for s in begun)):
        return None
    test = UnitTest(unit, when)
    state = states.get(test.id)
    return None if state is not None and state.finished else test


def handle(
    test: UnitTest, state: LessonState | None, command: TestCommand
) -> tuple[TestEvent, ...]:
    """What happens by ``command``; nothing where it has no meaning, as a call for help."""
    return tuple(_handled(test, state, command))


def _handled(
    test: UnitTest, state: LessonState | None, command: TestCommand
) -> Iterator[TestEvent]:
    unit, when = test.unit.id, test.when
    if state is not None and state.finished:
        return
    match command:
        case Begin() if state is None:
            yield TestBegun(unit, when)
        case Skip():
            yield TestEnded(unit, when, skipped=True)
        case GiveUp() if state is not None:
            yield from _ended(test, state, right=False)
        case StoreHappened(events=names) if state is not None:
            yield from _reached(test, state, frozenset(names))


def _reached(test: UnitTest, state: LessonState, names: frozenset[str]) -> Iterator[TestEvent]:
    step = current_step(test.lesson, state)
    assert isinstance(step, Practice)
    missing = False
    for number, goal in enumerate(step.goals):
        if number in state.goals_reached:
            continue
        if names.isdisjoint(goal.any_of):
            missing = True
        else:
            yield TestGoalReached(test.unit.id, test.when, step.id, number)
    if not missing:
        yield from _ended(test, state, right=True)


def _ended(test: UnitTest, state: LessonState, *, right: bool) -> Iterator[TestEvent]:
    step = current_step(test.lesson, state)
    yield TestStepEnded(test.unit.id, test.when, step.id, right)
    if step.id == test.unit.test[-1].id:
        yield TestEnded(test.unit.id, test.when)


def apply(test: UnitTest, state: LessonState | None, event: TestEvent) -> LessonState | None:
    """The state after an event; events of steps that are no more leave her where she was."""
    steps = [step.id for step in test.unit.test]
    state = state or LessonState(test.id, steps[0])
    match event:
        case TestBegun():
            return state
        case TestGoalReached(step=step, goal=goal) if step == state.step_id:
            return replace(state, goals_reached=state.goals_reached | {goal})
        case TestStepEnded(step=step, right=right) if step in steps:
            index = min(steps.index(step) + 1, len(steps) - 1)
            mistakes = state.mistakes + (not right)
            return LessonState(state.lesson_id, steps[index], index, mistakes=mistakes)
        case TestEnded():
            return replace(state, completed_step=True, finished=True, times_finished=1)
    return state


def _practice(step: TestStep) -> Practice:
    coaching = Coaching(step.say, step.say, step.say, step.say)
    return Practice(
        step.id, step.picture, step.say, step.goals, step.situation, step.screen, coaching
    )
