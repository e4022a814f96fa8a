"""Trainers add and remove each other; each opens the door with a PIN of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.progress.errors import NotSaved, PinNotAllowed
from kiosk.progress.events import PinSet
from kiosk.progress.secret import hash_pin
from kiosk.recordings import Heard
from tests.stage import PIN, Stage

OTHER = "1379"
VOICE = Heard(b"\x01\x02" * 16_000, 1.0)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path) as stage:
        yield stage


def own(stage: Stage) -> str:
    return stage.kiosk.desk.trainers[0].id


def test_each_trainer_comes_in_by_her_own_pin_only(stage: Stage) -> None:
    first, second = own(stage), stage.kiosk.team.add(OTHER, "learner-02", "Gul")
    assert stage.kiosk.desk.knock(OTHER, second).result == "open"
    assert stage.kiosk.desk.knock(PIN, first).result == "open"
    assert stage.kiosk.desk.knock(PIN, second).result == "wrong"
    assert stage.kiosk.desk.knock(PIN, "nobody").result == "wrong"
    assert stage.kiosk.desk.knock(PIN).result == "wrong"


def test_wrong_pins_of_one_make_wait_at_every_picture(stage: Stage) -> None:
    second = stage.kiosk.team.add(OTHER, "learner-02")
    for _ in range(3):
        stage.kiosk.desk.knock("0000", second)
    assert stage.kiosk.desk.knock(PIN, own(stage)).result == "wait"


def test_what_is_no_pin_adds_nobody(stage: Stage) -> None:
    with pytest.raises(PinNotAllowed):
        stage.kiosk.team.add("12", "learner-02")
    assert len(stage.kiosk.desk.trainers) == 1


def test_the_last_trainer_with_a_pin_is_not_removed(stage: Stage) -> None:
    with pytest.raises(PermissionError):
        stage.kiosk.team.remove(own(stage))
    second = stage.kiosk.team.add(OTHER, "learner-02")
    stage.kiosk.team.remove(own(stage))
    assert [each.id for each in stage.kiosk.desk.trainers] == [second]
    assert stage.kiosk.desk.knock(OTHER).result == "open"


def test_another_name_takes_the_old_voice_away_and_keeps_it_where_nothing_is_said(
    stage: Stage,
) -> None:
    said = stage.kiosk.recordings.hold(VOICE)
    second = stage.kiosk.team.add(OTHER, "learner-02", said=said)
    stage.kiosk.team.name(second, "learner-04", "Gul")
    assert stage.kiosk.recordings.file(said.key)
    again = stage.kiosk.recordings.hold(VOICE)
    stage.kiosk.team.name(second, "learner-04", "Gul", said=again)
    assert not stage.kiosk.recordings.file(said.key)
    assert stage.kiosk.recordings.file(again.key)
    assert stage.kiosk.desk.knock(OTHER, second).result == "open"


def test_a_full_disk_adds_nobody_and_leaves_no_voice(stage: Stage) -> None:
    said = stage.kiosk.recordings.hold(VOICE)
    with stage.full_disk(), pytest.raises(NotSaved):
        stage.kiosk.team.add(OTHER, "learner-02", said=said)
    assert len(stage.kiosk.desk.trainers) == 1
    assert not stage.kiosk.recordings.file(said.key)


def test_the_pin_of_a_folder_of_one_trainer_still_opens_and_another_can_be_added(
    tmp_path: Path,
) -> None:
    with Stage(tmp_path, pin=False) as stage:
        stage.room.write_for_tablet([PinSet(hash_pin(PIN))])
        stage.begin_again()
        assert stage.kiosk.desk.knock(PIN).result == "open"
        second = stage.kiosk.team.add(OTHER, "learner-02")
        stage.begin_again()
        assert stage.kiosk.desk.knock(PIN, "first").result == "open"
        assert stage.kiosk.desk.knock(OTHER, second).result == "open"


def reset(folder: Path, *who: str) -> int:
    return main(["trainer", "reset-pin", "--data", str(folder), *who])


def test_the_pin_of_one_is_taken_away_and_the_others_keep_theirs(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        first, second = own(stage), stage.kiosk.team.add(OTHER, "learner-02", "Gul")
    assert reset(tmp_path, "--trainer", "gul") == 0
    with Stage(tmp_path) as stage:
        assert stage.kiosk.desk.may_choose(second)
        assert not stage.kiosk.desk.may_choose(first)
        assert stage.kiosk.desk.set_first_pin("4444", second) == second
        assert stage.kiosk.desk.knock("4444", second).result == "open"


def test_without_a_name_all_pins_are_taken_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Stage(tmp_path) as stage:
        stage.kiosk.team.add(OTHER, "learner-02", "Gul")
    assert reset(tmp_path) == 0
    assert "The PINs of 2 trainers are taken away" in capsys.readouterr().out
    with Stage(tmp_path, pin=False) as stage:
        assert not stage.kiosk.desk.has_pin
        assert len(stage.kiosk.desk.trainers) == 2


def test_a_trainer_who_is_not_there_is_one_line_that_names_those_who_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Stage(tmp_path) as stage:
        stage.kiosk.team.add(OTHER, "learner-02", "Gul")
    capsys.readouterr()
    assert reset(tmp_path, "--trainer", "Aygul") == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Gul" in told


def test_where_everybody_was_removed_only_the_machine_lets_somebody_begin(
    tmp_path: Path,
) -> None:
    with Stage(tmp_path) as stage:
        stage.room.remove_trainer(own(stage))
        assert not stage.kiosk.desk.may_choose()
        with pytest.raises(PermissionError):
            stage.kiosk.desk.set_first_pin("4444")
    assert reset(tmp_path) == 0
    with Stage(tmp_path, pin=False) as stage:
        stage.kiosk.desk.set_first_pin("4444")
        assert stage.kiosk.desk.knock("4444").result == "open"
