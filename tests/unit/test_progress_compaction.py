"""A file in which most no longer counts is made anew, out of everybody's way."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from kiosk.progress import durable, storage
from kiosk.progress.draft import Draft, draft_of
from kiosk.progress.errors import NotSaved
from kiosk.progress.idle import IdleWork
from kiosk.progress.storage import JournalDB

Documents = list[dict[str, Any]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "things.log"


def contents(path: Path) -> Documents:
    with JournalDB(path) as db:
        assert db.damage is None
        return [dict(document) for document in db.all()]


def filled(path: Path, changes: int = 30) -> Documents:
    with JournalDB(path) as db:
        db.insert_multiple([{"n": 0}, {"word": "نان"}])
        db.table("empty", persist_empty=True)
        for number in range(1, changes):
            db.update({"n": number}, doc_ids=[1])
    return [{"n": changes - 1}, {"word": "نان"}]


def test_compacting_drops_only_what_no_longer_counts(path: Path) -> None:
    kept = filled(path)
    with JournalDB(path) as db:
        db.compact()
        assert path.read_bytes().count(b"\n") == 4
        db.insert({"n": "more"})
        assert db.tables() == {"_default", "empty"}
    assert contents(path) == [*kept, {"n": "more"}]
    assert [file.name for file in path.parent.iterdir()] == ["things.log"]
    assert path.stat().st_mode & 0o077 == 0


def test_what_is_written_while_a_file_is_compacted_is_in_the_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    real = Draft.write
    with JournalDB(path) as db:

        def write(draft: Draft, lines: Any) -> None:
            writes = [
                lambda: db.insert({"n": "meanwhile"}),
                lambda: db.update({"n": "changed"}, doc_ids=[1]),
                lambda: db.remove(doc_ids=[2]),
            ]
            for act, line in zip(writes, lines, strict=False):
                real(draft, [line])
                # In a thread of its own: a writer would wait for ever if compacting kept it out.
                writer = Thread(target=act)
                writer.start()
                writer.join(20)
                assert not writer.is_alive()
            real(draft, lines)

        monkeypatch.setattr(Draft, "write", write)
        db.compact()
        lines = path.read_bytes().count(b"\n")
        db.insert({"n": "after"})
        everything = [dict(document) for document in db]
    assert lines == 4 + 3
    assert everything == [{"n": "changed"}, {"n": "meanwhile"}, {"n": "after"}]
    assert contents(path) == everything


def test_erasing_while_a_file_is_compacted_wins(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path)
    real = Draft.write
    with JournalDB(path) as db:

        def write(draft: Draft, lines: Any) -> None:
            real(draft, lines)
            db.table("_default").erase(lambda document: "word" in document)

        monkeypatch.setattr(Draft, "write", write)
        assert not db.storage.compact()
    assert "نان".encode() not in path.read_bytes()
    assert contents(path) == [{"n": 29}]
    assert not draft_of(path).exists()


STEPS: list[tuple[Any, str]] = [
    (durable, "write_all"),
    (os, "fsync"),
    (Path, "replace"),
]


@pytest.mark.parametrize(("where", "name"), STEPS, ids=[name for _, name in STEPS])
@pytest.mark.parametrize("call", range(4))
def test_compacting_that_fails_at_any_step_loses_nothing_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, call: int
) -> None:
    kept = filled(path)
    with JournalDB(path) as db:
        real, calls = getattr(where, name), iter(range(100))

        def failing(*arguments: Any) -> Any:
            if next(calls) == call:
                raise OSError(28, "No space left on device")
            return real(*arguments)

        with monkeypatch.context() as patched:
            patched.setattr(where, name, failing)
            try:
                db.compact()
            except NotSaved as error:
                assert error.reason == "full"
        assert [dict(document) for document in db] == kept
        assert not draft_of(path).exists()
        db.insert({"n": "later"})
    assert contents(path) == [*kept, {"n": "later"}]


def test_a_draft_that_was_cut_at_any_byte_is_passed_over(path: Path) -> None:
    kept = filled(path, 3)
    whole = path.read_bytes()
    for length in range(len(whole)):
        draft_of(path).write_bytes(whole[:length])
        assert contents(path) == kept
        assert not draft_of(path).exists()


def test_a_file_is_compacted_by_itself_when_it_is_worth_it_and_nobody_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "STALE_FROM", 20)
    done = Event()
    real = storage.JournalStorage.compact

    def compact(self: storage.JournalStorage) -> bool:
        try:
            return real(self)
        finally:
            done.set()

    monkeypatch.setattr(storage.JournalStorage, "compact", compact)
    with JournalDB(path, idle_s=0.05) as db:
        db.insert_multiple([{"n": n} for n in range(100)])
        assert not done.is_set(), "everything in it still counts"
        for number in range(200):
            db.update({"n": number}, doc_ids=[1])
        assert done.wait(20)
        last = [dict(document) for document in db]
    assert path.read_bytes().count(b"\n") < 250
    assert contents(path) == last


def test_what_is_never_idle_is_compacted_at_last() -> None:
    worked = Event()
    work = IdleWork(worked.set, idle_s=3600, longest_s=0)
    work.ask()
    assert worked.wait(20)
    work.stop()


def test_idle_work_is_not_begun_after_the_end() -> None:
    worked = Event()
    work = IdleWork(worked.set, idle_s=3600, longest_s=3600)
    work.ask()
    work.stop()
    work.ask()
    assert not worked.is_set()


def test_idle_work_that_fails_is_told_and_can_be_asked_for_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    again = Event()
    acts: list[Callable[[], object]] = [again.set, lambda: 1 // 0]
    work = IdleWork(lambda: acts.pop()(), idle_s=0, longest_s=0)
    with caplog.at_level(logging.WARNING, "kiosk"):
        while not again.wait(0.01):
            work.ask()
    work.stop()
    assert "failed" in caplog.text


def test_closing_ends_a_compaction_that_is_under_way(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = filled(path)
    real = Draft.write
    with JournalDB(path) as db:

        def write(draft: Draft, lines: Any) -> None:
            db.close()
            real(draft, lines)

        monkeypatch.setattr(Draft, "write", write)
        with pytest.raises(NotSaved) as caught:
            db.compact()
        assert caught.value.reason == "closed"
    assert contents(path) == kept
