"""What a power cut leaves: a model of a disk that keeps any of what was not synced.

Between two syncs the disk may have kept any of the written pages of 4 KiB and any length of the
file from the old to the new one; what it did not keep is as it was, or zeros.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.progress import durable
from kiosk.progress.lines import encoded
from kiosk.progress.storage import Damage, JournalDB

PAGE = 4096

Batch = list[dict[str, Any]]

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
documents = st.fixed_dictionaries(
    {"word": words, "much": st.integers(0, 9000).map(lambda size: "ئ" * size)}
)
batches = st.lists(documents, min_size=1, max_size=3)


@pytest.fixture(autouse=True, scope="module")
def disk_without_waiting() -> Iterator[None]:
    """The model decides what is kept; the real disk need not be waited for."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(durable, "sync", lambda _fd: None)
        patched.setattr("os.fsync", lambda _fd: None)
        yield


class Written:
    """A file before and after its last write, which was not synced."""

    def __init__(self, folder: Path, confirmed: list[Batch], last: Batch) -> None:
        self.path = folder / "things.log"
        with JournalDB(self.path) as db:
            for batch in confirmed:
                db.insert_multiple(batch)
            self.before = self.path.read_bytes()
            self.confirmed = plain(db)
            db.insert_multiple(last)
            self.all = plain(db)
        self.after = self.path.read_bytes()

    def cut(self, kept: list[bool], length: int) -> None:
        """The power fails: only the pages that are kept were written, and the file is so long."""
        disk = bytearray(self.before.ljust(len(self.after), b"\0"))
        first = len(self.before) // PAGE
        for page, is_kept in enumerate(kept, start=first):
            if is_kept:
                part = slice(page * PAGE, (page + 1) * PAGE)
                disk[part] = self.after[part]
        self.path.write_bytes(disk[:length])

    @property
    def pages(self) -> int:
        """How many were touched by the last write."""
        return (len(self.after) - 1) // PAGE - len(self.before) // PAGE + 1


def plain(db: JournalDB) -> Batch:
    return [dict(document) for document in db.all()]


@given(st.lists(batches, max_size=3), batches, st.data())
@settings(max_examples=120, deadline=None)
def test_what_was_confirmed_survives_whatever_a_power_cut_keeps_of_the_last_write(
    confirmed: list[Batch], last: Batch, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        file = Written(Path(folder), confirmed, last)
        kept = data.draw(st.lists(st.booleans(), min_size=file.pages, max_size=file.pages))
        length = data.draw(st.integers(len(file.before), len(file.after)))
        file.cut(kept, length)
        left = file.path.read_bytes()
        with JournalDB(file.path) as db:
            whole = left == file.after
            assert plain(db) == (file.all if whole else file.confirmed)
            lost = 0 if whole else length - len(file.before)
            assert (db.damage is not None) == (lost > 0)
            assert db.damage is None or db.damage.bytes_set_aside == lost
            db.insert({"word": "after"})
        with JournalDB(file.path) as db:
            assert db.damage is None
            assert plain(db)[-1] == {"word": "after"}
            assert plain(db)[: len(file.confirmed)] == file.confirmed


@given(st.lists(batches, min_size=1, max_size=4), st.data())
@settings(max_examples=60, deadline=None)
def test_a_cut_anywhere_loses_only_what_stood_behind_it(
    confirmed: list[Batch], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        file = Written(Path(folder), confirmed[:-1], confirmed[-1])
        length = data.draw(st.integers(0, len(file.after)))
        file.path.write_bytes(file.after[:length])
        whole_lines = file.after[:length].count(b"\n")
        with JournalDB(file.path) as db:
            kept = [document for batch in confirmed[:whole_lines] for document in batch]
            assert plain(db) == kept


@given(st.lists(batches, min_size=1, max_size=4), st.data())
@settings(max_examples=120, deadline=None)
def test_a_flipped_byte_loses_at_most_its_own_line_and_is_told_and_kept_aside(
    confirmed: list[Batch], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        file = Written(Path(folder), confirmed[:-1], confirmed[-1])
        place = data.draw(st.integers(0, len(file.after) - 1))
        flip = data.draw(st.integers(1, 255))
        broken = bytearray(file.after)
        broken[place] ^= flip
        file.path.write_bytes(broken)
        hit = file.after[:place].count(b"\n")
        with JournalDB(file.path) as db:
            damage = db.damage
            kept = plain(db)
        others = [doc for n, batch in enumerate(confirmed) if n != hit for doc in batch]
        assert damage is not None
        assert damage.line == hit + 1
        assert kept in (others, [doc for batch in confirmed for doc in batch])
        aside = file.path.with_name("things.log.damaged").read_bytes()
        assert len(aside) == damage.bytes_set_aside
        # Nothing is thrown away: what was set aside and what was kept are all that was there.
        assert len(aside) + file.path.stat().st_size == len(broken)


@given(st.binary(max_size=200), st.integers(0, 3))
@example(b"\n", 1)
@example(b"\0" * 50, 3)
@settings(max_examples=80, deadline=None)
def test_rubbish_between_lines_is_set_aside(rubbish: bytes, place: int) -> None:
    lines = [encoded([["put", "_default", str(n), {"n": n}]]) for n in range(3)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "things.log"
        path.write_bytes(b"".join([*lines[:place], rubbish, *lines[place:]]))
        with JournalDB(path) as db:
            assert plain(db) == [{"n": 0}, {"n": 1}, {"n": 2}]
            assert db.damage == (Damage(len(rubbish), place + 1) if rubbish else None)
        assert path.read_bytes() == b"".join(lines)
