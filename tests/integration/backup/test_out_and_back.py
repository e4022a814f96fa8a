"""``kiosk backup`` and ``kiosk restore``: all of it out and back."""

import json
import stat
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kiosk.backup import contents
from kiosk.cli import main
from kiosk.progress.journal import Journal
from tests.integration.backup.acts import Captured, done, everything, failed, kept, told_of
from tests.integration.test_learner_files import hers, old_folder, written


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
