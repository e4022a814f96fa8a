"""``kiosk export``: every format, of a village that was played through the real engines."""

import csv
import json
import re
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from ralph.models.xapi.base.statements import BaseXapiStatement
from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from demo_store.events import OrderPlaced, PhotoChosen, ProductAdded
from demo_store.world.catalogue import load_catalogue
from kiosk.classroom import Classroom
from kiosk.cli import main
from kiosk.export.tables import TABLES, heading
from kiosk.export.xapi_words import SAMPLE
from kiosk.progress.events import (
    Attended,
    GroupChosen,
    GroupNamed,
    GuestStarted,
    LearnerEnrolled,
    NoteWritten,
    SameLearner,
    SecretSet,
)
from kiosk.progress.journal import Journal
from kiosk.progress.lines import encoded
from kiosk.progress.records import Records
from kiosk.sample.village import Plan, SampleClock, Village
from kiosk.skills import skills_of
from lessons.events import GoalReached, LessonStarted, StepAnswered, StepCompleted, StepEntered
from lessons.loader import COURSE, load_course
from tests.xapi_rules import problems

Captured = pytest.CaptureFixture[str]
TODAY = date(2026, 5, 20)
EVERY = "csv,xlsx,xapi,jsonl"
NAME, FAMILY, NOTE, CLIP, PHOTO = "Qutluq", "Bughday", "afraid-of-money", "own-123", "photo:abc"


def made_up(folder: Path, learners: int = 4, events: int = 900, seed: int = 3) -> None:
    clock = SampleClock()
    with Journal.open(folder, clock) as journal:
        room = Classroom(load_course(COURSE).course, load_catalogue(), journal, Records.of(journal))
        Village(room, clock, Plan(learners, events, seed, TODAY)).play()


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("village") / "data"
    made_up(folder)
    return folder


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Two learners and a guest, of whom everything that is personal is known."""
    folder = tmp_path / "people"
    with Journal.open(folder) as journal:
        journal.append(None, [GroupNamed("g1", NAME, PHOTO), GroupNamed("g2", "Tuesday", "sun")])
        enrolled = LearnerEnrolled("a", PHOTO, "eggs", "ug", NAME, CLIP, "a-hash")
        journal.append(None, [enrolled])
        journal.append(None, [GroupChosen("a", "g1"), NoteWritten("a", NOTE)])
        journal.append(None, [Attended("a", "2026-05-03", True), SecretSet("a", "a-hash")])
        journal.append("a", [ProductAdded("p1", "eggs"), PhotoChosen("p1", PHOTO)])
        journal.append("a", [LessonStarted("nang"), StepEntered("nang", "oven")])
        journal.append("a", [StepAnswered("nang", "oven", ("=1+1",), True)])
        journal.append("a", [OrderPlaced("o1", "p1", 30, 150, "beijing", "teacher", 1, 4)])
        journal.append(None, [LearnerEnrolled("b", "hen", "nang", "zh", "+b")])
        journal.append(None, [GuestStarted("guest", "ug")])
        journal.append("guest", [StepAnswered("nang", "oven", ("a",), True)])
    return folder


def export(data: Path, out: Path, *options: str) -> Path:
    assert main(["export", "--data", str(data), "--out", str(out), *options]) == 0
    return out


def refused(capsys: Captured, *arguments: str) -> str:
    assert main(["export", *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    return captured.err


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def statements(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((folder / "xapi.json").read_text("utf-8"))
    return found


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "events.jsonl").read_text("utf-8").splitlines()]


# -- tables


def test_every_column_of_every_table_is_told_in_a_table_of_its_own(
    village: Path, tmp_path: Path
) -> None:
    out = export(village, tmp_path / "out")
    told = {(row["table"], row["column"]) for row in table(out, "columns")}
    there = {
        (each.name, column)
        for each in TABLES
        for column in table(out, each.name)[0]
    }  # fmt: skip
    assert told == there
    assert all(row["meaning"] and row["ug"] and row["zh"] for row in table(out, "columns"))


def test_tables_are_utf8_with_its_mark_and_windows_line_ends(village: Path, tmp_path: Path) -> None:
    for path in export(village, tmp_path / "out").iterdir():
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n") > 1


def test_every_answer_is_a_row_with_the_id_of_its_event(village: Path, tmp_path: Path) -> None:
    out = export(village, tmp_path / "out", "--format", "csv,jsonl")
    answered = {e["id"] for e in lines(out) if e["kind"] == "StepAnswered"}
    rows = [row for row in table(out, "attempts") if row["kind"] == "answer"]
    assert {row["event"] for row in rows} == answered
    assert len(rows) == len(answered)
    assert any(row["right"] == "0" for row in rows)
    assert any(row["kind"] == "practice" for row in table(out, "attempts"))


def test_the_tries_of_a_step_are_counted_until_it_is_right(village: Path, tmp_path: Path) -> None:
    rows = table(export(village, tmp_path / "out"), "attempts")
    again = [
        (before, row)
        for before, row in pairwise(rows)
        if before["right"] == "0" and before["step"] == row["step"] and row["kind"] == "answer"
    ]
    assert again
    for before, row in again:
        assert int(row["try"]) == int(before["try"]) + 1
        assert row["help"] > "0"


def test_orders_tell_what_became_of_them_to_the_fen(village: Path, tmp_path: Path) -> None:
    out = export(village, tmp_path / "out")
    paid = [row for row in table(out, "orders") if row["state"] == "paid"]
    assert paid
    for row in paid:
        fen = {k: round(float(v) * 100) for k, v in row.items() if k.endswith("_yuan")}
        parts = fen["fee_yuan"] + fen["freight_yuan"] + fen["refund_yuan"] + fen["payout_yuan"]
        assert fen["customer_paid_yuan"] == parts
    income = {row["learner"]: row["income_yuan"] for row in table(out, "learners")}
    for learner, yuan in income.items():
        hers = [float(row["payout_yuan"]) for row in paid if row["learner"] == learner]
        assert f"{sum(hers):.2f}" == yuan


def test_attendance_has_each_day_once_whether_marked_or_seen(people: Path, tmp_path: Path) -> None:
    rows = table(export(people, tmp_path / "out"), "attendance")
    assert [(row["learner"], row["marked"], row["seen"]) for row in rows] == [
        ("a", "1", "0"),
        ("a", "0", "1"),
        ("b", "0", "1"),
    ]
    assert rows[0]["day"] == "2026-05-03"


def test_guests_are_in_no_file(people: Path, tmp_path: Path) -> None:
    out = export(people, tmp_path / "out", "--format", "csv,xapi,jsonl")
    assert all(b"guest" not in path.read_bytes() for path in out.iterdir())


def test_what_was_typed_or_answered_cannot_be_run_by_a_spreadsheet(
    people: Path, tmp_path: Path
) -> None:
    out = export(people, tmp_path / "out", "--format", "csv,xlsx")
    assert table(out, "learners")[1]["name"] == "'+b"
    assert table(out, "attempts")[0]["answer"] == "'=1+1"
    book = load_workbook(out / "village.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert "'=1+1" in [cell.value for cell in cells]


def test_two_cards_of_one_person_are_one_learner(people: Path, tmp_path: Path) -> None:
    with Journal.open(people) as journal:
        journal.append(None, [SameLearner("b", "a")])
    out = export(people, tmp_path / "out", "--format", "csv,xapi")
    assert [row["learner"] for row in table(out, "learners")] == ["b"]
    assert [row["learner"] for row in table(out, "attempts")] == ["b"]
    assert table(out, "orders") == []
    assert {each["actor"]["account"]["name"] for each in statements(out)} == {"b"}  # type: ignore[index]


def test_skills_are_those_of_the_heat_map_and_what_was_never_met_is_not_told(
    village: Path, tmp_path: Path
) -> None:
    out = export(village, tmp_path / "out")
    course = {(each.lesson.id, each.kind) for each in skills_of(load_course(COURSE).course)}
    rows = table(out, "skills")
    assert {(row["lesson"], row["skill"]) for row in rows} <= course
    assert {row["mastery"] for row in rows} == {"helped", "begun", "known"}
    tries = sum(int(row["tries"]) for row in rows)
    assert tries == sum(int(row["tries"]) for row in table(out, "steps"))
    assert tries == sum(row["kind"] == "answer" for row in table(out, "attempts"))


# -- workbook


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


# -- xAPI


def test_every_statement_keeps_to_the_rules_and_a_published_validator_agrees(
    village: Path, tmp_path: Path
) -> None:
    found = statements(export(village, tmp_path / "out", "--format", "xapi"))
    assert len(found) > 300
    for each in found:
        assert problems(each) == []
        BaseXapiStatement.model_validate(each)


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (("id",), "1", "id is no UUID"),
        (("result",), {"duration": "3 s"}, "duration is none: 3 s"),
        (("result",), {"score": {"scaled": 2}}, "scaled is not between -1 and 1"),
        (("verb", "id"), "answered", "verb is no IRI"),
        (("context", "language"), "", "statement.context.language is empty"),
        (("colour",), "red", "statement.colour is unknown"),
        (("actor", "account", "homePage"), "village", "account identifies nobody"),
    ],
)
def test_the_rules_and_the_validator_refuse_what_is_wrong(
    village: Path, tmp_path: Path, place: tuple[str, ...], value: object, problem: str
) -> None:
    statement = statements(export(village, tmp_path / "out", "--format", "xapi"))[0]
    inner: dict[str, object] = statement
    for key in place[:-1]:
        inner = inner[key]  # type: ignore[assignment]
    inner[place[-1]] = value
    assert problem in problems(statement)
    with pytest.raises(ValueError, match="validation error"):
        BaseXapiStatement.model_validate(statement)


def test_statements_are_the_same_ones_in_every_export(village: Path, tmp_path: Path) -> None:
    first = statements(export(village, tmp_path / "1", "--format", "xapi,jsonl"))
    assert statements(export(village, tmp_path / "2", "--format", "xapi")) == first
    ids = [each["id"] for each in first]
    assert len(ids) == len(set(ids))
    assert set(ids) <= {each["id"] for each in lines(tmp_path / "1")}


def test_words_stand_in_all_three_languages(village: Path, tmp_path: Path) -> None:
    found = statements(export(village, tmp_path / "out", "--format", "xapi"))
    names = {
        tuple(sorted(each["object"]["definition"].get("name", {"en": 1, "ug": 1, "zh": 1})))  # type: ignore[index]
        for each in found
    }
    assert names == {("en", "ug", "zh")}
    verbs = {each["verb"]["id"].rsplit("/", 1)[1] for each in found}  # type: ignore[index]
    assert verbs >= {"initialized", "answered", "completed", "passed", "experienced", "attended"}


# -- names


def test_without_names_no_byte_of_any_file_tells_who_somebody_is(
    people: Path, tmp_path: Path
) -> None:
    out = export(people, tmp_path / "out", "--format", EVERY, "--no-names")
    book = load_workbook(out / "village.xlsx")
    cells = " ".join(str(c.value) for sheet in book for row in sheet.iter_rows() for c in row)
    texts = [path.read_bytes().decode("utf-8", "replace") for path in out.iterdir()]
    for text in (*texts, cells):
        assert not re.search(f"{NAME}|{FAMILY}|{NOTE}|{CLIP}|{PHOTO}|a-hash", text)
    assert [row["learner"] for row in table(out, "learners")] == ["a", "b"]


def test_without_names_nothing_of_an_unknown_event_is_told(people: Path, tmp_path: Path) -> None:
    with Journal.open(people) as journal:
        (envelope,) = journal.append("b", [LessonStarted("nang")])
    path = people / "learners" / "b.log"
    *before, last = path.read_bytes().splitlines(keepends=True)
    (change,) = json.loads(last[9:])
    change[3] |= {"kind": "Sung", "data": {"song": NAME}}
    path.write_bytes(b"".join([*before, encoded([change])]))
    named = export(people, tmp_path / "named", "--format", "jsonl")
    assert [e["data"] for e in lines(named) if e["id"] == envelope.id] == [{"song": NAME}]
    out = export(people, tmp_path / "out", "--format", "jsonl", "--no-names")
    assert [e["data"] for e in lines(out) if e["id"] == envelope.id] == [{}]


def test_secrets_are_in_no_export(people: Path, tmp_path: Path) -> None:
    out = export(people, tmp_path / "out", "--format", "csv,xapi,jsonl")
    assert all(b"a-hash" not in path.read_bytes() for path in out.iterdir())
    assert any(each["kind"] == "SecretSet" for each in lines(out))


def test_every_file_tells_made_up_people_from_real_ones(
    village: Path, people: Path, tmp_path: Path
) -> None:
    for data, made_up_ones in ((village, True), (people, False)):
        out = export(data, tmp_path / f"{made_up_ones}", "--format", EVERY)
        for name in ("learners", "attempts", "steps", "orders", "attendance"):
            assert {row["sample"] for row in table(out, name)} == {str(int(made_up_ones))}
        assert {event["sample"] for event in lines(out)} == {made_up_ones}
        extensions = [each["context"]["extensions"] for each in statements(out)]  # type: ignore[index]
        assert {SAMPLE in each for each in extensions} == {made_up_ones}


# -- whom and since when


def test_a_group_is_found_by_its_name_and_by_its_id(people: Path, tmp_path: Path) -> None:
    for number, group in enumerate((NAME, "g1")):
        out = export(people, tmp_path / f"{number}", "--group", group)
        assert [row["learner"] for row in table(out, "learners")] == ["a"]
    out = export(people, tmp_path / "empty", "--group", "Tuesday", "--format", EVERY)
    assert table(out, "learners") == []
    assert statements(out) == []


def test_what_is_older_than_the_day_stays_out(village: Path, tmp_path: Path) -> None:
    every = table(export(village, tmp_path / "all"), "attendance")
    day = sorted({row["day"] for row in every})[-3]
    out = export(village, tmp_path / "out", "--since", day, "--format", "csv,jsonl")
    assert {row["day"] for row in table(out, "attendance")} == {
        row["day"] for row in every if row["day"] >= day
    }
    assert min(str(event["at"]) for event in lines(out))[:10] >= day
    assert all(row["last_seen"][:10] >= day for row in table(out, "learners"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "pdf"), "'pdf' is none of csv, xlsx, xapi, jsonl"),
        (("--format", ""), "'' is none of"),
        (("--since", "yesterday"), "'yesterday' is no date such as"),
        (("--since", "2026-02-30"), "'2026-02-30' is no date such as"),
        (("--since", "20260203"), "'20260203' is no date such as"),
        (("--group", "Sunday"), f"there is no group 'Sunday'; there are: {NAME}, Tuesday"),
        (("--group", ""), "there is no group ''"),
        (("--lang", "fr"), "invalid choice: 'fr'"),
    ],
)
def test_a_wrong_wish_is_one_line_and_writes_nothing(
    people: Path, tmp_path: Path, capsys: Captured, options: tuple[str, ...], said: str
) -> None:
    out = tmp_path / "out"
    assert said in refused(capsys, "--data", str(people), "--out", str(out), *options)
    assert not out.exists()


def test_two_groups_of_one_name_have_to_be_told_apart(
    people: Path, tmp_path: Path, capsys: Captured
) -> None:
    with Journal.open(people) as journal:
        journal.append(None, [GroupNamed("g3", "Tuesday")])
    said = refused(
        capsys, "--data", str(people), "--out", str(tmp_path / "out"), "--group", "Tuesday"
    )
    assert "several groups are called 'Tuesday': g2, g3" in said


def test_where_no_journal_is_nothing_is_made(tmp_path: Path, capsys: Captured) -> None:
    data, out = tmp_path / "none", tmp_path / "out"
    assert "there is no journal in" in refused(capsys, "--data", str(data), "--out", str(out))
    assert list(tmp_path.iterdir()) == []


# -- whole or not at all


def test_a_folder_with_something_in_it_is_not_written_into(
    people: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    assert "is not empty" in refused(capsys, "--data", str(people), "--out", str(out))
    assert [each.name for each in out.iterdir()] == ["letter.txt"]
    assert "is no folder" in refused(
        capsys, "--data", str(people), "--out", str(out / "letter.txt")
    )
    assert "names no folder" in refused(capsys, "--data", str(people), "--out", " ")


def test_an_empty_folder_is_filled(people: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert table(export(people, tmp_path / "out"), "learners")


@contextmanager
def full_disk(most_bytes: int) -> Iterator[None]:
    """No file takes more than so many bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("kind", [*EVERY.split(","), EVERY])
def test_a_disk_that_fills_up_leaves_nothing_behind(
    village: Path, tmp_path: Path, capsys: Captured, kind: str
) -> None:
    out = tmp_path / "stick" / "out"
    with full_disk(9000):
        said = refused(capsys, "--data", str(village), "--out", str(out), "--format", kind)
    assert said == f"kiosk: {out} was not written: File too large\n"
    assert list(out.parent.iterdir()) == []


def test_a_workbook_that_cannot_be_closed_is_an_export_that_failed(
    people: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def close(_: Workbook) -> None:
        raise FileCreateError(OSError(28, "No space left on device"))

    monkeypatch.setattr(Workbook, "close", close)
    out = tmp_path / "out"
    said = refused(capsys, "--data", str(people), "--out", str(out), "--format", "xlsx")
    assert "No space left on device" in said
    assert not out.exists()


def test_what_a_power_cut_left_of_an_export_does_not_stop_the_next(
    people: Path, tmp_path: Path
) -> None:
    draft = tmp_path / ".out.new"
    draft.mkdir()
    (draft / "half.csv").write_text("half")
    out = export(people, tmp_path / "out")
    assert not draft.exists()
    assert not (out / "half.csv").exists()


def test_a_damaged_line_is_passed_over_and_stays_where_it_is(people: Path, tmp_path: Path) -> None:
    path = people / "learners" / "a.log"
    whole = path.read_bytes()
    export(people, tmp_path / "before", "--format", "jsonl")
    path.write_bytes(whole.replace(b'"PhotoChosen"', b'"PhotoChesen"'))
    out = export(people, tmp_path / "after", "--format", "jsonl")
    gone = {each["kind"] for each in lines(tmp_path / "before")} - {e["kind"] for e in lines(out)}
    assert gone == {"PhotoChosen", "ProductAdded"}  # both stood in that line


def test_pairs_that_were_made_are_one_answer_and_no_practice(people: Path, tmp_path: Path) -> None:
    done = [
        GoalReached("nang", "pairs", 0),
        GoalReached("nang", "pairs", 1),
        StepAnswered("nang", "pairs", ("egg", "hen"), True),
        StepCompleted("nang", "pairs", 1, 0),
    ]
    with Journal.open(people) as journal:
        journal.append("b", done)
    rows = table(export(people, tmp_path / "out"), "attempts")
    assert [row["kind"] for row in rows if row["step"] == "pairs"] == ["answer"]
