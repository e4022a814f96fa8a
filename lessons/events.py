"""What happened in a lesson. Past-tense facts, written to the journal as they are."""

from dataclasses import dataclass


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
    | StepAnswered
    | HintGiven
    | GoalReached
    | StepCompleted
    | LessonCompleted
)
