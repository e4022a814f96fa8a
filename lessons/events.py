"""What happened in a lesson or a test. Past-tense facts, written to the journal as they are."""

from dataclasses import dataclass
from typing import Final, Literal

REPEAT: Final = "again--"
"""How the id of a lesson begins that only repeats the task of a skill; the skill's id follows."""

When = Literal["before", "after"]
"""Whether a unit's test is taken before its lessons or after them."""


@dataclass(frozen=True, slots=True)
class LessonStarted:
    """A learner began a lesson from its first step."""

    lesson: str


@dataclass(frozen=True, slots=True)
class StepEntered:
    """A learner came to a step."""

    lesson: str
    step: str


@dataclass(frozen=True, slots=True)
class PictureShown:
    """A learner came to a picture of a story, forth or back; empty: to what it opens with."""

    lesson: str
    step: str
    picture: str


@dataclass(frozen=True, slots=True)
class StepAnswered:
    """An answer was given: option ids, ids in sequence, or the laid fen as digits."""

    lesson: str
    step: str
    answer: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class HintGiven:
    """Help came: 1 other words, 2 the pulsing hand, 3 a demonstration."""

    lesson: str
    step: str
    level: int
    asked: bool
    """True where the learner asked for it, False where a wrong answer brought it."""


@dataclass(frozen=True, slots=True)
class GoalReached:
    """One goal of a practice step was reached in the store; ``goal`` counts from 0."""

    lesson: str
    step: str
    goal: int


@dataclass(frozen=True, slots=True)
class StepCompleted:
    """A step was done; ``tries`` counts answers, ``hints`` the help needed (0-3)."""

    lesson: str
    step: str
    tries: int
    hints: int


@dataclass(frozen=True, slots=True)
class LessonCompleted:
    """The last step of a lesson was done."""

    lesson: str


LessonEvent = (
    LessonStarted
    | StepEntered
    | PictureShown
    | StepAnswered
    | HintGiven
    | GoalReached
    | StepCompleted
    | LessonCompleted
)


@dataclass(frozen=True, slots=True)
class _OfTest:
    """Something that happened in the test of a unit."""

    unit: str
    when: When

    @property
    def lesson(self) -> str:
        """The id under which the test is shown as a lesson."""
        return id_of_test(self.unit, self.when)


@dataclass(frozen=True, slots=True)
class TestBegun(_OfTest):
    """A learner began the test of a unit."""


@dataclass(frozen=True, slots=True)
class TestGoalReached(_OfTest):
    """One goal of a step was reached in the store; ``goal`` counts from 0."""

    step: str
    goal: int


@dataclass(frozen=True, slots=True)
class TestStepEnded(_OfTest):
    """A step was done without help, or where it is not ``right`` she does not know it yet."""

    step: str
    right: bool


@dataclass(frozen=True, slots=True)
class TestEnded(_OfTest):
    """The test is over; ``skipped`` where she did not want to do it, or not to its end."""

    skipped: bool = False


TestEvent = TestBegun | TestGoalReached | TestStepEnded | TestEnded


def id_of_test(unit: str, when: When) -> str:
    """The id under which a test is shown as a lesson; no lesson can have it."""
    return f"{when}--{unit}"
