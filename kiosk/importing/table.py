"""A CSV file as rows of named cells, of which nothing is believed."""

import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.importing.errors import ImportProblem
from kiosk.progress.cells import undefused

LARGEST_BYTES: Final = 64 * 1024**2
_PARTED_BY: Final = ",;\t"
"""Spreadsheets write what is usual in their country."""


@dataclass(frozen=True, slots=True)
class Row:
    """``line`` is where it begins in the file; cells are without blanks around them."""

    line: int
    cells: Mapping[str, str]


@dataclass(slots=True)
class Table:
    """The rows that have the right number of cells, and what is wrong, a line each."""

    name: str
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def is_wrong(self, line: int, column: str, what: str) -> None:
        """Notes what has to be mended, with file, line and column."""
        self.wrong.append(f"{self.name}:{line}: {column}: {what}")

    def require(self, needed: Collection[str], known: Collection[str]) -> None:
        """Notes columns that are missing, unknown or there twice."""
        missing = [each for each in needed if each not in self.columns]
        strange = [each for each in self.columns if each not in known]
        twice = sorted({each for each in self.columns if self.columns.count(each) > 1})
        for what, columns in (("missing", missing), ("unknown", strange), ("doubled", twice)):
            self.wrong += [f"{self.name}:1: {what} column: {each!r}" for each in columns]


def read_table(path: Path) -> Table:
    """The file; raises ImportProblem where it is no table at all."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise ImportProblem(f"{path.name} is larger than {LARGEST_BYTES // 1024**2} MB")
        return table_of(path.name, path.read_bytes())
    except OSError as error:
        raise ImportProblem(f"{path} cannot be read: {error.strerror or error}") from error


def table_of(name: str, content: bytes) -> Table:
    """What stands in a file of this name; raises ImportProblem where it is no table at all."""
    text = _text(name, content)
    lines = text.splitlines(keepends=True)
    first = lines[0] if lines else ""
    reader = csv.reader(lines, delimiter=max(_PARTED_BY, key=first.count), strict=True)
    table = Table(name)
    try:
        table.columns = tuple(each.strip() for each in next(reader, []))
        table.rows = list(_rows(table, reader))
    except csv.Error as error:
        raise ImportProblem(f"{name}:{reader.line_num}: {error}") from error
    if not table.columns:
        raise ImportProblem(f"{name} is empty")
    return table


def _rows(table: Table, reader: Iterator[list[str]]) -> Iterator[Row]:
    before = 1
    for cells in reader:
        line, before = before + 1, getattr(reader, "line_num", before + 1)
        if not any(cells):
            continue
        if len(cells) != len(table.columns):
            what = f"{len(cells)} cells, where there are {len(table.columns)} columns"
            table.wrong.append(f"{table.name}:{line}: {what}")
            continue
        clean = (undefused(cell.strip()) for cell in cells)
        yield Row(line, dict(zip(table.columns, clean, strict=True)))


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportProblem(f"{name} is not UTF-8: save it as CSV UTF-8") from error
