"""The workbook of an export."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.export.tables import TABLES, heading
from tests.integration.export.acts import export, table


@pytest.mark.parametrize(("language", "right_to_left"), [("ug", True), ("zh", False)])
def test_sheets_run_as_the_language_does(
    village: Path, tmp_path: Path, language: str, right_to_left: bool
) -> None:
    out = export(village, tmp_path / "out", "--format", "xlsx", "--lang", language)
    book = load_workbook(out / "village.xlsx")
    assert len(book.worksheets) == len(TABLES) + 1
    for each, sheet in zip(TABLES, book.worksheets, strict=False):
        assert sheet.title == getattr(heading(each.name), language)
        assert bool(sheet.sheet_view.rightToLeft) is right_to_left
        assert sheet.freeze_panes == "A2"
        assert sheet.max_row > 1
        assert sheet.column_dimensions["A"].width > 30


def test_the_workbook_says_what_the_tables_say(village: Path, tmp_path: Path) -> None:
    out = export(village, tmp_path / "out", "--format", "csv,xlsx")
    sheets = load_workbook(out / "village.xlsx").worksheets
    for each, sheet in zip(TABLES, sheets, strict=False):
        rows = table(out, each.name)
        assert sheet.max_row == len(rows) + 1
        first = [cell.value for cell in sheet[2]]
        for text, value in zip(rows[0].values(), first, strict=False):
            same = float(text) == value if isinstance(value, int | float) else text == (value or "")
            assert same, (each.name, text, value)


def test_more_rows_than_a_sheet_takes_go_on_in_another_one(
    village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.export.xlsx_file.MOST_ROWS", 50)
    out = export(village, tmp_path / "out", "--format", "csv,xlsx")
    book = load_workbook(out / "village.xlsx")
    name = heading("attempts").ug
    sheets = [sheet for sheet in book if sheet.title.startswith(name)]
    assert sheets[1].title == f"{name} 2"
    assert sum(sheet.max_row - 1 for sheet in sheets) == len(table(out, "attempts"))
