"""The shape of the course: units of lessons of steps, as loaded from ``lessons/course``."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Option:
    """A picture answer; ``hint`` is what is said when this wrong one was chosen."""

    id: str
    picture: str
    say: Phrase
    right: bool = False
    hint: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """Reached by any one of these store events, by class name (``OrderAccepted``).

    Of an event that is good or not, ``TroubleEnded:good`` is reached only where it is.
    """

    any_of: tuple[str, ...]

    @property
    def events(self) -> tuple[str, ...]:
        """The class names alone."""
        return tuple(name.partition(":")[0] for name in self.any_of)


@dataclass(frozen=True, slots=True)
class Coaching:
    """What is said around an answer.

    ``hint`` says it in other words, ``hint_with_hand`` goes with the pulsing hand,
    ``demonstration`` with showing how it is done, ``praise`` with a right answer.
    """

    hint: Phrase
    hint_with_hand: Phrase
    demonstration: Phrase
    praise: Phrase


@dataclass(frozen=True, slots=True)
class Tell:
    """One picture, one sentence."""

    id: str
    picture: str
    say: Phrase


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose the right picture."""

    id: str
    picture: str
    say: Phrase
    options: tuple[Option, ...]
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Order:
    """Put pictures in sequence; ``items`` stand in the right order."""

    id: str
    picture: str
    say: Phrase
    items: tuple[Option, ...]
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Money:
    """Lay exactly ``amount_fen`` (1 yuan = 100 fen) in notes and coins."""

    id: str
    picture: str
    say: Phrase
    amount_fen: int
    coaching: Coaching


@dataclass(frozen=True, slots=True)
class Practice:
    """Do it in the store: every goal must be reached, by any route.

    ``situation`` names what the store must hold before the step begins (see
    ``demo_store.practice.situations``); ``screen`` is the store screen to open on.
    """

    id: str
    picture: str
    say: Phrase
    goals: tuple[Goal, ...]
    situation: str
    screen: str
    coaching: Coaching


Step = Tell | Choose | Order | Money | Practice


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson; ``id`` is its folder's name without the number."""

    id: str
    title: Phrase
    picture: str
    steps: tuple[Step, ...]
    promise: Phrase
    """The one sentence that invites to the lesson, said on the learner's home."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of lessons; ``id`` is its folder's name without the number."""

    id: str
    title: Phrase
    picture: str
    lessons: tuple[Lesson, ...]


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
