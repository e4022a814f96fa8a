"""Writes all texts into a spreadsheet that a reviewer can read beside their pictures."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from demo_store.errors import DemoStoreError
from demo_store.village.scene_content import load_scene
from demo_store.world.catalogue import load_catalogue
from kiosk.authoring.errors import AuthoringProblem
from kiosk.authoring.reviews import read_marks
from kiosk.authoring.sheet import (
    BETTER,
    CLIP,
    COLUMNS,
    KEY,
    PICTURE,
    READ,
    REMARK,
    SUM,
    UG,
    headings,
    row_of,
)
from kiosk.authoring.texts import PROJECT, Text
from kiosk.course import the_course
from kiosk.inventory import named_phrases
from lessons.errors import ContentError
from lessons.phrase import Language, Phrase

SHEET: Final = "texts"
_ROW_HEIGHT: Final = 40
_WIDTHS: Final = {KEY: 30, PICTURE: 16, CLIP: 24, BETTER: 44, READ: 12, REMARK: 30}
_WORDS_WIDTH: Final = 44


def clip_keys() -> dict[Phrase, str]:
    """The key by which a phrase is recorded; of the same words in several places the first.

    Raises:
        AuthoringProblem: the content is broken.
    """
    try:
        catalogue = load_catalogue()
        found = named_phrases(the_course(catalogue).course, catalogue, load_scene())
        keys: dict[Phrase, str] = {}
        for key, phrase in found:
            keys.setdefault(Phrase(phrase.ug, phrase.zh, phrase.en), key)
    except (ContentError, DemoStoreError) as error:
        raise AuthoringProblem(f"the content cannot be read: {error}") from error
    return keys


def write_sheet(
    path: Path,
    texts: tuple[Text, ...],
    language: Language,
    keys: Mapping[Phrase, str],
    pictures: Mapping[str, bytes],
    project: Path = PROJECT,
) -> None:
    """Write the sheet for who reviews a language.

    ``keys`` are those of `clip_keys`, ``pictures`` are PNG files by name.

    Raises:
        AuthoringProblem: the list of what was read is broken, or the file cannot be written.
    """
    try:
        marks = read_marks(project)
        book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
        sheet = book.add_worksheet(SHEET)
        _lay_out(book, sheet, language)
        plain = _formats(book)
        for number, text in enumerate(texts, start=1):
            cells = row_of(text, keys.get(text.phrase, ""), marks, language)
            for column, cell in enumerate(cells):
                sheet.write_string(number, column, cell, plain[column])
            if image := pictures.get(text.picture):
                _show(sheet, number, text.picture, image)
        book.close()
    except ContentError as error:
        raise AuthoringProblem(str(error)) from error
    except (OSError, XlsxWriterException) as error:
        raise AuthoringProblem(f"{path} cannot be written: {error}") from error


def _formats(book: Workbook) -> list[object]:
    """How each column is written: Uyghur from right to left."""
    usual = {"text_wrap": True, "valign": "top"}
    right = usual | {"reading_order": 2, "align": "right"}
    grey = usual | {"font_color": "#777777", "font_size": 8}
    found = [book.add_format(usual)] * len(COLUMNS)
    found[UG] = book.add_format(right)
    for column in (KEY, PICTURE, CLIP, SUM):
        found[column] = book.add_format(grey)
    return found


def _lay_out(book: Workbook, sheet: Worksheet, language: Language) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, headings(language), bold)
    sheet.freeze_panes(1, 1)
    sheet.set_default_row(_ROW_HEIGHT)
    for column in range(len(COLUMNS)):
        sheet.set_column(column, column, _WIDTHS.get(column, _WORDS_WIDTH))
    sheet.set_column(SUM, SUM, 10, None, {"hidden": True})


def _show(sheet: Worksheet, row: int, name: str, image: bytes) -> None:
    options = {"image_data": io.BytesIO(image), "object_position": 1, "x_offset": 60, "y_offset": 2}
    sheet.insert_image(row, PICTURE, f"{name}.png", options)
