"""The trainer's desk: what the PIN opens, also for those who try many at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.progress.errors import NotSaved, PinNotAllowed
from tests.stage import PIN, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path) as stage:
        yield stage


def kinds(stage: Stage) -> list[str]:
    return [envelope.kind for envelope in stage.room.journal.envelopes()]


def test_the_right_pin_opens_and_a_wrong_one_does_not(stage: Stage) -> None:
    assert stage.kiosk.desk.knock(PIN).result == "open"
    assert stage.kiosk.desk.knock("0000").result == "wrong"
    assert stage.kiosk.desk.knock("").result == "wrong"


def test_after_wrong_ones_even_the_right_one_has_to_wait_also_after_a_restart(
    stage: Stage,
) -> None:
    waits = [stage.kiosk.desk.knock("0000").wait_s for _ in range(3)]
    assert waits[:2] == [0, 0]
    assert waits[2] > 0
    assert stage.kiosk.desk.knock(PIN).result == "wait"
    stage.begin_again()
    assert stage.kiosk.desk.knock(PIN).result == "wait"


def test_a_try_that_had_to_wait_is_not_counted_as_wrong(stage: Stage) -> None:
    for _ in range(3):
        stage.kiosk.desk.knock("0000")
    before = kinds(stage).count("TrainerPinFailed")
    stage.kiosk.desk.knock("0000")
    assert kinds(stage).count("TrainerPinFailed") == before


def test_many_tries_at_once_gain_nothing(stage: Stage) -> None:
    with ThreadPoolExecutor(8) as guessers:
        pins = [f"{number:04}" for number in range(12)]
        knocks = list(guessers.map(stage.kiosk.desk.knock, pins))
    assert sum(knock.result == "wrong" for knock in knocks) == 3
    assert kinds(stage).count("TrainerPinFailed") == 3


def test_the_first_pin_is_set_once_even_by_two_at_once(tmp_path: Path) -> None:
    with Stage(tmp_path, pin=False) as stage:
        assert not stage.kiosk.desk.has_pin

        def choose(pin: str) -> bool:
            try:
                stage.kiosk.desk.set_first_pin(pin)
            except PermissionError:
                return False
            return True

        with ThreadPoolExecutor(4) as trainers:
            done = list(trainers.map(choose, ["1111", "2222", "3333", "4444"]))
        assert sum(done) == 1
        assert kinds(stage).count("PinSet") == 1


@pytest.mark.parametrize("pin", ["", "1", "12a4", "1234567", "١٢٣٤"])
def test_what_is_no_pin_is_not_set(tmp_path: Path, pin: str) -> None:
    with Stage(tmp_path, pin=False) as stage:
        with pytest.raises(PinNotAllowed):
            stage.kiosk.desk.set_first_pin(pin)
        assert not stage.kiosk.desk.has_pin


def test_the_pin_stands_nowhere_in_the_folder(tmp_path: Path) -> None:
    with Stage(tmp_path, pin=False) as stage:
        stage.kiosk.desk.set_first_pin("918273")
        stage.kiosk.desk.knock("918273")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"918273" in path.read_bytes()]


def test_a_table_that_finds_no_room_is_told_and_leaves_nothing(stage: Stage) -> None:
    stage.somebody()
    folder = stage.data / "exports"
    folder.write_text("a file where the folder should be")
    with pytest.raises(NotSaved):
        stage.kiosk.desk.export("ug")
    folder.unlink()
    assert stage.kiosk.desk.export("ug").is_file()
