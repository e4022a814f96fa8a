"""``kiosk progress``: the summaries, and whether every line is whole."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.lines import encoded
from kiosk.progress.records import Records
from kiosk.progress.storage import JournalDB
from lessons.events import LessonCompleted, LessonStarted, StepCompleted
from lessons.loader import COURSE, load_course
from tests.integration.test_learner_files import hers, old_folder, written


@pytest.fixture
def data(tmp_path: Path) -> Path:
    written(tmp_path / "data")
    return tmp_path / "data"


Captured = pytest.CaptureFixture[str]


def told(capsys: Captured, code: int, *arguments: str) -> str:
    assert main(["progress", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def failed(capsys: Captured, *arguments: str) -> str:
    assert main(["progress", *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    return captured.err


def contents(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_each_learner_has_a_line(data: Path, capsys: Captured) -> None:
    lines = told(capsys, 0, "--data", str(data)).splitlines()
    assert lines[0].split()[:3] == ["name", "picture", "language"]
    assert lines[1].split()[:3] == ["ئايگۈل", "hen", "ug"]
    assert lines[1].endswith("nang/oven")
    assert lines[-1] == "3 learners, 0 guests"


def test_programs_get_json(data: Path, capsys: Captured) -> None:
    rows = json.loads(told(capsys, 0, "--json", "--data", str(data)))
    assert [row["learner"] for row in rows] == ["a", "b", "c"]
    assert rows[0]["name"] == "ئايگۈل"
    assert (rows[0]["lesson"], rows[0]["step"], rows[0]["minutes"]) == ("nang", "oven", 3)


def test_programs_are_told_what_a_learner_is_about_to_forget(data: Path, capsys: Captured) -> None:
    lesson = next(load_course(COURSE).course.lessons())
    done = [StepCompleted(lesson.id, lesson.steps[-1].id, 1, 0), LessonCompleted(lesson.id)]
    with Journal.open(data, lambda: datetime(2024, 5, 1, 8, 30, tzinfo=UTC)) as journal:
        journal.append("b", done)
    rows = json.loads(told(capsys, 0, "--json", "--data", str(data)))
    assert [row["skills_due"] for row in rows] == [[], [lesson.skill], []]


def test_programs_are_told_how_many_times_cannot_be_true(data: Path, capsys: Captured) -> None:
    with Journal.open(data, lambda: datetime(1970, 1, 1, tzinfo=UTC)) as journal:
        journal.append("b", [LessonStarted("nang"), LessonStarted("eggs")])
    rows = json.loads(told(capsys, 0, "--json", "--data", str(data)))
    assert [row["doubtful_times"] for row in rows] == [0, 2, 0]
    assert rows[1]["last_seen"].startswith("2024-05-01T08:05")


def test_a_whole_folder_is_told_to_be_whole_and_is_not_touched(
    data: Path, capsys: Captured
) -> None:
    before = contents(data)
    out = told(capsys, 0, "verify", "--data", str(data))
    assert out == "5 files, 9 lines, 13 events, 3 learners: all whole\n"
    assert contents(data) == before


@pytest.mark.parametrize("name", [JOURNAL_NAME, "learners/a.log", "summaries.log"])
def test_a_flipped_byte_is_told_with_file_and_line(data: Path, capsys: Captured, name: str) -> None:
    file = data / name
    whole = file.read_bytes()
    line = whole.count(b"\n")
    file.write_bytes(whole[:-9] + b"\x00" + whole[-8:])
    before = contents(data)
    out = told(capsys, 1, "verify", "--data", str(data))
    assert out.startswith(f"{name}:{line}: ")
    assert "damaged bytes" in out
    assert "all whole" not in out
    assert contents(data) == before


def test_a_lost_event_is_missed_also_after_its_line_was_set_aside(
    data: Path, capsys: Captured
) -> None:
    file = hers(data, "a")
    file.write_bytes(file.read_bytes().replace(b"StepEntered", b"StepEntires"))
    with Journal.open(data) as journal:
        journal.envelopes()
    out = told(capsys, 1, "verify", "--data", str(data))
    assert "journal.log: 2 events are missing: 5, 6\n" in out
    assert "learners/a.log.damaged: " in out


def test_a_file_that_is_gone_is_missed(data: Path, capsys: Captured) -> None:
    hers(data, "c").unlink()
    out = told(capsys, 1, "verify", "--data", str(data))
    assert out.startswith("learners/c.log: is gone, with 2 events\n")


def test_a_file_whose_end_is_gone_is_missed(data: Path, capsys: Captured) -> None:
    file = hers(data, "c")
    written = file.read_bytes()
    with Journal.open(data) as journal:
        records = Records.of(journal)
        for envelope in journal.append("c", [LessonStarted("nang")]):
            records.apply(envelope)
    file.write_bytes(written)
    out = told(capsys, 1, "verify", "--data", str(data))
    assert out.startswith("learners/c.log: is shorter than it was")


def test_a_number_of_an_event_that_is_gone_is_not_given_again(data: Path) -> None:
    hers(data, "c").unlink()
    with Journal.open(data) as journal:
        assert journal.append("b", [LessonStarted("nang")])[0].seq == 14


def test_what_a_forgotten_learner_leaves_out_is_not_missed(data: Path, capsys: Captured) -> None:
    with Journal.open(data) as journal:
        Records.of(journal)
        journal.forget("a")
    assert "2 learners: all whole" in told(capsys, 0, "verify", "--data", str(data))


def test_an_event_that_is_there_twice_is_told(data: Path, capsys: Captured) -> None:
    with JournalDB(hers(data, "a")) as db:
        db.table("events").insert(dict(db.table("events").all()[0]))
    out = told(capsys, 1, "verify", "--data", str(data))
    assert "1 events are there twice: 3\n" in out


def test_an_event_in_the_file_of_somebody_else_is_told(data: Path, capsys: Captured) -> None:
    hers(data, "x").write_bytes(hers(data, "c").read_bytes())
    hers(data, "c").unlink()
    out = told(capsys, 1, "verify", "--data", str(data))
    assert "learners/x.log: an event of another learner, whose file is c.log" in out


def test_a_summary_that_is_not_what_happened_is_told(data: Path, capsys: Captured) -> None:
    with JournalDB(data / "summaries.log") as db:
        (kept,) = db.table("learners").search(lambda each: each["file"] == "a.log")
        wrong = kept["digest"].replace('"practised_seconds":', '"practised_seconds":1')
        db.table("learners").update({"digest": wrong}, doc_ids=[kept.doc_id])
    out = told(capsys, 1, "verify", "--data", str(data))
    assert out.startswith("summaries.log: what it says of a.log is not what happened there")


def test_a_line_of_a_newer_kiosk_is_told(data: Path, capsys: Captured) -> None:
    with hers(data, "a").open("ab") as file:
        file.write(encoded([["merge", "events", "1", {}]]))
    out = told(capsys, 1, "verify", "--data", str(data))
    assert "learners/a.log:4: written by a newer kiosk" in out


def test_programs_get_the_findings_as_json(data: Path, capsys: Captured) -> None:
    found = json.loads(told(capsys, 0, "verify", "--json", "--data", str(data)))
    assert (found["files"], found["events"], found["broken"]) == (5, 13, [])
    hers(data, "a").write_bytes(b"rubbish\n")
    found = json.loads(told(capsys, 1, "verify", "--json", "--data", str(data)))
    assert found["broken"][0] == {"file": "learners/a.log", "line": 1, "what": "8 damaged bytes"}


def test_a_folder_of_an_earlier_kiosk_can_be_checked(
    data: Path, tmp_path: Path, capsys: Captured
) -> None:
    with Journal.open(data) as journal:
        envelopes = journal.envelopes()
    old_folder(tmp_path / "old", envelopes, envelopes[0].tablet)
    out = told(capsys, 0, "verify", "--data", str(tmp_path / "old"))
    assert "13 events" in out
    assert "2 events are of a newer kiosk" in out


def test_a_folder_without_a_journal_is_one_line_and_nothing_is_made(
    tmp_path: Path, capsys: Captured
) -> None:
    for act in ([], ["verify"]):
        told_so = failed(capsys, *act, "--data", str(tmp_path / "none"))
        assert "there is no journal in" in told_so
    assert not (tmp_path / "none").exists()


def test_a_folder_in_use_is_one_line(data: Path, capsys: Captured) -> None:
    with Journal.open(data):
        for act in ([], ["verify"]):
            assert "in use by another running kiosk" in failed(capsys, *act, "--data", str(data))


def test_an_unknown_act_is_one_line(capsys: Captured) -> None:
    assert "see kiosk --help" in failed(capsys, "veryfy")
