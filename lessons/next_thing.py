"""The one thing a learner is invited to next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lessons.course import Course, Lesson
from lessons.state import LessonState


@dataclass(frozen=True, slots=True)
class NextThing:
    """Go on with a lesson, begin one, or trade in the store; ``lesson`` is None for the store."""

    kind: Literal["resume", "lesson", "store"]
    lesson: Lesson | None = None


def next_thing(course: Course, states: Mapping[str, LessonState]) -> NextThing:
    """What comes next; ``states`` by lesson id, in the order in which they were last started.

    A lesson that she once finished and began again does not hold her back from a new one, and one
    that she only looked into does not lead her past those before it.
    """
    for lesson_id, state in reversed(list(states.items())):
        lesson = course.lesson(lesson_id)
        if lesson is not None and not state.ever_finished and not _only_looked_into(state):
            return NextThing("resume", lesson)
    for lesson in course.lessons():
        if lesson.id not in states:
            return NextThing("lesson", lesson)
        if not states[lesson.id].ever_finished:
            return NextThing("resume", lesson)
    return NextThing("store")


def _only_looked_into(state: LessonState) -> bool:
    return state.step_index == 0 and not state.tries and not state.completed_step
