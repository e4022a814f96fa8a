"""The one thing that a learner is invited to next, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lessons.course import Course, Lesson
from lessons.state import LessonState

Kind = Literal["resume", "lesson", "store", "test", "mistake", "due"]


@dataclass(frozen=True, slots=True)
class NextThing:
    """What comes next; ``lesson`` is None for the store.

    ``resume`` goes on with a lesson, ``lesson`` begins one, ``test`` is that of a finished unit,
    ``mistake`` repeats what went wrong in her own store, ``due`` what she is about to forget.
    """

    kind: Kind
    lesson: Lesson | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What else is waiting for her besides the course's next lesson, the most pressing first."""

    tests: Sequence[Lesson] = ()
    mistakes: Sequence[Lesson] = ()
    due: Sequence[Lesson] = ()


_NOTHING = Waiting()


def next_thing(
    course: Course, states: Mapping[str, LessonState], waiting: Waiting = _NOTHING
) -> NextThing:
    """What comes next; ``states`` by lesson id, in the order in which they were last started.

    A lesson under way goes on first. Then come a finished unit's test, what went wrong in her own
    store, what is due, and the next lesson. A lesson that she once finished and began again does
    not hold her back from a new one, and one that she only looked into does not lead her past those
    before it.
    """
    for lesson_id, state in reversed(list(states.items())):
        lesson = course.lesson(lesson_id)
        if lesson is not None and not state.ever_finished and not _only_looked_into(state):
            return NextThing("resume", lesson)
    pressing: tuple[tuple[Kind, Sequence[Lesson]], ...] = (
        ("test", waiting.tests),
        ("mistake", waiting.mistakes),
        ("due", waiting.due),
    )
    for kind, lessons in pressing:
        if lessons:
            return NextThing(kind, lessons[0])
    return _next_lesson(course, states)


def _next_lesson(course: Course, states: Mapping[str, LessonState]) -> NextThing:
    for lesson in course.lessons():
        if lesson.id not in states:
            return NextThing("lesson", lesson)
        if not states[lesson.id].ever_finished:
            return NextThing("resume", lesson)
    return NextThing("store")


def _only_looked_into(state: LessonState) -> bool:
    return state.step_index == 0 and not state.tries and not state.completed_step
