"""The columns of the spreadsheet of all texts, and its rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kiosk.authoring.reviews import Marks, is_marked, words_sum
from kiosk.authoring.texts import Text
from lessons.phrase import LANGUAGES, Language, Phrase

NAMES: Final[Mapping[Language, str]] = {"ug": "Uyghur", "zh": "Chinese", "en": "English"}
MARK: Final = "x"
MARKS: Final = frozenset({"x", "yes", "✓", "✔", "1"})
"""What may stand in the column that says that a phrase was read."""
COLUMNS: Final = ("key", "picture", "clip", *LANGUAGES, "better", "read", "remark", "sum")
KEY, PICTURE, CLIP, UG, ZH, EN, BETTER, READ, REMARK, SUM = range(len(COLUMNS))
FIRST_ROW: Final = 2
"""Rows count from 1, and the first one holds the headings."""


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase in the sheet; ``number`` is that of its line there."""

    number: int
    cells: tuple[str, ...]

    @property
    def key(self) -> str:
        """Of the phrase."""
        return self.cells[KEY]

    def words(self, language: Language) -> str:
        """What stands in the column of a language."""
        return self.cells[UG + LANGUAGES.index(language)]


def headings(language: Language) -> tuple[str, ...]:
    """The first row of a sheet for who reviews this language."""
    name = NAMES[language]
    return (
        *("key", "picture", "clip", *LANGUAGES),
        f"better {name}",
        f"{name} read and good: {MARK}",
        "remark",
        "do not change",
    )


def language_of(cells: tuple[str, ...]) -> Language | None:
    """Whose headings these are; None where they are nobody's."""
    return next((each for each in LANGUAGES if headings(each) == cells), None)


def row_of(text: Text, clip: str, marks: Marks, language: Language) -> tuple[str, ...]:
    """The cells of a phrase."""
    return (
        text.key,
        text.picture,
        clip,
        *(text.phrase.text(each) for each in LANGUAGES),
        "",
        MARK if is_marked(marks, text, language) else "",
        "",
        phrase_sum(text.phrase),
    )


def phrase_sum(phrase: Phrase) -> str:
    """What tells whether a phrase was changed since the sheet was written."""
    return words_sum("\n".join(phrase.text(each) for each in LANGUAGES))
