"""``kiosk trainer reset-pin``: for who has the machine, while no kiosk runs on the folder."""

from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.progress.journal import JOURNAL_NAME
from tests.stage import PIN, Stage


def reset(folder: Path) -> int:
    return main(["trainer", "reset-pin", "--data", str(folder)])


def test_a_forgotten_pin_is_taken_away_and_a_new_one_is_set(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        _, learner = stage.somebody()
        for _ in range(3):
            stage.kiosk.desk.knock("0000")
    assert reset(tmp_path) == 0
    with Stage(tmp_path, pin=False) as stage:
        assert not stage.kiosk.desk.has_pin
        assert stage.kiosk.desk.knock(PIN).result != "open"
        stage.kiosk.desk.set_first_pin("9182")
        assert stage.kiosk.desk.knock("9182").result == "open"
        assert stage.room.records.learner(learner)


def test_it_is_refused_in_one_line_while_a_kiosk_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Stage(tmp_path) as stage:
        capsys.readouterr()
        assert reset(tmp_path) == 2
        told = capsys.readouterr()
        assert "in use by another running kiosk" in told.err
        assert told.err.count("\n") == 1
        assert not told.out
        assert stage.kiosk.desk.knock(PIN).result == "open"
    with Stage(tmp_path, pin=False) as stage:
        assert stage.kiosk.desk.has_pin


@pytest.mark.parametrize("emptied", [True, False])
def test_a_folder_without_a_journal_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, emptied: bool
) -> None:
    folder = tmp_path / "data"
    if emptied:
        folder.mkdir()
        (folder / JOURNAL_NAME).touch()
    before = sorted(tmp_path.rglob("*"))
    assert reset(folder) == 2
    assert f"no journal in {folder}" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_where_there_is_no_pin_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Stage(tmp_path, pin=False):
        pass
    assert reset(tmp_path) == 0
    assert "There was no PIN" in capsys.readouterr().out


def test_an_act_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trainer"]) == 2
    assert main(["trainer", "nonsense"]) == 2
    assert capsys.readouterr().err.count("\n") == 2
