"""``kiosk backup`` and ``kiosk restore``: all of it out and back, or what is brought instead."""

import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kiosk import backup_commands
from kiosk.backup import contents, reading
from kiosk.backup.contents import is_kept
from kiosk.cli import main
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.lines import encoded
from kiosk.progress.records import Records
from tests.integration.test_learner_files import hers, old_folder, told, written

PHOTO = "photos/" + "0123456789abcdef" * 2
RECORDING = "recordings/own-" + "0123456789abcdef" * 2 + ".wav"
VOICE = "voices/recorded/clips/abc.mp3"
Captured = pytest.CaptureFixture[str]


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


def done(capsys: Captured, *arguments: object) -> str:
    assert main([str(each) for each in arguments]) == 0
    return capsys.readouterr().out


def failed(capsys: Captured, *arguments: object) -> str:
    """The one line that is told."""
    assert main([str(each) for each in arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1), captured.err
    assert captured.err.startswith("kiosk: ")
    return captured.err


def kept(folder: Path) -> dict[str, bytes]:
    """What a backup is for; but which tablet it is, which is another one after a restore."""
    found = {name: (folder / name).read_bytes() for name in contents.kept_files(folder)}
    return {name: raw for name, raw in found.items() if name != JOURNAL_NAME}


def everything(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file() and each.name != "kiosk.lock")
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def told_of(folder: Path) -> Any:
    with Journal.open(folder) as journal:
        return journal.envelopes(), told(Records.of(journal))


# -- out and back


def test_all_that_matters_comes_back_and_nothing_else(
    data: Path, backup: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = done(capsys, "restore", backup, "--data", tmp_path / "fresh")
    assert out.startswith("3 learners, 13 events, 7 files of b.zip of ")
    assert kept(tmp_path / "fresh") == kept(data)
    assert told_of(tmp_path / "fresh") == told_of(data)
    for name in ("cache", "exports", "photos/.x.new", ".coming", ".coming.part"):
        assert not (tmp_path / "fresh" / name).exists()
    assert "all whole" in done(capsys, "progress", "verify", "--data", tmp_path / "fresh")


def test_what_was_restored_is_another_tablet(data: Path, backup: Path, tmp_path: Path) -> None:
    assert main(["restore", str(backup), "--data", str(tmp_path / "fresh")]) == 0
    with Journal.open(data) as old, Journal.open(tmp_path / "fresh") as new:
        assert old.tablet != new.tablet
        assert {each.tablet for each in new.envelopes()} == {old.tablet}


def test_the_list_in_a_backup_tells_every_file(backup: Path, data: Path) -> None:
    with zipfile.ZipFile(backup) as pack:
        listed = json.loads(pack.read("manifest.json"))
        names = set(pack.namelist()) - {"manifest.json"}
        for each in listed["files"]:
            raw = pack.read(each["name"])
            assert (each["bytes"], each["sha256"]) == (len(raw), sha256(raw).hexdigest())
    assert {each["name"] for each in listed["files"]} == names == set(contents.kept_files(data))
    assert (listed["format"], listed["events"], listed["learners"]) == (1, 13, 3)
    assert listed["kiosk"]


def test_a_backup_is_for_its_owner_only(backup: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_a_folder_that_is_not_empty_is_replaced_after_a_typed_yes(
    data: Path, backup: Path, tmp_path: Path, capsys: Captured, person: Callable[[str], None]
) -> None:
    other = tmp_path / "other"
    written(other)
    with Journal.open(other) as journal:
        journal.append("z", journal.of("a")[0:0])
        journal.forget("a")
    (other / "journal.log.damaged").write_bytes(b"old")
    (other / "exports").mkdir()
    person("yes\n")
    done(capsys, "restore", backup, "--data", other)
    assert kept(other) == kept(data)
    assert not (other / "journal.log.damaged").exists()
    assert (other / "exports").exists()


@pytest.mark.parametrize("answer", ["no\n", "\n", "", "y\n"])
def test_without_a_yes_nothing_is_done(
    backup: Path, data: Path, capsys: Captured, person: Callable[[str], None], answer: str
) -> None:
    person(answer)
    before = everything(data)
    assert main(["restore", str(backup), "--data", str(data)]) == 2
    assert "nothing was done" in capsys.readouterr().err
    assert everything(data) == before


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at the terminal who types this."""

    def types(text: str) -> None:
        read, write = os.openpty()
        os.write(read, text.encode() or b"\x04")
        monkeypatch.setattr(sys, "stdin", os.fdopen(write, "r"))

    return types


def test_without_a_terminal_nobody_is_asked_and_nothing_is_done(
    backup: Path, data: Path, capsys: Captured
) -> None:
    before = everything(data)
    assert "is not empty" in failed(capsys, "restore", backup, "--data", data)
    assert everything(data) == before


def test_damaged_lines_stay_out_and_are_told(data: Path, tmp_path: Path, capsys: Captured) -> None:
    with hers(data, "c").open("ab") as file:
        file.write(b"torn")
    assert main(["backup", str(tmp_path / "b.zip"), "--data", str(data)]) == 0
    assert "1 damaged pieces were left out" in capsys.readouterr().err
    done(capsys, "restore", tmp_path / "b.zip", "--data", tmp_path / "fresh")
    assert b"torn" not in hers(tmp_path / "fresh", "c").read_bytes()


def test_a_folder_of_an_earlier_kiosk_is_backed_up_restored_and_united(
    data: Path, tmp_path: Path, capsys: Captured
) -> None:
    with Journal.open(data) as journal:
        envelopes = journal.envelopes()
    old_folder(tmp_path / "old", envelopes, envelopes[0].tablet)
    done(capsys, "backup", tmp_path / "b.zip", "--data", tmp_path / "old")
    done(capsys, "restore", tmp_path / "b.zip", "--data", tmp_path / "fresh")
    with Journal.open(tmp_path / "fresh") as journal:
        assert [each for each in journal.envelopes() if each.event()] == list(envelopes)
    out = done(capsys, "restore", tmp_path / "b.zip", "--merge", "--data", data)
    assert out.startswith("0 new learners and ")


def test_an_empty_folder_takes_a_backup_in_without_a_question(
    data: Path, backup: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "fresh" / "learners").mkdir(parents=True)
    done(capsys, "restore", backup, "--data", tmp_path / "fresh")
    assert kept(tmp_path / "fresh") == kept(data)


# -- who must not be disturbed


def test_while_a_kiosk_runs_one_line_says_so(
    data: Path, backup: Path, tmp_path: Path, capsys: Captured
) -> None:
    with Journal.open(data):
        for arguments in (
            ("backup", tmp_path / "x.zip"),
            ("restore", backup, "--merge"),
            ("forget", "a", "--yes"),
            ("progress",),
            ("progress", "verify"),
        ):
            line = failed(capsys, *arguments, "--data", data)
            assert "the kiosk is running" in line
            assert "stop it first" in line
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize("place", ["none/b.zip", "", "folder", "~nobody-here/b.zip"])
def test_a_place_that_is_none_is_one_line(
    data: Path, tmp_path: Path, capsys: Captured, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    assert "is no place for a file" in failed(capsys, "backup", place, "--data", data)


def test_without_a_journal_there_is_nothing_to_back_up(tmp_path: Path, capsys: Captured) -> None:
    line = failed(capsys, "backup", tmp_path / "b.zip", "--data", tmp_path / "none")
    assert "there is no journal" in line
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_data_folder_does_not_carry_other_files_away(
    data: Path, tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "secret").write_text("secret")
    (data / "photos" / ("f" * 32)).symlink_to(tmp_path / "secret")
    done(capsys, "backup", tmp_path / "b.zip", "--data", data)
    with zipfile.ZipFile(tmp_path / "b.zip") as pack:
        assert not any("f" * 32 in name for name in pack.namelist())


# -- passwords


@pytest.fixture
def sealed(data: Path, tmp_path: Path, capsys: Captured) -> Path:
    done(capsys, "backup", tmp_path / "s.zip", "--data", data, "--password", "ئاچقۇچ 7")
    return tmp_path / "s.zip"


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


# -- what is brought instead of a backup

Change = Callable[[dict[str, bytes], dict[str, Any]], None]


def remade(source: Path, out: Path, change: Change) -> Path:
    """The backup as somebody would make it who wants to do harm: whole, but not honest."""
    with zipfile.ZipFile(source) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    listed = json.loads(files.pop("manifest.json"))
    change(files, listed)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, raw in files.items():
            pack.writestr(name, raw)
        if listed:
            pack.writestr("manifest.json", json.dumps(listed))
    return out


def entry(name: str, raw: bytes) -> dict[str, Any]:
    return {"name": name, "bytes": len(raw), "sha256": sha256(raw).hexdigest()}


def adding(name: str, raw: bytes = b"x") -> Change:
    def change(files: dict[str, bytes], listed: dict[str, Any]) -> None:
        files[name] = raw
        listed["files"].append(entry(name, raw))

    return change


def unlisted(files: dict[str, bytes], _listed: dict[str, Any]) -> None:
    files["learners/stowaway.log"] = b""


def missing(files: dict[str, bytes], _listed: dict[str, Any]) -> None:
    del files["learners/a.log"]


def other_bytes(files: dict[str, bytes], _listed: dict[str, Any]) -> None:
    files["learners/a.log"] = files["learners/b.log"]


def other_digest(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"][1]["sha256"] = "0" * 64


def other_size(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"][1]["bytes"] += 1


def negative_size(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"][1]["bytes"] = -1


def other_counts(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["events"] += 1


def newer(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed.clear()
    listed.update(format=2, shape="unheard of")


def no_list(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed.clear()


def wrong_list(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"] = "all of them"


def no_journal(files: dict[str, bytes], listed: dict[str, Any]) -> None:
    del files[JOURNAL_NAME]
    listed["files"] = [each for each in listed["files"] if each["name"] != JOURNAL_NAME]


def twice_listed(_files: dict[str, bytes], listed: dict[str, Any]) -> None:
    listed["files"].append(listed["files"][1])


def replacing(name: str, make: Callable[[bytes], bytes]) -> Change:
    def change(files: dict[str, bytes], listed: dict[str, Any]) -> None:
        files[name] = make(files[name])
        listed["files"] = [
            entry(name, files[name]) if each["name"] == name else each for each in listed["files"]
        ]

    return change


BAD: dict[str, tuple[Change, str]] = {
    "up": (adding("../evil"), "does not belong there"),
    "up inside": (adding("photos/../../evil"), "does not belong there"),
    "absolute": (adding("/etc/evil"), "does not belong there"),
    "drive": (adding("C:/evil"), "does not belong there"),
    "drive and backslash": (adding("voices\\..\\evil"), "does not belong there"),
    "device": (adding("learners/nul.log"), "does not belong there"),
    "hidden": (adding("voices/.hidden"), "does not belong there"),
    "lock": (adding("kiosk.lock"), "does not belong there"),
    "summaries": (adding("summaries.log"), "does not belong there"),
    "cache": (adding("cache/client/index.html"), "does not belong there"),
    "letters alike": (adding("voices/recorded/clips/ABC.mp3"), "names a file twice"),
    "unlisted": (unlisted, "does not belong there"),
    "missing": (missing, "a file is missing: learners/a.log"),
    "other bytes": (other_bytes, "its list is wrong about learners/a.log"),
    "other digest": (other_digest, "is not the one in its list"),
    "other size": (other_size, "its list is wrong about"),
    "negative size": (negative_size, "is too large"),
    "other counts": (other_counts, "wrong about how many events"),
    "newer": (newer, "made by a newer kiosk"),
    "no list": (no_list, "it has no list of files"),
    "wrong list": (wrong_list, "its list of files is broken"),
    "no journal": (no_journal, "there is no journal.log in it"),
    "twice": (twice_listed, "names a file twice"),
    "damaged line": (
        replacing("learners/a.log", lambda raw: raw.replace(b"LessonStarted", b"LessonStarteD")),
        "learners/a.log:",
    ),
    "newer line": (
        replacing("learners/a.log", lambda raw: raw + encoded([["merge", "events"]])),
        "written by a newer kiosk",
    ),
    "large photo": (adding("photos/" + "a" * 32, os.urandom(9_000_000)), "is too large"),
}


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


class Zeros:
    """A file of so many zeros that is nowhere."""

    def __init__(self, size: int) -> None:
        self.left = size

    def pieces(self) -> Iterator[bytes]:
        while self.left > 0:
            piece = bytes(min(self.left, 1 << 24))
            self.left -= len(piece)
            yield piece


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


@pytest.mark.parametrize(
    "name",
    [
        *("journal.log", "learners/a-1.log", PHOTO, RECORDING, VOICE, "voices/neural/ug/x.onnx"),
        "learners/_" + "a" * 40 + ".log",
    ],
)
def test_names_of_ours_are_kept(name: str) -> None:
    assert is_kept(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "journal.log/", "journal.log\n", "learners/", "learners/A.log"),
        *("photos/x", "voices/", "voices//x", "voices/a/../b", "voices/a/./b", "voices/con"),
        *("voices/aux.mp3", "voices/a.", "voices/" + "a/" * 9 + "a", "voices/a\0b", "voices/a:b"),
        *("learners/con.log", "Journal.log", "learners/a.log.damaged", "voices/ a", "voices/ئا"),
    ],
)
def test_other_names_are_not(name: str) -> None:
    assert not is_kept(name)


# -- no room


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
