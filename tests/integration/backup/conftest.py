"""A folder with something of everything, and backups of it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.cli import main
from tests.integration.backup.acts import PHOTO, RECORDING, VOICE, Captured, done
from tests.integration.test_learner_files import written


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    written(folder)
    for name in (PHOTO, RECORDING, VOICE, "cache/speech/x.mp3", "exports/x.csv", "photos/.x.new"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode() * 100)
    return folder


@pytest.fixture
def backup(data: Path, tmp_path: Path, capsys: Captured) -> Path:
    assert main(["backup", str(tmp_path / "b.zip"), "--data", str(data)]) == 0
    capsys.readouterr()
    return tmp_path / "b.zip"


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at the terminal who types this."""

    def types(text: str) -> None:
        read, write = os.openpty()
        os.write(read, text.encode() or b"\x04")
        monkeypatch.setattr(sys, "stdin", os.fdopen(write, "r"))

    return types


@pytest.fixture
def sealed(data: Path, tmp_path: Path, capsys: Captured) -> Path:
    done(capsys, "backup", tmp_path / "s.zip", "--data", data, "--password", "ئاچقۇچ 7")
    return tmp_path / "s.zip"


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
