"""What the course teaches to do. The one place that knows what counts as a skill.

Today it is what a lesson practises in one way: its steps of one kind. Lessons that name their
skills themselves would be read here.
"""

from dataclasses import dataclass
from typing import Final

from kiosk.progress.step_help import StepKey
from lessons.course import (
    Choose,
    ChooseAll,
    Course,
    Find,
    Lesson,
    ListenAndRepeat,
    Match,
    Money,
    Order,
    Photo,
    Practice,
    Say,
    Step,
    Told,
)

_KINDS: Final[dict[type[Step], str]] = {
    Choose: "choose",
    ChooseAll: "choose",
    Order: "order",
    Match: "order",
    Money: "money",
    Find: "practice",
    Practice: "practice",
    Photo: "practice",
    Say: "practice",
    ListenAndRepeat: "practice",
}


@dataclass(frozen=True, slots=True)
class Skill:
    """Steps of one ``kind`` (``choose``, ``order``, ``money``, ``practice``) of a lesson."""

    lesson: Lesson
    kind: str
    steps: tuple[StepKey, ...]

    @property
    def id(self) -> str:
        """Stable as long as the lesson's id is."""
        return f"{self.lesson.id}/{self.kind}"


def skills_of(course: Course) -> tuple[Skill, ...]:
    """All skills in the sequence of the course; what is only told is none."""
    return tuple(skill for lesson in course.lessons() for skill in _of(lesson))


def _of(lesson: Lesson) -> list[Skill]:
    steps: dict[str, list[StepKey]] = {}
    for step in lesson.steps:
        if not isinstance(step, Told):
            steps.setdefault(_KINDS[type(step)], []).append((lesson.id, step.id))
    return [Skill(lesson, kind, tuple(keys)) for kind, keys in steps.items()]
