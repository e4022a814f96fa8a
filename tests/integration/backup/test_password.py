"""Backups behind a password."""

import zipfile
from pathlib import Path

import pytest

from kiosk import backup_commands
from kiosk.backup import reading
from tests.integration.backup.acts import PHOTO, Captured, done, failed, kept


def test_behind_a_password_nothing_is_readable(sealed: Path, data: Path) -> None:
    raw = sealed.read_bytes()
    for word in (b"learners/", b"LearnerEnrolled", b"photos/", (data / PHOTO).read_bytes()[:20]):
        assert word not in raw
    with zipfile.ZipFile(sealed) as pack:
        assert pack.namelist() == ["sealed.json", "backup.sealed"]


def test_the_password_opens_it_again(
    sealed: Path, data: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    done(capsys, "restore", sealed, "--data", tmp_path / "one", "--password", "ئاچقۇچ 7")
    monkeypatch.setenv(backup_commands.VARIABLE, "ئاچقۇچ 7")
    done(capsys, "restore", sealed, "--data", tmp_path / "two")
    assert kept(tmp_path / "one") == kept(tmp_path / "two") == kept(data)
    assert not list((tmp_path / "one").rglob("backup.zip"))


def test_a_password_from_the_variable_seals(
    data: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(backup_commands.VARIABLE, "w")
    out = done(capsys, "backup", tmp_path / "s.zip", "--data", data)
    assert "behind a password" in out
    assert reading.is_sealed(tmp_path / "s.zip")


def test_a_wrong_password_and_none_are_one_line_and_leave_no_folder(
    sealed: Path, tmp_path: Path, capsys: Captured
) -> None:
    fresh = tmp_path / "fresh"
    line = failed(capsys, "restore", sealed, "--data", fresh, "--password", "7")
    assert "the password is wrong" in line
    assert "it has a password" in failed(capsys, "restore", sealed, "--data", fresh)
    line = failed(capsys, "restore", sealed, "--data", fresh, "--password")
    assert "there is no terminal to ask" in line
    assert not fresh.exists()


def test_a_password_that_is_asked_for_is_not_shown(
    data: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = iter(["geheim", "geheim", "geheim", "other"])
    monkeypatch.setattr(backup_commands, "is_there_a_person", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: next(words))
    out = done(capsys, "backup", tmp_path / "s.zip", "--data", data, "--password")
    assert "geheim" not in out
    assert reading.is_sealed(tmp_path / "s.zip")
    line = failed(capsys, "backup", tmp_path / "t.zip", "--data", data, "--password")
    assert "two different passwords" in line


def test_any_byte_of_a_sealed_backup_that_is_changed_is_noticed(
    sealed: Path, tmp_path: Path, capsys: Captured
) -> None:
    raw = sealed.read_bytes()
    start = raw.index(b"backup.sealed") + len(b"backup.sealed") + 20
    for place in range(start, len(raw) - 400, 2003):
        bad = tmp_path / "bad.zip"
        bad.write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        failed(capsys, "restore", bad, "--data", tmp_path / "fresh", "--password", "ئاچقۇچ 7")
    assert not (tmp_path / "fresh").exists()


def test_who_stops_it_is_not_told_that_it_was_done(
    data: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.backup.writing._put", stopped)
    assert "stopped" in failed(capsys, "backup", tmp_path / "b.zip", "--data", data)
    assert not list(tmp_path.glob("*.zip*"))
    assert not list(tmp_path.glob(".*"))
