"""Which languages were read by somebody who speaks them, and which phrases.

``lessons/lang/languages.yaml`` says it of a language, ``lessons/lang/phrases-reviewed.tsv`` of
phrases: language, key, and a sum of the words as they were read, so that a changed phrase counts as
not read.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.authoring.texts import Text
from lessons.content import load_yaml
from lessons.errors import ContentError
from lessons.phrase import LANGUAGES, Language

LANGUAGES_FILE: Final = "lessons/lang/languages.yaml"
MARKS_FILE: Final = "lessons/lang/phrases-reviewed.tsv"
_HEAD: Final = (
    "# Phrases that somebody who speaks the language has read and found good: language, key, sum\n"
    "# of the words. Written by kiosk lessons import-texts.\n"
)
_SUM_LETTERS: Final = 12

Marks = Mapping[tuple[Language, str], str]
"""Sums of the words that were read, by language and key."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Of one language: whether all of it was read, and how many phrases of how many."""

    whole: bool
    phrases: int
    of: int


def reviewed(texts: Iterable[Text], project: Path) -> dict[Language, Reviewed]:
    """How far each language was read.

    Raises:
        ContentError: one of the two files is not as it must be.
    """
    texts = tuple(texts)
    node = load_yaml(project / LANGUAGES_FILE, project)
    marks = read_marks(project)
    found: dict[Language, Reviewed] = {}
    for language in LANGUAGES:
        said = node.field(language).field("reviewed")
        if said.value not in ("yes", "no"):
            raise said.error("must be yes or no", language)
        count = sum(is_marked(marks, text, language) for text in texts)
        found[language] = Reviewed(said.value == "yes", count, len(texts))
    return found


def is_marked(marks: Marks, text: Text, language: Language) -> bool:
    """Whether the phrase was read in the words that it has now."""
    return marks.get((language, text.key)) == words_sum(text.phrase.text(language))


def words_sum(words: str) -> str:
    """What tells whether words were changed."""
    return hashlib.sha256(words.encode()).hexdigest()[:_SUM_LETTERS]


def read_marks(project: Path) -> dict[tuple[Language, str], str]:
    """The phrases that were read; none where there is no file yet.

    Raises:
        ContentError: a row is not three columns.
    """
    try:
        lines = (project / MARKS_FILE).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(MARKS_FILE, 1, "", f"cannot be read: {error}") from error
    marks: dict[tuple[Language, str], str] = {}
    for number, line in enumerate(lines, start=1):
        if line.startswith("#") or not line.strip():
            continue
        name, _, rest = line.partition("\t")
        key, _, words = rest.partition("\t")
        language = next((each for each in LANGUAGES if each == name), None)
        if language is None or not words:
            raise ContentError(MARKS_FILE, number, "", "must be language, key and sum")
        marks[language, key] = words
    return marks


def marks_text(marks: Marks) -> str:
    """The file of the marks."""
    rows = (f"{language}\t{key}\t{words}\n" for (language, key), words in sorted(marks.items()))
    return _HEAD + "".join(rows)
