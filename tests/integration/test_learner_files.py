"""Her own file for each learner, and one small file that can be made again."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from kiosk.progress import durable, learner_files
from kiosk.progress.digest import Digest, digested
from kiosk.progress.digest_text import digest_of, text_of
from kiosk.progress.envelope import document_of
from kiosk.progress.errors import NotSaved
from kiosk.progress.events import (
    LanguageChosen,
    LearnerEnrolled,
    PinSet,
    SecretFailed,
    SignedIn,
    SignedOut,
)
from kiosk.progress.journal import JOURNAL_NAME, Envelope, Journal
from kiosk.progress.kinds import Event
from kiosk.progress.learner_files import LearnerFiles, file_name
from kiosk.progress.marks import SUMMARIES_NAME
from kiosk.progress.records import Records
from kiosk.progress.storage import JournalDB
from lessons.events import LessonStarted, StepAnswered, StepEntered
from tests.unit.test_progress_summary import all_of, journals

START = datetime(2024, 5, 1, 8, tzinfo=UTC)

VILLAGE: list[tuple[str | None, list[Event]]] = [
    (None, [PinSet("hash"), LanguageChosen("zh", "t1")]),
    ("a", [LearnerEnrolled("a", "hen", "eggs", "ug", "ئايگۈل"), SignedIn("a", "t1")]),
    ("a", [LessonStarted("nang"), StepEntered("nang", "oven")]),
    ("b", [LearnerEnrolled("b", "oven", "nang", "zh"), SignedIn("b", "t1")]),
    ("a", [StepAnswered("nang", "oven", ("hen",), False)]),
    ("b", [SignedOut("b", "t1", "asked"), SecretFailed("b")]),
    ("c", [LearnerEnrolled("c", "jar", "honey", "en"), SignedIn("c", "t2")]),
]


def written(folder: Path) -> tuple[Envelope, ...]:
    """A folder with three learners, whose summaries were kept."""
    minutes = count()
    with Journal.open(folder, lambda: START + timedelta(minutes=next(minutes))) as journal:
        records = Records.of(journal)
        for learner, events in VILLAGE:
            for envelope in journal.append(learner, events):
                records.apply(envelope)
        return journal.envelopes()


def told(records: Records) -> Any:
    """All that records tell of the three."""
    of_each = [
        (records.learner(who), records.summary(who), records.secret_attempts(who))
        for who in ("a", "b", "c")
    ]
    seats = [(records.signed_in(tablet), records.language(tablet)) for tablet in ("t1", "t2")]
    return records.learners, of_each, seats, records.trainers, records.trainer_attempts


def hers(folder: Path, learner: str) -> Path:
    return folder / "learners" / file_name(learner)


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of learners' files, as they are opened."""
    opened: list[str] = []
    real = JournalDB.__init__

    def noted(db: JournalDB, path: Path, **options: Any) -> None:
        if path.parent.name == learner_files.FOLDER_NAME:
            opened.append(path.stem)
        real(db, path, **options)

    monkeypatch.setattr(JournalDB, "__init__", noted)
    return opened


def test_the_sequence_runs_through_all_files(tmp_path: Path) -> None:
    envelopes = written(tmp_path)
    assert [each.seq for each in envelopes] == list(range(1, 14))
    assert [each.about for each in envelopes[:4]] == [None, None, "a", "a"]
    for learner in ("a", "b", "c"):
        assert hers(tmp_path, learner).exists()
    with Journal.open(tmp_path) as journal:
        assert journal.envelopes() == envelopes
        assert journal.append("b", [LessonStarted("x")])[0].seq == 14


def test_everybody_is_told_of_without_opening_a_file_of_a_learner(
    tmp_path: Path, opened_files: list[str]
) -> None:
    envelopes = written(tmp_path)
    expected = told(Records.rebuilt(envelopes))
    opened_files.clear()
    with Journal.open(tmp_path) as journal:
        records = Records.of(journal)
        assert told(records) == expected
        assert opened_files == []
        assert records.lesson_events("a")[0] == LessonStarted("nang")
        assert records.store_events("a") == ()
        assert opened_files == ["a"]


def test_who_sat_down_last_is_signed_in_though_somebody_sat_there_before(tmp_path: Path) -> None:
    written(tmp_path)
    with Journal.open(tmp_path) as journal:
        records = Records.of(journal)
        assert records.signed_in("t1") is None, "b sat there after a and got up"
        assert records.signed_in("t2") == "c"
        assert [learner.id for learner in records.learners] == ["a", "b", "c"]


def test_what_went_on_after_the_summaries_were_kept_is_folded_anew(
    tmp_path: Path, opened_files: list[str]
) -> None:
    written(tmp_path)
    behind = (tmp_path / SUMMARIES_NAME).read_bytes()
    with Journal.open(tmp_path) as journal:
        journal.append("a", [StepAnswered("nang", "oven", ("x",), True)])
        journal.append("new", [LearnerEnrolled("new", "hen", "eggs", "ug")])
        envelopes = journal.envelopes()
    # As a power cut leaves it: her event is on the disk, the summary is not.
    (tmp_path / SUMMARIES_NAME).write_bytes(behind)
    opened_files.clear()
    with Journal.open(tmp_path) as journal:
        assert told(Records.of(journal)) == told(Records.rebuilt(envelopes))
        assert sorted(opened_files) == ["a", "new"]
    opened_files.clear()
    with Journal.open(tmp_path) as journal:
        Records.of(journal)
        assert opened_files == [], "what was folded was not kept"


@pytest.mark.parametrize("left", [b"", b"rubbish\n", None, b'85ca2a4c [["merge","x"]]\n'])
def test_summaries_that_are_gone_or_broken_are_made_again(
    tmp_path: Path, left: bytes | None
) -> None:
    envelopes = written(tmp_path)
    file = tmp_path / SUMMARIES_NAME
    file.unlink()
    if left is not None:
        file.write_bytes(left)
    with Journal.open(tmp_path) as journal:
        assert told(Records.of(journal)) == told(Records.rebuilt(envelopes))
        assert journal.damage is None
        assert journal.append("a", [LessonStarted("x")])[0].seq == 14


def test_summaries_cut_at_any_line_are_completed(tmp_path: Path) -> None:
    envelopes = written(tmp_path)
    file = tmp_path / SUMMARIES_NAME
    whole = file.read_bytes()
    for length in range(0, len(whole), 97):
        file.write_bytes(whole[:length])
        with Journal.open(tmp_path) as journal:
            assert told(Records.of(journal)) == told(Records.rebuilt(envelopes))


def test_summaries_of_other_code_are_not_believed(
    tmp_path: Path,
) -> None:
    envelopes = written(tmp_path)
    with JournalDB(tmp_path / SUMMARIES_NAME) as db:
        table = db.table("learners")
        table.update({"code": "other", "digest": text_of(Digest())})
    with Journal.open(tmp_path) as journal:
        assert told(Records.of(journal)) == told(Records.rebuilt(envelopes))


@given(journals())
@settings(max_examples=80, deadline=None)
def test_a_digest_is_the_same_after_it_was_text(envelopes: list[Envelope]) -> None:
    digest = Digest()
    for envelope in envelopes:
        digest = digested(digest, envelope, envelope.event())
    assert digest_of(text_of(digest)) == digest
    for text in ("", "{}", '{"count": "x"}', text_of(digest)[:-1]):
        assert digest_of(text) is None


@given(journals())
@settings(max_examples=40, deadline=None)
def test_records_of_a_reopened_journal_are_those_that_grew(
    tmp_path_factory: pytest.TempPathFactory, envelopes: list[Envelope]
) -> None:
    folder = tmp_path_factory.mktemp("data")
    times = iter([each.time for each in envelopes])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(durable, "sync", lambda _fd: None)
        patched.setattr("os.fsync", lambda _fd: None)
        with Journal.open(folder, lambda: next(times)) as journal:
            records = Records.of(journal)
            for each in envelopes:
                event = each.event()
                assert event is not None
                if each.kind == "LearnerForgotten":
                    (envelope,) = journal.forget(each.data["learner"])
                elif each.about in records._forgotten:
                    next(times)
                    continue
                else:
                    (envelope,) = journal.append(each.learner, [event])
                records.apply(envelope)
            before = all_of(records)
        for _ in range(2):
            with Journal.open(folder) as journal:
                assert all_of(Records.of(journal)) == before
            (folder / SUMMARIES_NAME).unlink()


def test_a_broken_line_in_a_file_costs_that_line_and_is_told(tmp_path: Path) -> None:
    written(tmp_path)
    file = hers(tmp_path, "a")
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + lines[1].replace(b"nang", b"mang") + lines[2])
    with Journal.open(tmp_path) as journal:
        records = Records.of(journal)
        assert journal.damage is None, "her file was not opened yet"
        assert [type(each) for each in records.lesson_events("a")] == [StepAnswered]
        assert journal.damage is not None
        for envelope in journal.append("a", [LessonStarted("x")]):
            records.apply(envelope)
    with Journal.open(tmp_path) as journal:
        left = [each for each in journal.envelopes() if each.about == "a"]
        assert [each.seq for each in left] == [3, 4, 9, 14]
        mark = journal.mark("a")
        assert mark is not None
        assert mark.count == 4
        assert told(Records.of(journal)) == told(Records.rebuilt(journal.envelopes()))


def test_only_so_many_files_are_open_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learner_files, "MOST_OPEN", 3)
    with Journal.open(tmp_path) as journal:
        for _ in range(2):
            for number in range(6):
                journal.append(f"l{number}", [LessonStarted("nang")])
        assert len(journal._files._open) == 3
        assert [each.seq for each in journal.envelopes()] == list(range(1, 13))


def test_a_learner_is_in_one_file_whatever_her_id(tmp_path: Path) -> None:
    ids = ["a", "A", "../a", "con/x", "ئا", "x" * 300, "", "a.b"]
    names = {file_name(each) for each in ids}
    assert len({name.lower() for name in names}) == len(ids)
    with Journal.open(tmp_path) as journal:
        for each in ids[:-2]:
            journal.append(each, [LessonStarted(each)])
    assert {path.name for path in tmp_path.iterdir()} <= {
        "journal.log", "kiosk.lock", "learners", "summaries.log",
    }  # fmt: skip
    with Journal.open(tmp_path) as journal:
        assert [each.data["lesson"] for each in journal.envelopes()] == ids[:-2]


def test_events_of_one_piece_are_about_one_learner(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        with pytest.raises(ValueError, match="several learners"):
            journal.append(None, [SignedIn("a", "t"), SignedIn("b", "t")])
        assert journal.envelopes() == ()


# -- forgetting


def bytes_about(folder: Path, word: str) -> int:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert not any(word in file.name for file in files)
    return sum(file.read_bytes().count(word.encode()) for file in files)


def test_forgetting_leaves_nothing_also_where_things_were_set_aside(tmp_path: Path) -> None:
    who = "the-one-to-forget"
    with Journal.open(tmp_path) as journal:
        records = Records.of(journal)
        events: list[Event] = [LearnerEnrolled(who, "hen", "eggs", "ug", "ئايگۈل")]
        for envelope in journal.append(who, events):
            records.apply(envelope)
    for file in (hers(tmp_path, who), tmp_path / JOURNAL_NAME):
        with file.open("ab") as torn:
            torn.write(f'00000000 [["put",["{who}"'.encode())
    with Journal.open(tmp_path) as journal:
        Records.of(journal)
    assert bytes_about_anything(tmp_path, who) > 3
    with Journal.open(tmp_path) as journal:
        journal.forget(who)
        assert journal.learners == ()
    assert bytes_about(tmp_path, who) == 1
    assert bytes_about(tmp_path, "ئايگۈل") == 0
    with Journal.open(tmp_path) as journal:
        assert Records.of(journal).learners == ()


def bytes_about_anything(folder: Path, word: str) -> int:
    return sum(f.read_bytes().count(word.encode()) for f in folder.rglob("*") if f.is_file())


def test_forgetting_that_stopped_at_any_point_is_finished_by_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stops: list[tuple[object, str]] = [(Path, "unlink"), (durable, "replace_file")]
    for number, (where, name) in enumerate(stops):
        folder = tmp_path / str(number)
        written(folder)

        def stopped(*_: object, **__: object) -> None:
            raise OSError(5, "Input/output error")

        with Journal.open(folder) as journal, monkeypatch.context() as patched:
            patched.setattr(where, name, stopped)
            with pytest.raises((NotSaved, OSError)):
                journal.forget("a")
        with Journal.open(folder) as journal:
            assert "a" not in journal.learners
        assert bytes_about(folder, "ئايگۈل") == 0


# -- folders of an earlier kiosk


def old_folder(folder: Path, envelopes: tuple[Envelope, ...], tablet: str) -> None:
    """As an earlier kiosk left it: everything in one file."""
    folder.mkdir(exist_ok=True)
    with JournalDB(folder / JOURNAL_NAME) as db:
        db.table("tablet").insert({"id": tablet})
        for envelope in envelopes:
            db.table("events").insert(document_of(envelope))
        db.table("events").insert({"shape": "unheard of", "learner": "a"})
        db.table("events").insert({"shape": "unheard of"})


@pytest.fixture
def village(tmp_path: Path) -> tuple[Envelope, ...]:
    return written(tmp_path / "model")


def assert_taken_over(folder: Path, village: tuple[Envelope, ...]) -> None:
    with Journal.open(folder) as journal:
        assert journal.envelopes() == village
        assert journal.tablet == village[0].tablet
        assert told(Records.of(journal)) == told(Records.rebuilt(village))
        assert journal.append("a", [LessonStarted("x")])[0].seq == 14
    tablets = (folder / JOURNAL_NAME).read_bytes()
    assert b"StepAnswered" not in tablets
    assert tablets.count(b"unheard of") == 1
    assert hers(folder, "a").read_bytes().count(b"unheard of") == 1


def test_a_folder_of_an_earlier_kiosk_is_taken_over_without_loss(
    tmp_path: Path, village: tuple[Envelope, ...]
) -> None:
    old_folder(tmp_path / "old", village, village[0].tablet)
    assert_taken_over(tmp_path / "old", village)


def test_taking_over_that_stops_at_any_step_is_finished_by_the_next_opening(
    tmp_path: Path, village: tuple[Envelope, ...]
) -> None:
    for stop in range(6):
        for name in ("replace_file", "sync_folder"):
            folder = tmp_path / f"{name}-{stop}"
            old_folder(folder, village, village[0].tablet)
            calls, real = count(), getattr(durable, name)

            def stopping(
                *arguments: Any, _calls: Any = calls, _real: Any = real, _stop: int = stop
            ) -> None:
                if next(_calls) == _stop:
                    raise NotSaved(tmp_path, "failed")
                _real(*arguments)

            with pytest.MonkeyPatch.context() as patched:
                patched.setattr(durable, name, stopping)
                with suppress(NotSaved):
                    Journal.open(folder).close()
            assert_taken_over(folder, village)


OPENER = """
import os, sys
from pathlib import Path
from kiosk.progress import durable
from kiosk.progress.journal import Journal

left = int(sys.argv[2])

def dying(act):
    def instead(*arguments):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), 9)
        return act(*arguments)
    return instead

for name in ("write_all", "sync", "sync_folder"):
    setattr(durable, name, dying(getattr(durable, name)))
os.fsync, Path.replace = dying(os.fsync), dying(Path.replace)
Journal.open(Path(sys.argv[1]))
"""


def test_taking_over_survives_a_kill_at_every_write_sync_and_rename(
    tmp_path: Path, village: tuple[Envelope, ...]
) -> None:
    for step in range(0, 120, 4):
        folder = tmp_path / str(step)
        old_folder(folder, village, village[0].tablet)
        command = [sys.executable, "-c", OPENER, str(folder), str(step)]
        code = subprocess.run(command, check=False).returncode
        assert_taken_over(folder, village)
        if code == 0:
            break
    assert step > 9
    assert code == 0, "it was killed to the end"


def test_an_old_journal_that_is_put_back_is_united_with_what_is_there(
    tmp_path: Path, village: tuple[Envelope, ...]
) -> None:
    folder = tmp_path / "folder"
    old_folder(folder, village[:6], village[0].tablet)
    old = (folder / JOURNAL_NAME).read_bytes()
    with Journal.open(folder) as journal:
        later = journal.append("a", [LessonStarted("later")])
    (folder / JOURNAL_NAME).write_bytes(old)
    with Journal.open(folder) as journal:
        assert journal.envelopes() == (*village[:6], *later)


Acts = Callable[[Journal], object]


def test_a_closed_journal_opens_no_file_of_a_learner_again(tmp_path: Path) -> None:
    written(tmp_path)
    journal = Journal.open(tmp_path)
    journal.close()
    acts: list[Acts] = [
        lambda closed: closed.append("a", [LessonStarted("x")]),
        lambda closed: closed.of("a"),
    ]
    for act in acts:
        with pytest.raises(NotSaved) as caught:
            act(journal)
        assert caught.value.reason == "closed"
    assert LearnerFiles(tmp_path).lengths().keys() == {"a.log", "b.log", "c.log"}
