"""One thing has one name: the glossary, and phrases that call a thing something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.authoring.problem import Problem, at
from kiosk.authoring.texts import Text
from lessons.errors import ContentError
from lessons.phrase import LANGUAGES, Language

GLOSSARY: Final = "lessons/lang/glossary.tsv"
_COLUMNS: Final = 6
_PLACE: Final = re.compile(r"\{\w+\}")
# a shopkeeper who buys keeps a shop: her name is no name of the learner's store
_NOT_OURS: Final = "demo_store/content/customers.yaml"


@dataclass(frozen=True, slots=True)
class Thing:
    """One row: a thing by its English name, and the patterns of its names and of other names."""

    name: str
    names: dict[Language, re.Pattern[str]]
    others: dict[Language, re.Pattern[str]]


def read_glossary(path: Path) -> tuple[Thing, ...]:
    """The rows of the glossary.

    Raises:
        ContentError: it cannot be read, or a row has not six columns.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(GLOSSARY, 1, "", f"cannot be read: {error}") from error
    return tuple(
        _thing(line, number)
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    )


def name_problems(text: Text, glossary: tuple[Thing, ...]) -> Iterator[Problem]:
    """Other names for a thing; in a lesson also a thing that not every language names."""
    bare = {each: _PLACE.sub(" ", text.phrase.text(each)) for each in LANGUAGES}
    for thing in glossary:
        if text.node.file != _NOT_OURS:
            yield from _other_names(text, bare, thing)
        if text.room == "lesson":
            yield from _not_named(text, bare, thing)


def _other_names(text: Text, bare: dict[Language, str], thing: Thing) -> Iterator[Problem]:
    for language, pattern in thing.others.items():
        if other := pattern.search(bare[language]):
            problem = f"says {other[0]}: another name of {thing.name}"
            yield at(text.part(language), "error", "names", problem, language)


def _not_named(text: Text, bare: dict[Language, str], thing: Thing) -> Iterator[Problem]:
    if "en" not in thing.names or not thing.names["en"].search(bare["en"]):
        return
    for language, pattern in thing.names.items():
        if not pattern.search(bare[language]):
            problem = f"does not name what is in the English: {thing.name}"
            yield at(text.part(language), "warning", "names", problem, language)


def _thing(line: str, number: int) -> Thing:
    cells = line.split("\t")
    if len(cells) != _COLUMNS or not cells[0]:
        raise ContentError(GLOSSARY, number, "", f"must have {_COLUMNS} columns")
    en, zh, ug, *others = cells
    order: tuple[Language, ...] = ("en", "zh", "ug")
    return Thing(
        name=en.partition("|")[0],
        names={
            each: _pattern(words, each)
            for each, words in zip(order, (en, zh, ug), strict=True)
            if words
        },
        others={
            each: _pattern(words, each) for each, words in zip(order, others, strict=True) if words
        },
    )


def _pattern(words: str, language: Language) -> re.Pattern[str]:
    """English words whole; the others may have something before or behind them."""
    choices = "|".join(re.escape(word) for word in words.split("|") if word)
    return re.compile(rf"(?i)\b({choices})\b" if language == "en" else choices)
