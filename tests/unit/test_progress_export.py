"""The CSV: readable by a spreadsheet, harmless in it, whole or not there."""

import csv
from pathlib import Path

import pytest

from demo_store.events import OrderPaidOut, ReviewWritten
from kiosk.progress.errors import NotSaved
from kiosk.progress.events import ClipHeard, GuestStarted, LearnerEnrolled
from kiosk.progress.export import COLUMNS, write_csv
from kiosk.progress.journal import Journal
from kiosk.progress.kinds import Event
from kiosk.progress.records import Records
from lessons.events import HintGiven, LessonCompleted, LessonStarted, StepEntered

AYGUL = LearnerEnrolled("a", "hen", "eggs", "ug", "ئايگۈل")


def records_of(folder: Path, *events: tuple[str | None, Event]) -> Records:
    with Journal.open(folder) as journal:
        for learner, event in events:
            journal.append(learner, [event])
        return Records.rebuilt(journal.envelopes())


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_one_row_tells_all_about_one_learner(tmp_path: Path) -> None:
    records = records_of(
        tmp_path / "data",
        (None, AYGUL),
        (None, GuestStarted("g", "ug")),
        ("a", LessonCompleted("nang")),
        ("a", LessonStarted("price")),
        ("a", StepEntered("price", "lay")),
        ("a", HintGiven("price", "lay", 1, True)),
        ("a", OrderPaidOut("o", 1000, 20, 300, 0, 680, 3)),
        ("a", ReviewWritten("o", 4, ())),
        ("a", ClipHeard("start.welcome", "ug", "complete", 2000)),
        ("a", ClipHeard("home.greeting", "ug", "half", 900)),
    )
    path = tmp_path / "learners.csv"
    shown = {"hen": "توخۇ"}
    titles = {"nang": "نان", "price": "باھا"}
    assert write_csv(path, records, titles, picture_name=lambda each: shown[each.picture]) == 1
    (row,) = rows_of(path)
    assert tuple(row) == COLUMNS
    assert row.pop("last_seen").endswith("+00:00")
    assert row == {
        "learner": "a",
        "name": "ئايگۈل",
        "name_recorded": "0",
        "picture": "hen",
        "picture_name": "توخۇ",
        "language": "ug",
        "product": "eggs",
        "lessons_done": "نان",
        "current_lesson": "باھا",
        "current_step": "lay",
        "steps_with_help": "باھا/lay",
        "minutes": "0",
        "orders_paid": "1",
        "income_yuan": "6.80",
        "mean_stars": "4.0",
        "sentences_heard_whole_percent": "50",
    }


def test_the_file_has_the_mark_of_utf8_and_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "learners.csv"
    write_csv(path, records_of(tmp_path / "data", (None, AYGUL)), {})
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbflearner,name,")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    assert "ئايگۈل".encode() in data


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_name_that_a_spreadsheet_would_run_is_defused(tmp_path: Path, start: str) -> None:
    name = f"{start}1+1"
    enrolled = LearnerEnrolled("a", "hen", "eggs", "ug", name)
    path = tmp_path / "learners.csv"
    write_csv(path, records_of(tmp_path / "data", (None, enrolled)), {})
    assert rows_of(path)[0]["name"] == f"'{name}"


def test_a_name_with_commas_quotes_and_lines_stays_one_cell(tmp_path: Path) -> None:
    name = 'a,"b"\r\nc;d'
    enrolled = LearnerEnrolled("a", "hen", "eggs", "ug", name)
    path = tmp_path / "learners.csv"
    write_csv(path, records_of(tmp_path / "data", (None, enrolled)), {})
    assert rows_of(path)[0]["name"] == name


def test_money_owed_stays_a_number(tmp_path: Path) -> None:
    owed = OrderPaidOut("o", 1000, 20, 300, 1000, -305, 3)
    path = tmp_path / "learners.csv"
    write_csv(path, records_of(tmp_path / "data", (None, AYGUL), ("a", owed)), {})
    assert rows_of(path)[0]["income_yuan"] == "-3.05"


def test_it_tells_who_said_her_name_and_needs_no_name_to_tell_rows_apart(tmp_path: Path) -> None:
    said = [
        LearnerEnrolled(each, f"photo:{each}", "eggs", "ug", "", name_clip=clip)
        for each, clip in (("a", "own-1"), ("b", ""))
    ]
    path = tmp_path / "learners.csv"
    write_csv(path, records_of(tmp_path / "data", *((None, each) for each in said)), {})
    found = [(row["learner"], row["name"], row["name_recorded"]) for row in rows_of(path)]
    assert found == [("a", "", "1"), ("b", "", "0")]


def test_names_can_stay_out(tmp_path: Path) -> None:
    path = tmp_path / "learners.csv"
    write_csv(path, records_of(tmp_path / "data", (None, AYGUL)), {}, names=False)
    assert rows_of(path)[0]["name"] == ""


def test_an_export_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = folder / "learners.csv"
    path.mkdir()  # nothing can be put in the place of a folder
    with pytest.raises(NotSaved) as caught:
        write_csv(path, records_of(tmp_path / "data", (None, AYGUL)), {})
    assert caught.value.path == path
    assert list(folder.iterdir()) == [path]
    with pytest.raises(NotSaved):
        write_csv(tmp_path / "unplugged" / "learners.csv", Records(), {})
