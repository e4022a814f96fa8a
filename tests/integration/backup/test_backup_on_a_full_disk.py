"""A disk that fills up leaves what was there."""

import os
from pathlib import Path

import pytest

from kiosk.backup import contents
from tests.integration.backup.acts import PHOTO, Captured, done, everything, failed, kept
from tests.integration.test_learner_files import written

pytestmark = pytest.mark.disk


@pytest.mark.parametrize("password", [[], ["--password", "w"]])
def test_a_disk_that_fills_up_in_the_middle_of_a_backup_leaves_the_old_one(
    data: Path, small_disk: Path, capsys: Captured, password: list[str]
) -> None:
    out = small_disk / "b.zip"
    out.write_bytes(b"the old one")
    (data / "photos" / ("b" * 32)).write_bytes(os.urandom(200_000))
    line = failed(capsys, "backup", out, "--data", data, *password)
    assert "the disk is full" in line
    assert everything(small_disk) == {"b.zip": b"the old one"}


def test_a_restore_that_needs_more_than_is_free_says_so(
    data: Path, small_disk: Path, tmp_path: Path, capsys: Captured
) -> None:
    done(capsys, "backup", tmp_path / "b.zip", "--data", data)
    written(small_disk / "data")
    before = everything(small_disk)
    line = failed(capsys, "restore", tmp_path / "b.zip", "--merge", "--data", small_disk / "data")
    assert "MB are free" in line
    assert everything(small_disk) == before


def test_a_folder_that_is_a_link_to_another_disk_takes_its_part(
    data: Path, backup: Path, small_disk: Path, tmp_path: Path, capsys: Captured
) -> None:
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "photos").symlink_to(small_disk)
    done(capsys, "restore", backup, "--data", fresh)
    assert (small_disk / Path(PHOTO).name).read_bytes() == (data / PHOTO).read_bytes()
    assert kept(fresh) == kept(data)


def test_a_disk_that_fills_up_in_the_middle_of_a_restore_keeps_what_was_there(
    data: Path,
    small_disk: Path,
    tmp_path: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As when something else fills it after the room was measured."""
    (data / "photos" / ("b" * 32)).write_bytes(os.urandom(200_000))
    done(capsys, "backup", tmp_path / "b.zip", "--data", data)
    folder = small_disk / "data"
    written(folder)
    before = everything(folder)
    monkeypatch.setattr("kiosk.backup.restoring._require_room", lambda *_: None)
    for options in (["--merge"], []):
        if not options:
            for each in contents.all_of_people(folder):
                (folder / each).unlink()
            before = everything(folder)
        line = failed(capsys, "restore", tmp_path / "b.zip", *options, "--data", folder)
        assert "full" in line
        assert everything(folder) == before
