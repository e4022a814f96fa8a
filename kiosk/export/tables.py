"""The tables there are: what each is called, its columns, and the rows that a learner gives it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kiosk.export import attempts, attendance, learners, orders, skills, steps
from kiosk.export.case import Case, Wanted
from kiosk.export.columns import Column
from kiosk.progress.cells import Cell
from lessons.content import load_yaml
from lessons.phrase import Phrase

WORDS: Final = Path(__file__).parent / "words.yaml"

Rows = Callable[[Case, Wanted], Iterable[tuple[Cell, ...]]]


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` is that of its file; every row has a cell for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: Rows


TABLES: Final = (
    Table("learners", learners.COLUMNS, learners.rows),
    Table("attempts", attempts.COLUMNS, attempts.rows),
    Table("skills", skills.COLUMNS, skills.rows),
    Table("steps", steps.COLUMNS, steps.rows),
    Table("orders", orders.COLUMNS, orders.rows),
    Table("attendance", attendance.COLUMNS, attendance.rows),
)

DICTIONARY: Final = "columns"
"""The table that tells every column of the others."""
DICTIONARY_COLUMNS: Final = ("table", "column", "ug", "zh", "en", "meaning", "unit", "values")


def dictionary() -> list[tuple[str, ...]]:
    """A row for each column of each table."""
    return [
        (table.name, each.key, *_in_all(heading(each.key)), each.meaning, each.unit, each.values)
        for table in TABLES
        for each in table.columns
    ]


def heading(key: str) -> Phrase:
    """What a column or a table is called for people."""
    return _words()[key]


def _in_all(phrase: Phrase) -> tuple[str, str, str]:
    return phrase.ug, phrase.zh, phrase.en


@cache
def _words() -> dict[str, Phrase]:
    return {key: node.phrase() for key, node in load_yaml(WORDS, WORDS.parent).entries()}
