"""``kiosk forget``: nothing of her stays, and nobody is forgotten by mistake."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.progress.events import LearnerEnrolled
from kiosk.progress.journal import Journal
from kiosk.widgets.pictures import PHOTO
from lessons.events import StepAnswered
from tests.integration.test_learner_files import hers, written

KEY = "0123456789abcdef" * 2
OTHER = KEY[::-1]
FACE = "fedc" * 8
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    written(folder)
    enrolled = LearnerEnrolled("a", f"{PHOTO}{FACE}", "eggs", "ug", "ئايگۈل", f"own-{KEY}")
    with Journal.open(folder) as journal:
        journal.append("a", [enrolled, StepAnswered("nang", "photo", (KEY,), True)])
        journal.append("b", [StepAnswered("nang", "photo", (OTHER,), True)])
        journal.append("ab-1", [StepAnswered("nang", "photo", (), True)])
    photos = (f"photos/{each}" for each in (KEY, FACE, OTHER))
    for name in (*photos, f"recordings/own-{KEY}.wav", "cache/speech/x"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"hers")
    return folder


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody at the terminal who types this."""

    def types(text: str) -> None:
        read, write = os.openpty()
        os.write(read, text.encode())
        monkeypatch.setattr(sys, "stdin", os.fdopen(write, "r"))

    return types


def failed(capsys: Captured, *arguments: object) -> str:
    assert main(["forget", *map(str, arguments)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def is_there(data: Path, learner: str) -> bool:
    with Journal.open(data) as journal:
        return learner in journal.learners


def test_everything_of_hers_is_gone_and_of_nobody_else(data: Path, capsys: Captured) -> None:
    (data / "learners" / "a.log.damaged").write_bytes(f'"{KEY[:-1]}0"'.encode())
    (data / "photos" / f"{KEY[:-1]}0").write_bytes(b"also hers")
    assert main(["forget", "a", "--yes", "--data", str(data)]) == 0
    assert capsys.readouterr().out.startswith(f"ئايگۈل ({PHOTO}{FACE}, a) is forgotten.\n")
    assert not list((data / "learners").glob("a.*"))
    assert [each.name for each in (data / "photos").iterdir()] == [OTHER]
    assert list((data / "recordings").iterdir()) == []
    assert not (data / "cache" / "speech").exists()
    for file in data.rglob("*"):
        assert not file.is_file() or "ئايگۈل" not in file.read_bytes().decode()
    assert is_there(data, "b")
    assert is_there(data, "ab-1")


def test_backups_that_were_made_since_she_came_are_named(
    data: Path, tmp_path: Path, capsys: Captured
) -> None:
    for name in ("one.zip", "two.zip"):
        assert main(["backup", str(tmp_path / name), "--data", str(data)]) == 0
    (data / "exports").mkdir()
    (data / "exports" / "x.csv").write_text("x")
    capsys.readouterr()
    assert main(["forget", "a", "--yes", "--data", str(data)]) == 0
    out = capsys.readouterr().out
    assert f"She is still in the backup {tmp_path / 'one.zip'}" in out
    assert f"She is still in the backup {tmp_path / 'two.zip'}" in out
    assert "1 files of" in out


def test_a_beginning_of_her_id_is_enough_where_it_is_one(data: Path, capsys: Captured) -> None:
    assert main(["forget", "ab", "--yes", "--data", str(data)]) == 0
    assert not is_there(data, "ab-1")
    with Journal.open(data) as journal:
        journal.append("xy-1", [StepAnswered("nang", "photo", (), True)])
        journal.append("xy-2", [StepAnswered("nang", "photo", (), True)])
    capsys.readouterr()
    assert "2 learners begin so: xy-1, xy-2" in failed(capsys, "xy", "--yes", "--data", data)
    assert is_there(data, "xy-1")


def test_nobody_of_that_id_is_one_line(data: Path, tmp_path: Path, capsys: Captured) -> None:
    for wanted in ("nobody", "", "*", "../a"):
        assert "there is no learner" in failed(capsys, wanted, "--yes", "--data", data)
    assert "there is no journal" in failed(capsys, "a", "--yes", "--data", tmp_path / "none")
    assert not (tmp_path / "none").exists()
    assert main(["forget", "a", "--yes", "--data", str(data)]) == 0
    capsys.readouterr()
    assert "is forgotten already" in failed(capsys, "a", "--yes", "--data", data)


def test_two_yes_forget_her(data: Path, person: Callable[[str], None]) -> None:
    person("yes\nyes\n")
    assert main(["forget", "a", "--data", str(data)]) == 0
    assert not is_there(data, "a")


@pytest.mark.parametrize("answers", ["yes\nno\n", "no\n", "\n", "yes\n\n"])
def test_less_than_two_yes_forget_nobody(
    data: Path, capsys: Captured, person: Callable[[str], None], answers: str
) -> None:
    person(answers)
    assert "nobody was forgotten" in failed(capsys, "a", "--data", data)
    assert is_there(data, "a")
    assert (data / "photos" / KEY).exists()


def test_without_a_terminal_nobody_is_asked(data: Path, capsys: Captured) -> None:
    assert "--yes forgets without asking" in failed(capsys, "a", "--data", data)
    assert is_there(data, "a")


def test_forgetting_that_was_cut_short_takes_her_photos_too(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as at_first, Journal.open(data) as journal:
        at_first.setattr("kiosk.progress.belongings.remove", cut)
        with pytest.raises(KeyboardInterrupt):
            journal.forget("a")
    assert hers(data, "a").exists()
    Journal.open(data).close()
    assert not hers(data, "a").exists()
    assert not (data / "photos" / KEY).exists()
