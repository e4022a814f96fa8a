"""What the course teaches to do. The one place that knows what counts as a skill.

A lesson that names its skill practises it in all its steps, and so do its repeats. Any other
practises in one way with its steps of one kind.
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
from lessons.events import REPEAT
from lessons.phrase import Phrase

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
    """Steps of one ``kind`` (``choose``, ``order``, ``money``, ``practice``) of a lesson.

    Where the lesson names its skill it is all of them, and the kind is ``lesson``.
    """

    lesson: Lesson
    kind: str
    steps: tuple[StepKey, ...]
    picture: str
    title: Phrase

    @property
    def id(self) -> str:
        """Stable as long as the lesson's id is."""
        return f"{self.lesson.id}/{self.kind}"


def skills_of(course: Course) -> tuple[Skill, ...]:
    """All skills in the sequence of the course; what is only told is none."""
    return tuple(skill for lesson in course.lessons() for skill in _of(course, lesson))


def _of(course: Course, lesson: Lesson) -> list[Skill]:
    doing = [step for step in lesson.steps if not isinstance(step, Told)]
    if lesson.skill:
        return [_named(course, lesson, [(lesson.id, step.id) for step in doing])]
    steps: dict[str, list[StepKey]] = {}
    for step in doing:
        steps.setdefault(_KINDS[type(step)], []).append((lesson.id, step.id))
    return [
        Skill(lesson, kind, tuple(keys), lesson.picture, lesson.title)
        for kind, keys in steps.items()
    ]


def _named(course: Course, lesson: Lesson, keys: list[StepKey]) -> Skill:
    skill = course.skill(lesson.skill)
    if skill is not None and skill.task is not None:
        keys.append((f"{REPEAT}{skill.id}", skill.task.id))
    shown = skill or lesson
    return Skill(lesson, "lesson", tuple(keys), shown.picture, shown.title)
