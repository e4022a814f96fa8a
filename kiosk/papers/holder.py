"""What stands on papers: of whom, and what she did."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lessons.phrase import Language


@dataclass(frozen=True, slots=True)
class Holder:
    """A learner as papers show her; ``picture`` and ``product`` are files of pictures."""

    id: str
    name: str
    picture: Path
    family: str = ""
    product: Path | None = None
    product_name: str = ""
    lessons: tuple[tuple[str, Path], ...] = ()
    """Titles and pictures of the lessons that she finished."""


@dataclass(frozen=True, slots=True)
class Order:
    """Papers of one kind that are printed together; ``one_more`` is called after each holder."""

    holders: Sequence[Holder]
    language: Language
    day: date
    group: str = ""
    one_more: Callable[[], None] = lambda: None
