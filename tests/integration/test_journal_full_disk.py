"""A real full disk and a real read-only one: nothing is half saved, and later it goes on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.progress.errors import NotSaved
from kiosk.progress.export import write_csv
from kiosk.progress.journal import Journal
from kiosk.progress.kinds import Event
from kiosk.progress.records import Records
from lessons.events import LessonStarted, StepAnswered

pytestmark = pytest.mark.disk

LONG: list[Event] = [LessonStarted("nang"), StepAnswered("nang", "oven", ("x" * 3000,), True)]

LIMITED = """
import resource, sys
from pathlib import Path
from kiosk.progress.errors import NotSaved
from kiosk.progress.journal import Journal
from lessons.events import LessonStarted, StepAnswered

folder = Path(sys.argv[1])
file = folder / "learners" / "a.log"
journal = Journal.open(folder)
journal.append("a", [LessonStarted("nang")])
before = file.read_bytes()
never, most = resource.getrlimit(resource.RLIMIT_FSIZE)
for room in range(0, 700, 50):
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + room, most))
    try:
        journal.append("a", [StepAnswered("nang", "oven", ("x" * 1000,), True)])
    except NotSaved as error:
        assert (error.reason, error.path) == ("full", file), error
    else:
        raise SystemExit("saved without room")
    assert file.read_bytes() == before
    assert [envelope.seq for envelope in journal.envelopes()] == [1]
resource.setrlimit(resource.RLIMIT_FSIZE, (never, most))
journal.append("a", [LessonStarted("eggs")])
"""


def seqs(folder: Path) -> list[int]:
    with Journal.open(folder) as journal:
        assert journal.damage is None
        return [envelope.seq for envelope in journal.envelopes()]


def test_a_write_that_finds_no_room_is_taken_back_and_later_goes_on(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", LIMITED, str(tmp_path)], check=True)
    assert seqs(tmp_path) == [1, 2]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def remount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)


def append_until_full(journal: Journal) -> int:
    """How many batches of two events were confirmed."""
    for confirmed in range(1000):
        try:
            journal.append("a", LONG)
        except NotSaved as error:
            assert error.reason == "full"
            return confirmed
    raise AssertionError("the disk never got full")


def test_on_a_full_disk_what_was_confirmed_stays_and_room_lets_it_go_on(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(20_000))
    with Journal.open(small_disk) as journal:
        confirmed = append_until_full(journal)
        assert confirmed > 2
        with pytest.raises(NotSaved):
            journal.append("a", LONG)
        assert len(journal.envelopes()) == 2 * confirmed
        ballast.unlink()
        journal.append("a", LONG)
    assert seqs(small_disk) == list(range(1, 2 * confirmed + 3))


def test_a_torn_tail_on_a_full_disk_is_kept_and_refuses_writes_until_there_is_room(
    small_disk: Path,
) -> None:
    with Journal.open(small_disk) as journal:
        journal.append("a", LONG)
    file = small_disk / "learners" / "a.log"
    with file.open("ab") as torn:
        torn.write(b"half a rec")
    ballast = small_disk / "ballast"
    with pytest.raises(OSError), ballast.open("wb", buffering=0) as filling:
        while filling.write(bytes(4096)):
            pass
    before = file.read_bytes()
    with Journal.open(small_disk) as journal:
        assert journal.damage is not None
        assert len(journal.envelopes()) == 2
        with pytest.raises(NotSaved):
            journal.append("a", [LessonStarted("eggs")])
    assert file.read_bytes() == before
    ballast.unlink()
    with Journal.open(small_disk) as journal:
        journal.append("a", [LessonStarted("eggs")])
    assert seqs(small_disk) == [1, 2, 3]


def test_an_export_without_room_leaves_the_old_file_alone(small_disk: Path) -> None:
    path = small_disk / "learners.csv"
    write_csv(path, Records(), {})
    before = path.read_bytes()
    with pytest.raises(OSError), (small_disk / "b").open("wb", buffering=0) as filling:
        while filling.write(bytes(4096)):
            pass
    with pytest.raises(NotSaved) as caught:
        write_csv(path, Records(), {})
    assert caught.value.reason == "full"
    assert path.read_bytes() == before
    assert sorted(each.name for each in small_disk.iterdir()) == ["b", "learners.csv"]


def test_a_disk_that_turns_read_only_saves_nothing_until_it_is_writable(small_disk: Path) -> None:
    with Journal.open(small_disk) as journal:
        journal.append("a", [LessonStarted("nang")])
    remount(small_disk, "ro")
    with pytest.raises(NotSaved) as caught:
        Journal.open(small_disk)
    assert caught.value.reason == "read_only"
    remount(small_disk, "rw")
    assert seqs(small_disk) == [1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told_at_once(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NotSaved) as caught:
        Journal.open(tmp_path)
    assert caught.value.reason == "read_only"
