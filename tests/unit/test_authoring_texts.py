"""All texts through a spreadsheet and back: nothing is lost, and what does not fit is refused."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kiosk.authoring.errors import AuthoringProblem, SheetRefused
from kiosk.authoring.exporting import clip_keys, write_sheet
from kiosk.authoring.importing import Taken, put_in_place, read_sheet, taken
from kiosk.authoring.reviews import reviewed
from kiosk.authoring.rewriting import rewritten
from kiosk.authoring.sheet import BETTER, CLIP, EN, KEY, PICTURE, READ, REMARK, SUM, UG, ZH
from kiosk.authoring.texts import PROJECT, TAUGHT, Text, read_content
from kiosk.authoring.thumbnails import thumbnails
from kiosk.cli import main
from lessons.content import parse_yaml
from lessons.phrase import LANGUAGES, Language, Phrase

MESSY: Final = """\
# what an author may write
plain: نان  # with a comment
double: "Look: it's \\"here\\""
single: 'one''s own'

list:
  - {ug: نان, zh: 馕, en: Nang}   # in braces
  -   en: "two, three"
      ug: >-
        بىر
        ئىككى
      zh: |
        一
  # between
  - last: 3.5 yuan
"""
FILES: Final = (
    "kiosk/phrases/order.yaml",
    "lessons/course/03-fair-price/01-a-fair-price/lesson.yaml",
    "demo_store/content/products.yaml",
    "kiosk/assets/pictures/pictures.yaml",
    "lessons/lang/languages.yaml",
)
PATHS: Final = (
    "plain", "double", "single", "list.1.ug", "list.1.zh", "list.1.en", "list.2.en", "list.2.ug",
    "list.2.zh", "list.3.last",
)  # fmt: skip
WORDS: Final = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
).map(str.strip)


def values(text: str) -> dict[str, str]:
    def walk(node: Any) -> dict[str, str]:
        if isinstance(node.value, str):
            return {node.path: node.value}
        parts = node.value if isinstance(node.value, tuple) else node.value.values()
        return {path: value for part in parts for path, value in walk(part).items()}

    return walk(parse_yaml(text, "messy.yaml"))


@given(st.dictionaries(st.sampled_from(PATHS), WORDS.filter(str.isprintable).filter(bool)))
def test_other_words_change_nothing_else(changes: dict[str, str]) -> None:
    written = rewritten(MESSY, changes, "messy.yaml")
    assert values(written) == values(MESSY) | changes
    for comment in ("# what an author may write", "  # with a comment", "   # in braces\n",
                    "\n  # between\n"):  # fmt: skip
        assert comment in written
    assert written.splitlines()[0] == MESSY.splitlines()[0]


@pytest.mark.parametrize(
    "words", ["yes: no", "- a", "# b", "a #b", "{x}", "true", "7", "a:", "*a", "@"]
)
@pytest.mark.parametrize("path", PATHS)
def test_words_that_look_like_yaml_stay_words(words: str, path: str) -> None:
    assert values(rewritten(MESSY, {path: words}, "messy.yaml"))[path] == words


@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_and_ends_of_lines_stay_as_they_were(head: str, end: str) -> None:
    text = head + MESSY.replace("\n", end)
    assert rewritten(text, {}, "messy.yaml") == text
    written = rewritten(text, {"plain": "تۇخۇم"}, "messy.yaml")
    assert written == text.replace("plain: نان", "plain: تۇخۇم")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of some files of every kind, to be written to."""
    folder = tmp_path_factory.mktemp("project")
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def keys() -> dict[Phrase, str]:
    return clip_keys()


@pytest.fixture
def sheet(project: Path, keys: dict[Phrase, str], tmp_path: Path) -> Path:
    path = tmp_path / "texts.xlsx"
    write_sheet(path, texts(project), "ug", keys, {}, project)
    return path


def texts(project: Path) -> tuple[Text, ...]:
    return read_content(project, TAUGHT).texts


def contents(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in project.rglob("*.*") if path.is_file()}


def edited(sheet: Path, edit: Callable[[Any], object]) -> Path:
    book = load_workbook(sheet)
    edit(book.worksheets[0])
    book.save(sheet)
    return sheet


def take(sheet: Path, project: Path) -> Taken:
    language, rows = read_sheet(sheet)
    found = taken(rows, language, texts(project), project)
    put_in_place(found, project)
    return found


def refusal(sheet: Path, project: Path) -> tuple[str, ...]:
    before = contents(project)
    with pytest.raises(SheetRefused) as caught:
        take(sheet, project)
    assert contents(project) == before
    return caught.value.lines


def row_of(page: Any, key: str) -> int:
    return next(row[0].row for row in page.iter_rows() if row[KEY].value == key)


ACCEPT: Final = "kiosk/phrases/order.yaml#accept"
DAYS: Final = "kiosk/phrases/order.yaml#days-left"
PRICE: Final = "lessons/course/03-fair-price/01-a-fair-price/lesson.yaml#steps.whole-price.say"


def test_a_sheet_that_nobody_changed_changes_no_byte(sheet: Path, project: Path) -> None:
    before = contents(project)
    assert take(sheet, project) == Taken(marks={})
    assert contents(project) == before


def test_every_phrase_is_a_row_with_picture_clip_and_three_languages(
    sheet: Path, project: Path
) -> None:
    _, rows = read_sheet(sheet)
    assert [row.key for row in rows] == [text.key for text in texts(project)]
    (price,) = [row for row in rows if row.key == PRICE]
    assert price.cells[PICTURE] == "scene-price-tag"
    assert price.cells[CLIP].endswith("a-fair-price.steps.whole-price.say")
    assert price.cells[EN] == "Lay the price of one nang: 3.5 yuan."
    assert all(row.cells[CLIP] for row in rows if row.key.startswith("kiosk/phrases/"))
    uyghur = load_workbook(sheet).worksheets[0].cell(2, UG + 1)
    assert uyghur.alignment.readingOrder == 2


def test_pictures_stand_in_the_sheet(project: Path, tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    found = thumbnails(["egg", "no-such-picture"], lambda: None)
    assert list(found) == ["egg"] and found["egg"].startswith(b"\x89PNG")
    few = tuple(text for text in texts(project) if text.picture == "egg")
    write_sheet(tmp_path / "few.xlsx", few, "ug", {}, found, project)
    assert len(load_workbook(tmp_path / "few.xlsx").worksheets[0]._images) == len(few)


@pytest.mark.parametrize(
    ("column", "language"), [(UG, "ug"), (BETTER, "ug"), (EN, "en"), (ZH, "zh")]
)
def test_other_words_stand_in_their_file_afterwards(
    sheet: Path, project: Path, column: int, language: Language
) -> None:
    place = {"ug": "ئەمدى قوبۇل قىلىڭ", "zh": "现在接单", "en": "Accept it: now"}
    words = f"{place[language]} {column}"
    edited(sheet, lambda page: page.cell(row_of(page, ACCEPT), column + 1, words))
    before = contents(project)
    assert take(sheet, project).changes == 1
    changed = [path for path, content in contents(project).items() if before[path] != content]
    assert [path.name for path in changed] == ["order.yaml"]
    (text,) = [text for text in texts(project) if text.key == ACCEPT]
    assert text.phrase.text(language) == words
    lines = changed[0].read_text("utf-8").splitlines()
    other = before[changed[0]].decode().splitlines()
    assert sum(a != b for a, b in zip(lines, other, strict=True)) == 1
    after = sheet.with_name("again.xlsx")
    write_sheet(after, texts(project), "ug", {}, {}, project)
    assert take(after, project).changes == 0


def test_what_was_read_is_counted_until_its_words_change(sheet: Path, project: Path) -> None:
    edited(sheet, lambda page: page.cell(row_of(page, DAYS), READ + 1, "x"))
    take(sheet, project)
    assert reviewed(texts(project), project)["ug"].phrases == 1
    again = sheet.with_name("again.xlsx")
    write_sheet(again, texts(project), "ug", {}, {}, project)
    assert [row.key for row in read_sheet(again)[1] if row.cells[READ]] == [DAYS]
    path = project / "kiosk/phrases/order.yaml"
    path.write_text(path.read_text("utf-8").replace("كۈن قالدى", "كۈن بار"), "utf-8")
    assert reviewed(texts(project), project)["ug"].phrases == 0


def test_a_remark_is_told_with_the_place_and_kept_nowhere(sheet: Path, project: Path) -> None:
    edited(sheet, lambda page: page.cell(row_of(page, PRICE), REMARK + 1, "say it shorter"))
    (remark,) = take(sheet, project).remarks
    assert remark.startswith("lessons/course/03-fair-price/01-a-fair-price/lesson.yaml:")
    assert remark.endswith(": say it shorter")


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        (KEY, "kiosk/phrases/order.yaml#fly", "there is no such phrase"),
        (KEY, ACCEPT, "stands here more than once"),
        (KEY, None, "no key"),
        (UG, "بىر كۈن قالدى", "ug has the places none, not {count}"),
        (UG, "{count} {count} كۈن", "ug has the places {count} {count}, not {count}"),
        (BETTER, "{cont} كۈن قالدى", "ug has the places {cont}, not {count}"),
        (EN, "Days left: {count", "en has the places {, not {count}"),
        (ZH, None, "zh is empty"),
        (ZH, "。", "has no words"),
        (EN, "Days\nleft: {count}", "line break"),
        (READ, "perhaps", "must be x or empty"),
        (SUM, "0", "was changed in its file"),
        (EN, "=1+1", "formula"),
    ],
)
def test_a_row_that_does_not_fit_is_told_by_its_number(
    sheet: Path, project: Path, column: int, cell: str | None, problem: str
) -> None:
    rows: list[int] = []

    def edit(page: Any) -> None:
        rows.append(row_of(page, DAYS))
        page.cell(rows[0], column + 1).value = cell

    lines = refusal(edited(sheet, edit), project)
    assert any(line.startswith(f"row {rows[0]}:") and problem in line for line in lines), lines


def test_all_rows_that_do_not_fit_are_told_at_once(sheet: Path, project: Path) -> None:
    def edit(page: Any) -> None:
        for row in (5, 9, 12):
            page.cell(row, ZH + 1).value = None

    lines = refusal(edited(sheet, edit), project)
    assert [line.split(":")[0] for line in lines] == ["row 5", "row 9", "row 12"]


def test_a_row_that_is_not_there_stays_as_it_is(sheet: Path, project: Path) -> None:
    found = take(edited(sheet, lambda page: page.delete_rows(4, 2)), project)
    assert (found.missing, found.changes) == (2, 0)


def test_other_words_in_two_columns_are_refused(sheet: Path, project: Path) -> None:
    def edit(page: Any) -> None:
        row = row_of(page, ACCEPT)
        page.cell(row, UG + 1).value = "بىر"
        page.cell(row, BETTER + 1).value = "ئىككى"

    (line,) = refusal(edited(sheet, edit), project)
    assert "two columns" in line


def test_what_is_no_such_sheet_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "text.xlsx"
    text.write_text("no zip", "utf-8")
    other = tmp_path / "other.xlsx"
    from openpyxl import Workbook

    Workbook().save(other)
    for path in (text, other, tmp_path / "missing.xlsx", tmp_path):
        with pytest.raises(AuthoringProblem):
            read_sheet(path)
        assert main(["lessons", "import-texts", str(path)]) == 2
        error = capsys.readouterr().err
        assert error.startswith("kiosk: ") and error.count("\n") == 1
    assert main(["lessons", "export-texts", str(tmp_path / "no" / "t.xlsx")]) == 2
    assert main(["lessons", "export-texts", str(tmp_path / "t.csv")]) == 2
    assert capsys.readouterr().err.count("kiosk: ") == 2


def test_the_commands_export_and_take_back_the_kiosks_own_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.lessons_commands.thumbnails", lambda _names, _told: {})
    sheet = str(tmp_path / "texts.xlsx")
    assert main(["lessons", "export-texts", sheet, "--lang", "zh"]) == 0
    before = contents(PROJECT / "kiosk/phrases")
    assert main(["lessons", "import-texts", sheet]) == 0
    assert contents(PROJECT / "kiosk/phrases") == before
    assert "0 texts in 0 files changed" in capsys.readouterr().out
    assert load_workbook(sheet).worksheets[0].cell(1, BETTER + 1).value == "better Chinese"
    assert LANGUAGES == ("ug", "zh", "en")
