"""What is still to be recorded in a language, what learners hear first standing first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from audio.sayable import Sayable, by_text
from audio.shelf.shelf import Shelf
from lessons.phrase import Language

FIRST: Final = (
    "start.welcome-first", "start.", "nav.", "enrol.", "secret.", "home.greeting", "home.",
    "lesson.", "lessons.", "trouble.", "voice.",
)  # fmt: skip
"""Of the kiosk's own words: a new learner hears them in this order."""
_LAST: Final = ("trainer.", "team.", "voices.")
"""Nobody but the trainer hears these."""


@dataclass(frozen=True, slots=True)
class ToRecord:
    """``phrases`` of one language, those that are to be recorded first, then those that are."""

    phrases: tuple[Sayable, ...]
    recorded: int

    @property
    def left(self) -> int:
        """How many no person has said yet, or not in the words of now."""
        return len(self.phrases) - self.recorded


def first_used(
    sayables: Iterable[Sayable], language: Language, first_unit: str = ""
) -> tuple[Sayable, ...]:
    """Each text of a language once, what learners hear first standing first.

    Without those that are filled when they are said, as no clip can say them. ``first_unit`` is
    the id of the course's first unit: its lessons come before all others.
    """
    mine = [each for each in sayables if each.language == language and not each.is_open]
    in_order = sorted(mine, key=lambda each: _rank(each, first_unit))  # keeps their order
    return tuple(same[0] for same in by_text(in_order).values())


def to_record(phrases: Iterable[Sayable], shelf: Shelf) -> ToRecord:
    """The ``phrases`` in their order, but those first that nobody has recorded as they are now."""
    done: list[Sayable] = []
    left: list[Sayable] = []
    for each in phrases:
        (done if is_recorded(each, shelf) else left).append(each)
    return ToRecord((*left, *done), len(done))


def is_recorded(phrase: Sayable, shelf: Shelf) -> bool:
    """Whether somebody said just these words."""
    return shelf.of_text(phrase.text_hash) is not None


def latest_voice(shelf: Shelf, language: Language) -> str:
    """The voice that was recorded last, rather one in this language; empty where there is none."""
    names = [(card.language == language, card.voice) for card in shelf.cards() if card.voice]
    in_language = [voice for same, voice in names if same]
    return (in_language or [voice for _, voice in names] or [""])[-1]


def _rank(phrase: Sayable, first_unit: str) -> int:
    groups: Sequence[str] = (*FIRST, f"course.units.{first_unit}.", "course.", "store.kinds.")
    for place, group in enumerate(groups):
        if phrase.key.startswith(group):
            return place
    return len(groups) + phrase.key.startswith(_LAST)
