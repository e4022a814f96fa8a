"""Takes a reviewed spreadsheet back: every row is checked before any file is changed."""

import os
import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from audio.errors import FileRefused
from audio.foreign_zip import opened_zip
from kiosk.authoring.errors import AuthoringProblem, SheetRefused
from kiosk.authoring.reviews import MARKS_FILE, marks_text, read_marks, words_sum
from kiosk.authoring.rewriting import rewritten
from kiosk.authoring.sheet import (
    BETTER,
    COLUMNS,
    FIRST_ROW,
    MARKS,
    READ,
    REMARK,
    SUM,
    Row,
    language_of,
    phrase_sum,
)
from kiosk.authoring.texts import Text
from lessons.phrase import LANGUAGES, Language

MOST_BYTES: Final = 50_000_000
_MOST_UNPACKED: Final = 200_000_000
_NEW_MODE: Final = 0o644
_PLACE: Final = re.compile(r"\{[^{}]*\}|[{}]")
_NOT_WORDS: Final = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a sheet changes: new words by file and path, marks, and what reviewers remark."""

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    marks: dict[tuple[Language, str], str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    missing: int = 0
    """Phrases that the sheet does not have."""

    @property
    def changes(self) -> int:
        """How many words are other ones."""
        return sum(map(len, self.words.values()))


def read_sheet(path: Path) -> tuple[Language, list[Row]]:
    """The language that was reviewed, and the rows.

    Raises:
        AuthoringProblem: it is no such sheet.
        SheetRefused: a cell holds something that is no text.
    """
    try:
        with opened_zip(path, "spreadsheet", most=MOST_BYTES) as pack:
            _require_small(path, pack)
            return _read(path)
    except FileRefused as error:
        raise AuthoringProblem(str(error)) from error


def taken(rows: list[Row], language: Language, texts: tuple[Text, ...], project: Path) -> Taken:
    """What the rows change.

    Raises:
        SheetRefused: a row does not fit the content; with the number of every such row.
        ContentError: the list of phrases that were read is broken.
    """
    known = {text.key: text for text in texts}
    count = Counter(row.key for row in rows)
    lines = [
        f"row {row.number}: {row.key or 'no key'}: {problem}"
        for row in rows
        for problem in _problems(row, known.get(row.key), count[row.key], language)
    ]
    if lines:
        raise SheetRefused(tuple(lines))
    found = Taken(
        marks=read_marks(project),
        remarks=tuple(
            f"{known[row.key].node.file}:{known[row.key].node.line}: {row.cells[REMARK]}"
            for row in rows
            if row.cells[REMARK]
        ),
        missing=len(known.keys() - count.keys()),
    )
    for row in rows:
        _take(found, row, known[row.key], language)
    return found


def put_in_place(found: Taken, project: Path) -> None:
    """Change the files: all of them are made first, then each takes its place whole.

    Raises:
        ContentError: a file cannot hold the words.
        AuthoringProblem: it cannot be written.
    """
    files: dict[Path, bytes] = {}
    for name, changes in found.words.items():
        path = project / name
        text = path.read_bytes().decode("utf-8")
        files[path] = rewritten(text, changes, name).encode("utf-8")
    if found.marks != read_marks(project):
        files[project / MARKS_FILE] = marks_text(found.marks).encode("utf-8")
    for path, content in files.items():
        _replace(path, content)


def _problems(row: Row, text: Text | None, count: int, language: Language) -> Iterator[str]:
    if text is None:
        yield "there is no such phrase"
        return
    if count > 1:
        yield "stands here more than once"
    if row.cells[SUM] != phrase_sum(text.phrase):
        yield "was changed in its file after the sheet was written: write a new sheet"
    if row.cells[READ] and row.cells[READ].lower() not in MARKS:
        yield f"what says that it was read must be x or empty, not {row.cells[READ]!r}"
    changed = row.words(language) != text.phrase.text(language)
    if row.cells[BETTER] and changed and row.cells[BETTER] != row.words(language):
        yield f"has other words in two columns: {language} and better"
    for each in LANGUAGES:
        yield from _misfits(_wanted(row, each, language), text.phrase.text(each), each)


def _misfits(words: str, before: str, language: Language) -> Iterator[str]:
    if not words:
        yield f"{language} is empty"
    elif _NOT_WORDS.search(words):
        yield f"{language} has a line break or another sign that cannot be shown"
    elif not any(sign.isalnum() for sign in words):
        yield f"{language} has no words"
    elif _places(words) != _places(before):
        yield f"{language} has the places {_places(words)}, not {_places(before)}"


def _places(words: str) -> str:
    return " ".join(sorted(_PLACE.findall(words))) or "none"


def _wanted(row: Row, each: Language, language: Language) -> str:
    """The words that the row asks for."""
    return row.cells[BETTER] if each == language and row.cells[BETTER] else row.words(each)


def _take(found: Taken, row: Row, text: Text, language: Language) -> None:
    for each in LANGUAGES:
        words = _wanted(row, each, language)
        if words != text.phrase.text(each):
            path = text.part(each).path
            found.words.setdefault(text.node.file, {})[path] = words
    if row.cells[READ]:
        found.marks[language, row.key] = words_sum(_wanted(row, language, language))
    else:
        found.marks.pop((language, row.key), None)


def _require_small(path: Path, pack: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in pack.infolist()) > _MOST_UNPACKED:
        raise FileRefused(path.name, "it holds more than a sheet of texts can")


def _read(path: Path) -> tuple[Language, list[Row]]:
    try:
        book = load_workbook(path, read_only=True)
        sheet = book.worksheets[0]
        cells = [_cells(row) for row in sheet.iter_rows(max_col=len(COLUMNS))]
        book.close()
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError) as error:
        raise AuthoringProblem(f"{path.name} is no spreadsheet that can be read") from error
    language = language_of(cells[0]) if cells else None
    if language is None:
        raise AuthoringProblem(f"{path.name}: the first row is not that of an exported sheet")
    rows = [Row(number, row) for number, row in enumerate(cells[1:], FIRST_ROW) if any(row)]
    formulas = [f"row {row.number}: a formula, not text" for row in rows if _has_formula(row)]
    if formulas:
        raise SheetRefused(tuple(formulas))
    return language, rows


def _cells(row: tuple[Any, ...]) -> tuple[str, ...]:
    found = tuple(_text(cell) for cell in row)
    return found + ("",) * (len(COLUMNS) - len(found))


def _text(cell: Any) -> str:
    return "" if cell.value is None else str(cell.value).strip()


def _has_formula(row: Row) -> bool:
    return any(cell.startswith("=") for cell in row.cells)


def _replace(path: Path, content: bytes) -> None:
    """The file is the old one or the new one, whatever happens on the way."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new = Path(name)
        new.chmod(path.stat().st_mode if path.exists() else _NEW_MODE)
        new.replace(path)
    except OSError as error:
        raise AuthoringProblem(f"{path} cannot be written: {error.strerror}") from error
