"""Damage in a learner's file that shows only when she comes reaches the start screen's sign."""

from pathlib import Path

import pytest

from kiosk.harm import Harm
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from tests.integration.test_learner_files import hers, written
from tests.stage import Stage


def damage(file: Path) -> None:
    """Change a byte of a line in the middle; the file stays as long as its summary says."""
    file.write_bytes(file.read_bytes().replace(b"LessonStarted", b"LessonStarteD", 1))


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    written(tmp_path / "data")
    Stage(tmp_path / "data").kiosk.close()  # keeps its summaries: her file need not be read
    damage(hers(tmp_path / "data", "a"))
    return Stage(tmp_path / "data")


def test_what_is_found_late_is_told_on_the_start_at_once_and_at_the_next_start(
    stage: Stage,
) -> None:
    with stage:
        assert stage.kiosk.harm.kind is None
        stage.room.lesson_states("a")
        assert stage.kiosk.harm.kind == "damaged"
        file = stage.kiosk.harm.file("damaged")
        assert file is not None
        assert file.name == "a.log.damaged"
        stage.begin_again()
        assert stage.kiosk.harm.kind == "damaged"


def test_when_the_trainer_has_seen_it_nothing_more_is_told_and_nothing_is_deleted(
    stage: Stage,
) -> None:
    with stage:
        stage.room.lesson_states("a")
        stage.kiosk.harm.seen()
        assert stage.kiosk.harm.kind is None
        stage.begin_again()
        assert stage.kiosk.harm.kind is None
        (kept,) = hers(stage.data, "a").parent.glob("a.log.damaged*")
        assert kept.name.startswith("a.log.damaged.seen-")


def test_all_files_that_were_damaged_are_seen_together(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "journal.log.damaged").write_bytes(b"x")
    for learner in ("a", "b"):
        (tmp_path / "learners" / f"{learner}.log.damaged").write_bytes(b"x")
    harm = Harm(tmp_path, lost=False, damaged=False)
    assert harm.kind == "damaged"
    harm.seen()
    assert harm.kind is None
    assert Harm(tmp_path, lost=False, damaged=False).kind is None
    assert len(list(tmp_path.rglob("*.damaged.seen-*"))) == 3


def test_who_was_damaged_is_folded_from_what_is_left(stage: Stage) -> None:
    with stage:
        stage.room.lesson_states("a")
    with Journal.open(stage.data) as journal:
        summary = Records.of(journal).summary("a")
        assert summary == Records.rebuilt(journal.envelopes()).summary("a")
