"""The tables as CSV, one file a table, and one that tells every column."""

import csv
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kiosk.export.case import Case, Wanted
from kiosk.export.tables import DICTIONARY, DICTIONARY_COLUMNS, TABLES, dictionary
from kiosk.progress.cells import harmless
from kiosk.progress.export import LINE_END

BLOCK: Final = 1 << 16

WriteRows = Callable[[Iterable[Iterable[object]]], None]


class CsvFiles:
    """Files in a folder, open until the end of its ``with``; raises OSError."""

    def __init__(self, folder: Path, wanted: Wanted) -> None:
        self._folder = folder
        self._wanted = wanted
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        self._tables = [
            (table, self._begun(table.name, tuple(each.key for each in table.columns)))
            for table in TABLES
        ]
        self._begun(DICTIONARY, DICTIONARY_COLUMNS)(dictionary())
        return self

    def add(self, case: Case) -> None:
        """One more learner."""
        for table, write_rows in self._tables:
            write_rows(map(harmless, table.rows(case, self._wanted)))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._opened.close()

    def _begun(self, name: str, columns: tuple[str, ...]) -> WriteRows:
        path = self._folder / f"{name}.csv"
        # The codec that writes the mark itself does so in Python, for every row.
        file = self._opened.enter_context(path.open("w", BLOCK, encoding="utf-8", newline=""))
        file.write(BOM_UTF8.decode())
        writer = csv.writer(file, lineterminator=LINE_END)
        writer.writerow(columns)
        return writer.writerows
