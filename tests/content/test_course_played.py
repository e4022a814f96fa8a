"""Every step that is answered, through the engine: rightly, and wrongly in every way."""

from collections.abc import Iterator
from itertools import permutations
from typing import Final

import pytest

from lessons import engine
from lessons.answering import right_answer
from lessons.course import (
    Answered,
    Choose,
    ChooseAll,
    Find,
    InStore,
    Lesson,
    Match,
    Money,
    Order,
    Told,
)
from lessons.engine import Answer, Begin, GoOn, LessonState, StoreHappened, current_step
from lessons.events import StepAnswered
from lessons.loader import COURSE, load_course
from lessons.state import HIGHEST_HINT

LESSONS: Final = tuple(load_course(COURSE).course.lessons())
OFF_BY_FEN: Final = (-100, -10, 10, 100, 1000)
MOST_SEQUENCES: Final = 24


def wrong_answers(step: Answered) -> Iterator[tuple[str, ...]]:
    """All that can be given and is wrong; of amounts those near it."""
    match step:
        case Choose():
            yield from ((each.id,) for each in step.options if not each.right)
        case ChooseAll():
            right = right_answer(step)
            yield from ((*right, each.id) for each in step.options if not each.right)
            yield from (tuple(id for id in right if id != left) for left in right)
        case Order():
            ids = [each.id for each in step.items]
            every = (each for each in permutations(ids) if list(each) != ids)
            yield from (each for each, _ in zip(every, range(MOST_SEQUENCES), strict=False))
        case Match():
            ids = [each.id for each in step.pairs]
            yield from permutations(ids, 2)
        case Money():
            amounts = (step.amount_fen + off for off in OFF_BY_FEN)
            yield from ((str(each),) for each in amounts if each > 0)
        case Find():
            yield from ((each,) for each in ("store.day", "store.weather"))
        case _:
            return  # what is said aloud is never wrong


class Played:
    """A learner in a lesson, without screens."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.state: LessonState | None = None
        self.does(Begin())

    def does(self, command: engine.Command) -> list[object]:
        events = engine.handle(self.lesson, self.state, command)
        for event in events:
            self.state = engine.apply(self.lesson, self.state, event)
        return list(events)

    def rightly(self) -> None:
        assert self.state is not None
        step = current_step(self.lesson, self.state)
        if isinstance(step, InStore):
            for goal in step.goals:
                self.does(StoreHappened(goal.any_of[:1]))
        elif not isinstance(step, Told):
            self.does(Answer(right_answer(step)))
        assert self.state.completed_step or isinstance(step, Told), step.id
        self.does(GoOn())


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_who_answers_rightly_comes_to_the_end(lesson: Lesson) -> None:
    played = Played(lesson)
    for _ in lesson.steps:
        played.rightly()
    assert played.state is not None
    assert played.state.finished and played.state.mistakes == 0


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_no_wrong_answer_is_taken_and_after_all_of_them_she_comes_to_the_end(
    lesson: Lesson,
) -> None:
    played = Played(lesson)
    for step in lesson.steps:
        assert played.state is not None
        for given in wrong_answers(step) if not isinstance(step, Told | InStore) else ():
            (answered, *helped) = played.does(Answer(given))
            assert isinstance(answered, StepAnswered) and not answered.right, (step.id, given)
            assert helped and not played.state.completed_step
        played.rightly()
    assert played.state is not None and played.state.finished
    assert played.state.hints <= HIGHEST_HINT
