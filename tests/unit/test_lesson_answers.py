"""Answers to the steps that are more than a question: what counts, what helps, what is kept."""

import pytest

from lessons import events
from lessons.answering import right_answer
from lessons.course import Answered, Doing, InStore, Lesson, Told
from lessons.engine import Answer, AskHint, Begin, Command, GoOn, StoreHappened, apply, handle
from lessons.loader import load_course
from lessons.state import LessonState
from tests.every_kind import LESSON, every_kind


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    found = load_course(every_kind(tmp_path_factory.mktemp("course"))).course.lesson(LESSON)
    assert found is not None
    return found


def at(lesson: Lesson, step: str) -> LessonState:
    state = LessonState(lesson.id, lesson.steps[0].id)
    after = apply(lesson, state, events.StepEntered(lesson.id, step))
    assert after is not None
    return after


def after(
    lesson: Lesson, state: LessonState, *commands: Command
) -> tuple[LessonState, list[events.LessonEvent]]:
    happened: list[events.LessonEvent] = []
    for command in commands:
        for event in handle(lesson, state, command):
            happened.append(event)
            changed = apply(lesson, state, event)
            assert changed is not None
            state = changed
    return state, happened


def test_every_kind_of_step_is_done_by_its_right_answer(lesson: Lesson) -> None:
    state, _ = after(lesson, LessonState(lesson.id, lesson.steps[0].id), Begin())
    for step in lesson.steps:
        assert state.step_id == step.id
        if isinstance(step, Answered):
            state, _ = after(lesson, state, Answer(right_answer(step)))
        elif isinstance(step, InStore):
            names = tuple(goal.any_of[0] for goal in step.goals)
            state, _ = after(lesson, state, StoreHappened(names))
        assert state.completed_step or isinstance(step, Told)
        assert state.mistakes == 0
        state, _ = after(lesson, state, GoOn())
    assert state.finished


def test_help_fades_in_for_every_kind_that_is_done(lesson: Lesson) -> None:
    for step in lesson.steps:
        state, happened = after(lesson, at(lesson, step.id), AskHint(), AskHint(), AskHint())
        assert state.hints == (3 if isinstance(step, Doing) else 0)
        assert len(happened) == state.hints


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        ("what-bakes", ("oven",)),
        ("what-bakes", ("oven", "baker", "plane")),
        ("pairs", ("baking", "flying")),
        ("where-orders-are", ("store.money",)),
        ("where-orders-are", ("product:p1",)),
    ],
)
def test_a_wrong_answer_brings_help(lesson: Lesson, step: str, answer: tuple[str, ...]) -> None:
    state, happened = after(lesson, at(lesson, step), Answer(answer))
    assert (state.mistakes, state.hints, state.completed_step) == (1, 1, False)
    assert happened[0] == events.StepAnswered(lesson.id, step, answer, right=False)


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        ("what-bakes", ()),
        ("what-bakes", ("moon",)),
        ("pairs", ("baking",)),
        ("pairs", ("baking", "moon")),
        ("where-orders-are", ("oven",)),  # a late touch on the step before
        ("where-orders-are", ()),
        ("my-words", ("oven",)),
        ("my-photo", ("camera",)),
        ("story", ("baked",)),
    ],
)
def test_what_is_no_answer_to_the_step_is_passed_over(
    lesson: Lesson, step: str, answer: tuple[str, ...]
) -> None:
    assert handle(lesson, at(lesson, step), Answer(answer)) == ()


def test_a_pair_is_an_event_of_its_own_and_a_wrong_one_takes_none_away(lesson: Lesson) -> None:
    state, happened = after(lesson, at(lesson, "pairs"), Answer(("flying", "flying")))
    assert happened == [events.GoalReached(lesson.id, "pairs", 1)]
    wrong_first = Answer(("baking", "flying"))  # the partner is taken: no answer any more
    assert handle(lesson, state, wrong_first) == ()
    state, happened = after(lesson, state, Answer(("baking", "baking")))
    assert happened == [
        events.GoalReached(lesson.id, "pairs", 0),
        events.StepAnswered(lesson.id, "pairs", ("baking", "flying"), right=True),
        events.StepCompleted(lesson.id, "pairs", tries=1, hints=0),
    ]


@pytest.mark.parametrize("how", ["recorded", "said"])
def test_how_it_was_said_aloud_is_an_event(lesson: Lesson, how: str) -> None:
    for step in ("my-words", "in-chinese"):
        _, happened = after(lesson, at(lesson, step), Answer((how,)))
        assert events.StepAnswered(lesson.id, step, (how,), right=True) in happened
