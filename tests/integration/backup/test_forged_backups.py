"""What is brought instead of a backup is one line, and the folder stays as it was."""

import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main
from tests.integration.backup.acts import PHOTO, Captured, everything, failed, kept
from tests.integration.backup.forged import BAD, Zeros, adding, missing, remade
from tests.integration.test_learner_files import written


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("merge", [False, True])
def test_what_is_no_honest_backup_is_one_line_and_the_folder_stays_as_it_was(
    backup: Path, tmp_path: Path, capsys: Captured, kind: str, merge: bool
) -> None:
    change, why = BAD[kind]
    bad = remade(backup, tmp_path / "bad.zip", change)
    folder = tmp_path / "folder"
    if merge:
        written(folder)
    before = everything(folder)
    options = ["--merge"] if merge else []
    line = failed(capsys, "restore", bad, *options, "--data", folder)
    assert line.startswith("kiosk: bad.zip: ")
    assert why in line
    assert everything(folder) == before
    assert folder.exists() == merge
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("part", [0, 10, 0.2, 0.5, 0.9, -1])
def test_a_backup_that_was_cut_off_is_one_line(
    backup: Path, tmp_path: Path, capsys: Captured, part: float
) -> None:
    raw = backup.read_bytes()
    length = round(part * len(raw)) if isinstance(part, float) else part
    (tmp_path / "cut.zip").write_bytes(raw[:length])
    line = failed(capsys, "restore", tmp_path / "cut.zip", "--data", tmp_path / "fresh")
    assert "not a whole backup of a kiosk" in line
    assert not (tmp_path / "fresh").exists()


def test_any_byte_of_a_backup_that_is_changed_is_noticed_or_changes_nothing(
    backup: Path, data: Path, tmp_path: Path, capsys: Captured
) -> None:
    raw = backup.read_bytes()
    noticed = 0
    for place in range(0, len(raw), 211):
        (tmp_path / "bad.zip").write_bytes(
            raw[:place] + bytes([raw[place] ^ 0x10]) + raw[place + 1 :]
        )
        fresh = tmp_path / f"fresh-{place}"
        if main(["restore", str(tmp_path / "bad.zip"), "--data", str(fresh)]) == 0:
            assert kept(fresh) == kept(data)
        else:
            noticed += 1
            assert not fresh.exists()
        capsys.readouterr()
    assert noticed > 15


def test_a_link_in_a_zip_is_refused(backup: Path, tmp_path: Path, capsys: Captured) -> None:
    bad = remade(backup, tmp_path / "bad.zip", missing)
    with zipfile.ZipFile(bad, "a") as pack:
        link = zipfile.ZipInfo("learners/a.log")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        pack.writestr(link, "/etc/passwd")
    assert "is a link" in failed(capsys, "restore", bad, "--data", tmp_path / "fresh")


@pytest.mark.parametrize("listed_size", [10_000, 1 << 28])
def test_a_bomb_of_zeros_is_refused_before_it_is_unpacked(
    backup: Path, tmp_path: Path, capsys: Captured, listed_size: int
) -> None:
    """Ten gigabytes would be no other, but take forty times as long to make."""
    name = "learners/zeros.log"

    def change(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
        listed["files"].append({"name": name, "bytes": listed_size, "sha256": "0" * 64})

    bad = remade(backup, tmp_path / "bad.zip", change)
    with zipfile.ZipFile(bad, "a", zipfile.ZIP_DEFLATED) as pack, pack.open(name, "w") as file:
        for piece in Zeros(1 << 28).pieces():
            file.write(piece)
    line = failed(capsys, "restore", bad, "--data", tmp_path / "fresh")
    assert "that is no backup" in line or "its list is wrong about" in line
    assert not (tmp_path / "fresh").exists()


def test_a_zip_that_lies_about_its_sizes_is_read_no_further_than_its_list_says(
    backup: Path, tmp_path: Path, capsys: Captured
) -> None:
    """Sizes in the directory of a zip are words like all others."""
    size = 50_000_000
    bad = remade(backup, tmp_path / "bad.zip", adding(PHOTO[:-1] + "0", b"\0" * size))
    raw = bad.read_bytes()
    lie = size.to_bytes(4, "little")
    assert raw.count(lie) == 2
    bad.write_bytes(raw.replace(lie, (1000).to_bytes(4, "little")))
    with zipfile.ZipFile(bad) as pack:
        listed = json.loads(pack.read("manifest.json"))
    assert listed["files"][-1]["bytes"] == size
    line = failed(capsys, "restore", bad, "--data", tmp_path / "fresh")
    assert line.startswith("kiosk: bad.zip: ")
    assert not (tmp_path / "fresh").exists()


def test_another_zip_and_no_zip_and_no_file_are_one_line(tmp_path: Path, capsys: Captured) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as pack:
        pack.writestr("hello.txt", "hello")
    (tmp_path / "no.zip").write_text("hello")
    for name, why in {
        "other.zip": "it has no list of files",
        "no.zip": "not a whole backup of a kiosk",
        "gone.zip": "there is no such file",
        "": "directory",
    }.items():
        assert why in failed(capsys, "restore", tmp_path / name, "--data", tmp_path / "f").lower()


def test_a_restore_onto_a_file_is_one_line(backup: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "file").write_text("x")
    assert "is no folder" in failed(capsys, "restore", backup, "--data", tmp_path / "file")
