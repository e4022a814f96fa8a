"""Where a learner stands in a lesson: a fold over its events."""

from dataclasses import dataclass, replace
from typing import Final

from lessons.course import Lesson, Step
from lessons.events import (
    GoalReached,
    HintGiven,
    LessonCompleted,
    LessonEvent,
    LessonStarted,
    PictureShown,
    StepAnswered,
    StepCompleted,
    StepEntered,
)

HIGHEST_HINT: Final = 3
"""The demonstration; after it there is no stronger help but a person."""


@dataclass(frozen=True, slots=True)
class LessonState:
    """Where a learner stands; everything up to ``finished`` is about the step she is at."""

    lesson_id: str
    step_id: str
    step_index: int = 0
    tries: int = 0
    """Answers given, right or wrong."""
    hints: int = 0
    """Help needed: 0 none, 1 other words, 2 the pulsing hand, 3 a demonstration."""
    last_answer: tuple[str, ...] = ()
    goals_reached: frozenset[int] = frozenset()
    picture: str = ""
    """The picture of a story that she is at; empty at what it opens with."""
    completed_step: bool = False
    finished: bool = False
    mistakes: int = 0
    """Wrong answers since the lesson was started."""
    times_finished: int = 0
    """How often the lesson was done to its end, this time included."""

    @property
    def ever_finished(self) -> bool:
        """Whether she did the lesson to its end, now or before she began it again."""
        return self.finished or self.times_finished > 0

    @property
    def demonstrated(self) -> bool:
        """Whether the step was shown to her."""
        return self.hints >= HIGHEST_HINT


def current_step(lesson: Lesson, state: LessonState) -> Step:
    """The step she is at; the nearest there is where content changed since."""
    index = _index(lesson, state.step_id)
    return lesson.steps[min(state.step_index, len(lesson.steps) - 1) if index is None else index]


def needs_help(state: LessonState) -> bool:
    """Whether even the demonstration has not brought her further: a person should come."""
    return state.demonstrated and not state.completed_step and not state.finished


def apply(lesson: Lesson, state: LessonState | None, event: LessonEvent) -> LessonState | None:
    """The state after an event.

    The journal outlives the content: events of steps that are no more leave her where she was,
    and an event whose forerunner was lost still counts.
    """
    if event.lesson != lesson.id or not lesson.steps:
        return state
    times_finished = state.times_finished if state else 0
    started = LessonState(lesson.id, lesson.steps[0].id, times_finished=times_finished)
    match event:
        case LessonStarted():
            return started
        case LessonCompleted():
            before = state or started
            return replace(
                before, completed_step=True, finished=True, times_finished=times_finished + 1
            )
        case _:
            return _after_step_event(lesson, state or started, event)


def _after_step_event(
    lesson: Lesson,
    state: LessonState,
    event: StepEntered | PictureShown | StepAnswered | HintGiven | GoalReached | StepCompleted,
) -> LessonState:
    index = _index(lesson, event.step)
    if index is None:
        return state
    if isinstance(event, StepEntered) or event.step != state.step_id:
        state = _entered(state, event.step, index)
    match event:
        case PictureShown(picture=picture):
            return replace(state, picture=picture)
        case StepAnswered(answer=answer, right=right):
            mistakes = state.mistakes + (not right)
            return replace(state, tries=state.tries + 1, last_answer=answer, mistakes=mistakes)
        case HintGiven(level=level):
            return replace(state, hints=max(state.hints, min(level, HIGHEST_HINT)))
        case GoalReached(goal=goal):
            return replace(state, goals_reached=state.goals_reached | {goal})
        case StepCompleted():
            return replace(state, completed_step=True)
        case StepEntered():
            return state


def _entered(state: LessonState, step_id: str, index: int) -> LessonState:
    return LessonState(
        state.lesson_id,
        step_id,
        index,
        mistakes=state.mistakes,
        times_finished=state.times_finished,
    )


def _index(lesson: Lesson, step_id: str) -> int | None:
    return next((i for i, step in enumerate(lesson.steps) if step.id == step_id), None)
