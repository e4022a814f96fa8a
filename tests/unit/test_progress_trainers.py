"""Several trainers as the journal tells them, and that one who is removed is gone from the disk."""

from pathlib import Path

from kiosk.progress.events import PinSet, TrainerNamed, TrainerRemoved
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.records import Records
from kiosk.progress.trainers import Trainer, Trainers

CLIP = "own-" + "0" * 32
BOTH = (PinSet("h1", "one"), TrainerNamed("two", "learner-03", "Gul", CLIP), PinSet("h2", "two"))


def test_a_journal_of_one_trainer_tells_no_id_and_is_that_of_the_first() -> None:
    assert Trainers.of([PinSet("h")]).by_id == {"first": Trainer("first", pin_hash="h")}


def test_a_pin_and_a_card_that_are_said_again_replace_those_before() -> None:
    trainers = Trainers.of([*BOTH, PinSet("new", "two"), TrainerNamed("two", "learner-05")])
    assert trainers.by_id["one"].pin_hash == "h1"
    assert trainers.by_id["two"] == Trainer("two", "learner-05", "", "", "new")


def test_who_is_removed_does_not_come_back_by_what_another_tablet_tells_later() -> None:
    trainers = Trainers.of([*BOTH, TrainerRemoved("two"), PinSet("h3", "two")])
    assert list(trainers.by_id) == ["one"]
    assert not trainers.is_nobody_left


def test_where_two_tablets_removed_each_others_trainer_nobody_is_left() -> None:
    removed = (TrainerRemoved("two"), TrainerRemoved("one"))
    assert Trainers.of([*BOTH, *removed]).is_nobody_left
    assert not Trainers.of([]).is_nobody_left


def test_nothing_of_who_is_removed_stays_on_the_disk_but_the_fact(tmp_path: Path) -> None:
    clip = tmp_path / "recordings" / f"{CLIP}.wav"
    clip.parent.mkdir()
    clip.write_bytes(b"RIFF")
    with Journal.open(tmp_path) as journal:
        journal.append(None, BOTH)
        journal.remove_trainer("two")
        assert len(journal.tablet_envelopes) == 2
        journal.append(None, [TrainerNamed("one", "learner-01")])
    text = (tmp_path / JOURNAL_NAME).read_bytes()
    assert b"Gul" not in text
    assert b"h2" not in text
    assert not clip.exists()
    with Journal.open(tmp_path) as journal:
        assert list(Records.of(journal).trainers) == ["one"]


def test_what_comes_in_again_of_who_is_removed_goes_when_the_journal_is_opened(
    tmp_path: Path,
) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append(None, [*BOTH, TrainerRemoved("two")])
    assert b"Gul" in (tmp_path / JOURNAL_NAME).read_bytes()
    with Journal.open(tmp_path) as journal:
        assert list(Records.of(journal).trainers) == ["one"]
    assert b"Gul" not in (tmp_path / JOURNAL_NAME).read_bytes()
