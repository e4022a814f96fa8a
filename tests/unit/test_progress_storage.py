"""The appending TinyDB: right as a TinyDB, and honest about damage."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from kiosk.progress import durable
from kiosk.progress.errors import NotSaved, UnknownRecord
from kiosk.progress.lines import encoded
from kiosk.progress.storage import Damage, JournalDB, JournalStorage

pytestmark = pytest.mark.disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "things.log"


def contents(path: Path) -> list[dict[str, Any]]:
    with JournalDB(path) as db:
        return [dict(document) for document in db.all()]


def filled(path: Path, count: int = 4) -> bytes:
    with JournalDB(path) as db:
        for number in range(count):
            db.insert({"n": number, "word": "نان\nنان"})
    return path.read_bytes()


def test_what_was_inserted_is_there_after_a_reopen(path: Path) -> None:
    with JournalDB(path) as db:
        assert db.insert({"word": "نان"}) == 1
        assert db.insert_multiple([{"n": 1}, {"n": 2}]) == [2, 3]
    assert contents(path) == [{"word": "نان"}, {"n": 1}, {"n": 2}]


def test_an_insert_appends_one_line_and_leaves_the_bytes_before_it(path: Path) -> None:
    before = filled(path)
    with JournalDB(path) as db:
        db.insert_multiple([{"n": 8}, {"n": 9}])
    after = path.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].count(b"\n") == 1


CHANGES: list[Callable[[Any], Any]] = [
    lambda db: db.update({"n": 7}, where("n") == 1),
    lambda db: db.update({"n": True}, where("n") == 1),
    lambda db: db.update(lambda doc: doc["deep"].append(3), where("deep").exists()),
    lambda db: db.update({"n": 5}, doc_ids=[2, 99]),
    lambda db: db.update_multiple([({"n": 6}, where("n") == 2)]),
    lambda db: db.remove(where("n") == 2),
    lambda db: db.update_multiple([({"n": 8}, where("n") < 9), ({"m": 1}, where("n") == 8)]),
    lambda db: db.update({"n": 3}, doc_ids=[3, 3]),
    lambda db: db.update({"n": 3}, where("n") == 99),
    lambda db: db.update_multiple([]),
    lambda db: db.remove(where("n") == 99),
    lambda db: db.remove(),
    lambda db: db.insert_multiple([]),
    lambda db: db.upsert({"n": 1}),
    lambda db: db.table("other").truncate(),
    lambda db: db.table("third").update({"n": 1}),
    lambda db: db.remove(doc_ids=[1]),
    lambda db: db.upsert({"n": 2, "new": 1}, where("n") == 2),
    lambda db: db.upsert({"n": 50}, where("n") == 50),
    lambda db: db.upsert(Document({"n": 51}, doc_id=20)),
    lambda db: db.truncate(),
    lambda db: db.drop_table("other"),
    lambda db: db.drop_tables(),
    lambda db: db.table("other").insert({"x": None}),
    lambda db: db.table("empty", persist_empty=True),
    lambda db: db.insert(Document({"n": 60}, doc_id=30)),
]


def tables_of(db: TinyDB) -> dict[str, list[tuple[int, str]]]:
    # repr tells 1 from True
    return {n: [(d.doc_id, repr(dict(d))) for d in db.table(n)] for n in sorted(db.tables())}


@given(st.lists(st.sampled_from(CHANGES), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_changes_leave_what_tinydb_leaves_before_and_after_a_reopen(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Callable[[Any], Any]]
) -> None:
    path = tmp_path_factory.mktemp("db") / "things.log"
    model = TinyDB(storage=MemoryStorage)
    with JournalDB(path) as db:
        for each in (db, model):
            each.insert_multiple([{"n": 1}, {"n": 2}, {"deep": [1, 2]}])
            each.table("other").insert({"x": 1})
        for change in changes:
            assert outcome(change, db) == outcome(change, model)
        assert tables_of(db) == tables_of(model)
        durable_tables = tables_of(db)
    with JournalDB(path) as db:
        assert tables_of(db) == durable_tables
        assert db.damage is None


def outcome(change: Callable[[Any], Any], db: TinyDB) -> Any:
    try:
        result = change(db)
    except (ValueError, RuntimeError) as error:
        return str(error)
    return None if isinstance(result, TinyDB) or hasattr(result, "insert") else result


def test_results_that_are_edited_do_not_change_the_store(path: Path) -> None:
    with JournalDB(path) as db:
        db.insert({"n": 1, "deep": {"list": [1]}})
        query = where("n") == 1
        for document in (db.all()[0], db.get(doc_id=1), db.get(query), *db.search(query)):
            assert isinstance(document, Document)
            document["deep"]["list"].append(2)
            document["n"] = 9
        assert db.search(query) == [{"n": 1, "deep": {"list": [1]}}]
        assert db.all() == [{"n": 1, "deep": {"list": [1]}}]


def test_what_was_changed_by_a_result_does_not_alias_it_either(path: Path) -> None:
    with JournalDB(path) as db:
        db.insert({"n": 1, "deep": {}})
        shared = {"list": [1]}
        held: list[Any] = []

        def change(document: Any) -> None:
            document["deep"] = shared
            held.append(document)

        db.update(change)
        shared["list"].append(2)
        held[0]["n"] = 2
        assert db.all() == [{"n": 1, "deep": {"list": [1]}}]


def test_a_change_that_fails_half_way_changes_nothing(path: Path) -> None:
    before = filled(path)

    def change(document: Any) -> None:
        document["n"] //= 3 - document["n"]

    with JournalDB(path) as db:
        for act in (
            lambda: db.update(change),
            lambda: db.update_multiple([(change, where("n").exists())]),
            lambda: db.upsert({"bad": {1}}, where("n") == 1),
        ):
            with pytest.raises((ZeroDivisionError, TypeError)):
                act()
            assert [dict(doc) for doc in db] == [{"n": n, "word": "نان\nنان"} for n in range(4)]
    assert path.read_bytes() == before


def test_a_document_can_be_removed_once_though_its_id_is_given_twice(path: Path) -> None:
    filled(path)
    with JournalDB(path) as db:
        assert db.remove(doc_ids=[1, 1, 99, 3]) == [1, 3]
        assert [doc.doc_id for doc in db] == [2, 4]


@pytest.mark.parametrize(
    "change",
    [
        lambda db: db.insert({"n": 1}),
        lambda db: db.update({"n": -1}, where("n") == 1),
        lambda db: db.update({"n": -1}, doc_ids=[2]),
        lambda db: db.update_multiple([({"n": -1}, where("n") == 1)]),
        lambda db: db.upsert({"n": -1}, where("n") == 1),
        lambda db: db.upsert(Document({"n": -1}, doc_id=2)),
        lambda db: db.upsert(Document({"n": -1}, doc_id=200)),
        lambda db: db.remove(where("n") == 1),
        lambda db: db.remove(doc_ids=[2]),
        lambda db: db.truncate(),
    ],
)
def test_a_change_writes_what_changed_and_looks_at_no_copy_of_the_rest(
    path: Path, change: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, 50)
    with JournalDB(path) as db:
        before = path.stat().st_size

        def read(_: object) -> None:
            raise AssertionError("everything was copied")

        monkeypatch.setattr(JournalStorage, "read", read)
        change(db)
        assert path.stat().st_size - before < 100


def test_who_goes_through_a_table_may_write_meanwhile(path: Path) -> None:
    filled(path)
    with JournalDB(path) as db:
        for document in db:
            db.insert({"n": 9})
            db.remove(doc_ids=[document.doc_id])
        assert [doc["n"] for doc in db.search(where("n") == 9)] == [9] * 4

        def meanwhile(_: object) -> bool:
            db.insert({"n": 10})
            return True

        assert db.get(meanwhile) is not None
        assert len(db.search(meanwhile)) == 5
        assert len(db) == 10


def test_an_empty_table_is_made_and_one_that_is_not_empty_is_kept(path: Path) -> None:
    with JournalDB(path) as db:
        db.table("kept", persist_empty=True).insert({"n": 1})
        db.table("empty", persist_empty=True)
    with JournalDB(path) as db:
        assert db.tables() == {"kept", "empty"}
        assert db.table("kept", persist_empty=True).all() == [{"n": 1}]


def test_nobody_reads_a_document_before_it_is_on_the_disk(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, 1)
    seen: list[list[int]] = []
    with JournalDB(path) as db:
        real = durable.sync

        def sync(fd: int) -> None:
            seen.append([doc["n"] for doc in db.all()])
            real(fd)

        monkeypatch.setattr(durable, "sync", sync)
        db.insert({"n": 1})
        db.update({"n": 5})
        db.remove(doc_ids=[1])
        db.truncate()
        assert len(db) == 0
    assert seen == [[0], [0, 1], [5, 5], [5]]


def test_a_document_that_is_edited_after_its_insert_does_not_change_the_store(path: Path) -> None:
    with JournalDB(path) as db:
        document = {"list": [1]}
        db.insert(document)
        document["list"].append(2)
        assert db.all() == [{"list": [1]}]


def test_a_search_sees_what_another_table_object_changed(path: Path) -> None:
    with JournalDB(path) as db:
        held = db.table("held")
        held.insert({"n": 1})
        assert held.count(where("n") == 1) == 1
        db.drop_table("held")
        assert held.count(where("n") == 1) == 0


def test_what_json_cannot_hold_is_refused_whole(path: Path) -> None:
    before = filled(path)
    with JournalDB(path) as db:
        for bad in ({"x": {1, 2}}, {"x": float("nan")}, {"x": "\ud800"}):
            with pytest.raises((TypeError, ValueError)):
                db.insert_multiple([{"fine": 1}, bad])
        with pytest.raises(ValueError, match="already exists"):
            db.insert_multiple([{"fine": 1}, Document({}, doc_id=1)])
        assert len(db) == 4
    assert path.read_bytes() == before


def test_a_torn_tail_is_set_aside_at_whatever_byte_it_was_torn(path: Path) -> None:
    whole = filled(path)
    starts = [0] + [n + 1 for n, byte in enumerate(whole) if byte == 10]
    for length in range(starts[1], len(whole)):
        path.write_bytes(whole[:length])
        good = max(start for start in starts if start <= length)
        with JournalDB(path) as db:
            assert [doc["n"] for doc in db.all()] == list(range(starts.index(good)))
            lost = length - good
            expected = Damage(lost, starts.index(good) + 1) if lost else None
            assert db.damage == expected
            db.insert({"n": "after"})
        assert contents(path)[-1] == {"n": "after"}


def test_a_flipped_byte_loses_at_most_its_own_record(path: Path) -> None:
    whole = filled(path)
    aside = path.with_name("things.log.damaged")
    for place in range(len(whole)):
        for flip in (0x01, 0x20, 0xFF):
            broken = bytearray(whole)
            broken[place] ^= flip
            path.write_bytes(broken)
            aside.unlink(missing_ok=True)
            hit = whole[:place].count(b"\n")
            with JournalDB(path) as db:
                assert {doc["n"] for doc in db.all()} >= {0, 1, 2, 3} - {hit}, place
                assert db.damage is not None
                assert db.damage.bytes_set_aside == aside.stat().st_size
            with JournalDB(path) as db:
                assert db.damage is None


def test_a_damaged_line_in_the_middle_is_set_aside_and_the_rest_is_kept(path: Path) -> None:
    lines = filled(path).splitlines(keepends=True)
    path.write_bytes(lines[0] + b"rubbish\n\n\x00\xff" + lines[1] + lines[2])
    with JournalDB(path) as db:
        assert [doc["n"] for doc in db.all()] == [0, 1, 2]
        assert db.damage == Damage(len(b"rubbish\n\n\x00\xff"), 2)
    assert path.read_bytes() == b"".join(lines[:3])
    assert path.with_name("things.log.damaged").read_bytes() == b"rubbish\n\n\x00\xff"


def test_what_was_set_aside_before_stays(path: Path) -> None:
    whole = filled(path)
    for rubbish in (b"one", b"two"):
        path.write_bytes(whole + rubbish)
        assert len(contents(path)) == 4
    assert path.with_name("things.log.damaged").read_bytes() == b"onetwo"


def test_a_zero_filled_tail_is_set_aside(path: Path) -> None:
    path.write_bytes(filled(path) + b"\0" * 4096)
    assert len(contents(path)) == 4


def test_an_intact_line_of_a_newer_version_is_not_thrown_away(path: Path) -> None:
    newer = filled(path) + encoded([["merge", "_default", "1", {}]])
    path.write_bytes(newer)
    with pytest.raises(UnknownRecord) as caught:
        JournalDB(path)
    assert caught.value.line == 5
    assert path.read_bytes() == newer


def test_a_failed_sync_keeps_nothing_and_the_next_attempt_succeeds(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = filled(path)
    with JournalDB(path) as db:
        real, failures = durable.sync, [OSError(5, "Input/output error")]

        def sync(fd: int) -> None:
            if failures:
                raise failures.pop()
            real(fd)

        monkeypatch.setattr(durable, "sync", sync)
        with pytest.raises(NotSaved) as caught:
            db.update({"n": 0})
        assert (caught.value.path, caught.value.reason) == (path, "failed")
        assert path.read_bytes() == before
        assert [doc["n"] for doc in db.all()] == [0, 1, 2, 3]
        assert db.insert({"n": 4}) == 5
    assert [doc["n"] for doc in contents(path)] == [0, 1, 2, 3, 4]


def test_a_file_whose_sync_failed_takes_nothing_more_and_is_replaced_by_a_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = filled(path)

    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with JournalDB(path) as db:
        doubtful = path.stat().st_ino
        with monkeypatch.context() as patched:
            patched.setattr(durable, "sync", broken)
            patched.setattr("os.ftruncate", broken)
            with pytest.raises(NotSaved):
                db.insert({"n": "doubtful"})
            with_tail = path.read_bytes()
            patched.setattr("os.fsync", broken)
            for _ in range(2):
                with pytest.raises(NotSaved):
                    db.insert({"n": "more"})
            assert path.read_bytes() == with_tail
            assert path.stat().st_ino == doubtful
        assert [doc["n"] for doc in db.all()] == [0, 1, 2, 3]
        db.insert({"n": "again"})
        assert path.stat().st_ino != doubtful
    assert with_tail.startswith(before)
    assert [doc["n"] for doc in contents(path)] == [0, 1, 2, 3, "again"]


def test_a_write_that_found_no_room_leaves_the_file_in_no_doubt(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = filled(path)
    with JournalDB(path) as db:
        same = path.stat().st_ino
        with monkeypatch.context() as patched:

            def half(fd: int, data: bytes) -> None:
                os.write(fd, data[: len(data) // 2])
                raise OSError(28, "No space left on device")

            patched.setattr(durable, "write_all", half)
            with pytest.raises(NotSaved) as caught:
                db.insert({"n": "half"})
        assert caught.value.reason == "full"
        assert path.read_bytes() == before
        db.insert({"n": 4})
        assert path.stat().st_ino == same


def test_a_closed_store_says_that_nothing_is_saved(path: Path) -> None:
    db = JournalDB(path)
    db.close()
    db.close()
    with pytest.raises(NotSaved) as caught:
        db.insert({})
    assert caught.value.reason == "closed"


def test_erased_documents_leave_no_byte_in_the_file(path: Path) -> None:
    with JournalDB(path) as db:
        db.insert_multiple([{"who": "aygul", "word": "سىر"}, {"who": "guest"}])
        db.update({"word": "سىر2"}, where("who") == "aygul")
        assert db.table("_default").erase(where("who") == "aygul") == [1]
        assert db.insert({"who": "next"}) == 3
    assert "سىر".encode() not in path.read_bytes()
    assert contents(path) == [{"who": "guest"}, {"who": "next"}]


def test_compacting_keeps_the_content_and_drops_old_versions(path: Path) -> None:
    with JournalDB(path) as db:
        db.insert({"n": 0})
        db.table("empty", persist_empty=True)
        for number in range(20):
            db.update({"n": number})
        size, before = path.stat().st_size, tables_of(db)
        db.compact()
        assert path.stat().st_size < size / 4
        db.insert({"n": "more"})
    with JournalDB(path) as db:
        assert db.get(doc_id=1) == {"n": 19}
        assert db.get(doc_id=2) == {"n": "more"}
        assert tables_of(db).keys() == before.keys()


def test_files_about_people_are_private(path: Path) -> None:
    filled(path)
    assert path.stat().st_mode & 0o077 == 0
