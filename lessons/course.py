"""The shape of the course: units of lessons of steps, as loaded from ``lessons/course``."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lessons.phrase import Phrase
from lessons.steps import (
    Answered,
    Choose,
    ChooseAll,
    Coaching,
    Doing,
    Find,
    Frame,
    Goal,
    InStore,
    ListenAndRepeat,
    Match,
    Money,
    Option,
    Order,
    Pair,
    Photo,
    Practice,
    Say,
    Side,
    Step,
    Story,
    Tell,
    Told,
)

__all__ = [
    "Answered",
    "Choose",
    "ChooseAll",
    "Coaching",
    "Course",
    "Doing",
    "Find",
    "Frame",
    "Goal",
    "InStore",
    "Lesson",
    "ListenAndRepeat",
    "Match",
    "Money",
    "Option",
    "Order",
    "Pair",
    "Photo",
    "Practice",
    "Say",
    "Side",
    "Skill",
    "Step",
    "Story",
    "Task",
    "Tell",
    "TestStep",
    "Told",
    "Unit",
]

Task = Practice | Money | Find | Choose
"""What can stand alone as a repeat of one minute."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson; ``id`` is its folder's name without the number."""

    id: str
    title: Phrase
    picture: str
    steps: tuple[Step, ...]
    promise: Phrase
    """The one sentence that invites to the lesson, said on the learner's home."""
    skill: str = ""
    """The id of the skill that its doing steps count for; empty for none."""


@dataclass(frozen=True, slots=True)
class Skill:
    """What she can do after a lesson; ``id`` is used once in the whole course.

    ``mistakes`` are names of what can go wrong in her store when she lacks it, ``because`` says
    then why it is practised now. Without a ``task`` it cannot be repeated alone.
    """

    id: str
    picture: str
    title: Phrase
    task: Task | None = None
    mistakes: tuple[str, ...] = ()
    because: Phrase | None = None


@dataclass(frozen=True, slots=True)
class TestStep:
    """A task of a unit's test, done in the store without help; its fields are as in `Practice`."""

    id: str
    picture: str
    say: Phrase
    goals: tuple[Goal, ...]
    situation: str
    screen: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of lessons; ``id`` is its folder's name without the number."""

    id: str
    title: Phrase
    picture: str
    lessons: tuple[Lesson, ...]
    skills: tuple[Skill, ...] = ()
    test: tuple[TestStep, ...] = ()
    """Done before the unit and after it; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Course:
    """All units in teaching order. Broken lessons are left out and listed by the loader."""

    units: tuple[Unit, ...] = field(default=())

    def lessons(self) -> Iterator[Lesson]:
        """Every lesson in teaching order."""
        for unit in self.units:
            yield from unit.lessons

    def lesson(self, lesson_id: str) -> Lesson | None:
        """The lesson with this id, or None where there is none (any more)."""
        return next((lesson for lesson in self.lessons() if lesson.id == lesson_id), None)

    def skills(self) -> Iterator[Skill]:
        """Every skill in teaching order."""
        for unit in self.units:
            yield from unit.skills

    def skill(self, skill_id: str) -> Skill | None:
        """The skill with this id, or None where there is none (any more)."""
        return next((skill for skill in self.skills() if skill.id == skill_id), None)
