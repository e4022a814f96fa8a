"""All tables as the sheets of one workbook, from right to left where the language runs so."""

from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError, XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from kiosk.export.case import Case, Wanted
from kiosk.export.tables import DICTIONARY, DICTIONARY_COLUMNS, TABLES, Table, dictionary, heading
from kiosk.progress.cells import Cell, harmless
from lessons.phrase import Language

NAME: Final = "village.xlsx"
MOST_ROWS: Final = 1_048_576
"""Of a sheet; what is more goes on in another one."""
_NARROWEST: Final = 10
_WIDEST: Final = 40
_WIDTHS: Final = {"learner": 38, "event": 38, "name": 20, "lessons_done": 40, "note": 40,
                  "at": 26, "first_at": 26, "last_at": 26, "last_seen": 24, "day": 12}  # fmt: skip
"""In letters, where the heading does not tell."""


class XlsxFile:
    """A file in a folder, written at the end of its ``with``; rows wait on the disk, not in memory.

    Raises OSError.
    """

    def __init__(self, folder: Path, wanted: Wanted) -> None:
        self._wanted = wanted
        options = {
            "constant_memory": True,
            "tmpdir": str(folder),
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        self._book = Workbook(str(folder / NAME), options)
        self._bold = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})

    def __enter__(self) -> Self:
        self._sheets = [_Sheets(self._book, table, self._wanted.language) for table in TABLES]
        for each in self._sheets:
            each.begin(self._bold)
        self._tell_columns()
        return self

    def add(self, case: Case) -> None:
        """One more learner."""
        for sheets in self._sheets:
            for row in sheets.table.rows(case, self._wanted):
                sheets.write(harmless(row), self._bold)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:  # it is thrown away: whatever else goes wrong says nothing new
            with suppress(OSError, XlsxWriterException):
                self._book.close()
            return
        try:
            self._book.close()
        except FileCreateError as wrapped:
            raise OSError(str(wrapped)) from wrapped

    def _tell_columns(self) -> None:
        sheet = self._book.add_worksheet(heading(DICTIONARY).text(self._wanted.language))
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(DICTIONARY_COLUMNS) - 1, _WIDEST // 2)
        sheet.set_column(5, 5, 2 * _WIDEST)
        sheet.write_row(0, 0, DICTIONARY_COLUMNS, self._bold)
        for number, row in enumerate(dictionary(), start=1):
            sheet.write_row(number, 0, row)


class _Sheets:
    """A table's sheet, and a further one where it is full."""

    def __init__(self, book: Workbook, table: Table, language: Language) -> None:
        self.table = table
        self._book = book
        self._language = language
        self._count = self._row = 0
        self._sheet: Worksheet

    def begin(self, bold: object) -> None:
        self._count += 1
        number = f" {self._count}" if self._count > 1 else ""
        name = heading(self.table.name).text(self._language)
        self._sheet = self._book.add_worksheet(f"{name}{number}")
        if self._language == "ug":
            self._sheet.right_to_left()
        self._sheet.freeze_panes(1, 0)
        headings = [heading(each.key).text(self._language) for each in self.table.columns]
        for column, each in enumerate(self.table.columns):
            width = _WIDTHS.get(each.key, len(headings[column]) + 2)
            self._sheet.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))
        self._sheet.write_row(0, 0, headings, bold)
        self._row = 1

    def write(self, row: list[Cell], bold: object) -> None:
        if self._row >= MOST_ROWS:
            self.begin(bold)
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    self._sheet.write_string(self._row, column, cell)
            elif cell is not None:
                self._sheet.write_number(self._row, column, cell)
        self._row += 1
