"""The tables of an export."""

from itertools import pairwise
from pathlib import Path

from openpyxl import load_workbook

from kiosk.export.tables import TABLES
from kiosk.progress.events import (
    SameLearner,
)
from kiosk.progress.journal import Journal
from kiosk.skills import skills_of
from lessons.events import GoalReached, StepAnswered, StepCompleted
from lessons.loader import COURSE, load_course
from tests.integration.export.acts import export, lines, statements, table


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
    assert {row["mastery"] for row in rows} <= {"helped", "begun", "known"}
    tries = sum(int(row["tries"]) for row in rows)
    assert tries == sum(row["kind"] == "answer" for row in table(out, "attempts"))


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
