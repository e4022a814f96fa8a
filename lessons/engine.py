"""Decides what a learner's act in a lesson means. Pure: state and command in, events out."""

from collections.abc import Iterator
from dataclasses import dataclass

from lessons.answering import fits, is_right
from lessons.course import Answered, Doing, InStore, Lesson, Match, Story, Told
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
from lessons.state import HIGHEST_HINT, LessonState, apply, current_step, needs_help

__all__ = [
    "Answer",
    "AskHint",
    "Begin",
    "Command",
    "GoOn",
    "LessonState",
    "Look",
    "StoreHappened",
    "apply",
    "current_step",
    "handle",
    "needs_help",
]


@dataclass(frozen=True, slots=True)
class Begin:
    """Open the lesson: from its first step, or where she left it."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go to the next step; the last one's next is the end of the lesson."""


@dataclass(frozen=True, slots=True)
class Look:
    """Turn to a picture of the story; empty: to what it opens with."""

    picture: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, as in `lessons.answering`."""

    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskHint:
    """Ask for help."""


@dataclass(frozen=True, slots=True)
class StoreHappened:
    """The learner did something in her store; ``events`` are names as in ``course.Goal``.

    ``astray``: it was refused, or leads to no goal. Where it reaches none it brings help as a wrong
    answer does.
    """

    events: tuple[str, ...]
    astray: bool = False


Command = Begin | GoOn | Look | Answer | AskHint | StoreHappened


def handle(lesson: Lesson, state: LessonState | None, command: Command) -> tuple[LessonEvent, ...]:
    """What happens by ``command``; nothing where it has no meaning, as for a second tap."""
    if not lesson.steps:
        return ()
    if isinstance(command, Begin):
        return _begun(lesson) if state is None or state.finished else ()
    if state is None or state.finished:
        return ()
    match command:
        case GoOn():
            return tuple(_gone_on(lesson, state))
        case Look(picture=picture):
            return tuple(_looked(lesson, state, picture))
        case Answer(answer=answer):
            return tuple(_answered(lesson, state, answer))
        case AskHint():
            return tuple(_hinted(lesson, state))
        case StoreHappened(events=names, astray=astray):
            return tuple(_practised(lesson, state, frozenset(names), astray))


def _begun(lesson: Lesson) -> tuple[LessonEvent, ...]:
    return LessonStarted(lesson.id), StepEntered(lesson.id, lesson.steps[0].id)


def _gone_on(lesson: Lesson, state: LessonState) -> Iterator[LessonEvent]:
    step = current_step(lesson, state)
    if not state.completed_step:
        if not isinstance(step, Told):
            return
        yield _completed(lesson, state, tries=0)
    following = lesson.steps[lesson.steps.index(step) + 1 :]
    yield StepEntered(lesson.id, following[0].id) if following else LessonCompleted(lesson.id)


def _looked(lesson: Lesson, state: LessonState, picture: str) -> Iterator[LessonEvent]:
    step = current_step(lesson, state)
    if not isinstance(step, Story) or picture == state.picture:
        return
    if picture in ("", *(each.id for each in step.pictures)):
        yield PictureShown(lesson.id, step.id, picture)


def _answered(lesson: Lesson, state: LessonState, answer: tuple[str, ...]) -> Iterator[LessonEvent]:
    step = current_step(lesson, state)
    if state.completed_step or not isinstance(step, Answered):
        return
    if isinstance(step, Match):
        yield from _matched(lesson, state, step, answer)
        return
    if not fits(step, answer):
        return
    right = is_right(step, answer)
    yield StepAnswered(lesson.id, step.id, answer, right)
    if right:
        yield _completed(lesson, state, tries=state.tries + 1)
    else:
        yield _hint(lesson, state, asked=False)


def _matched(
    lesson: Lesson, state: LessonState, step: Match, answer: tuple[str, ...]
) -> Iterator[LessonEvent]:
    """Each pair counts as soon as it is made: a wrong one takes away none of the others."""
    ids = [pair.id for pair in step.pairs]
    open_ids = {each for number, each in enumerate(ids) if number not in state.goals_reached}
    if not answer or len(answer) % 2 or not open_ids.issuperset(answer):
        return
    made: list[str] = []
    for left, right in zip(answer[::2], answer[1::2], strict=True):
        if left != right:
            yield StepAnswered(lesson.id, step.id, (left, right), right=False)
            yield _hint(lesson, state, asked=False)
            return
        if left not in made:
            made.append(left)
            yield GoalReached(lesson.id, step.id, ids.index(left))
    if open_ids == set(made):
        yield StepAnswered(lesson.id, step.id, tuple(ids), right=True)
        yield _completed(lesson, state, tries=state.tries + 1)


def _hinted(lesson: Lesson, state: LessonState) -> Iterator[LessonEvent]:
    if not state.completed_step and isinstance(current_step(lesson, state), Doing):
        yield _hint(lesson, state, asked=True)


def _practised(
    lesson: Lesson, state: LessonState, names: frozenset[str], astray: bool
) -> Iterator[LessonEvent]:
    step = current_step(lesson, state)
    if state.completed_step or not isinstance(step, InStore):
        return
    missing, nearer = False, False
    for number, goal in enumerate(step.goals):
        if number in state.goals_reached:
            continue
        if names.isdisjoint(goal.any_of):
            missing = True
        else:
            nearer = True
            yield GoalReached(lesson.id, step.id, number)
    if not missing:
        yield _completed(lesson, state, tries=state.tries)
    elif astray and not nearer:
        yield _hint(lesson, state, asked=False)


def _hint(lesson: Lesson, state: LessonState, asked: bool) -> HintGiven:
    # At the highest it is given again: a call for help is never met with silence.
    level = min(state.hints + 1, HIGHEST_HINT)
    return HintGiven(lesson.id, current_step(lesson, state).id, level, asked)


def _completed(lesson: Lesson, state: LessonState, tries: int) -> StepCompleted:
    return StepCompleted(lesson.id, current_step(lesson, state).id, tries, state.hints)
