"""A learner who sold on two tablets apart: after a union her store is one whole story."""

import random
import shutil
from pathlib import Path

import pytest

from demo_store import commands as do
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress.verify import verify
from lessons.engine import Begin, GoOn
from tests.integration.test_backup_merge import carry
from tests.stage import Stage


@pytest.fixture
def apart(tmp_path: Path) -> tuple[Path, Path, str]:
    """She began on one tablet, her progress was carried to another one, and she sold on both."""
    one, other = tmp_path / "one", tmp_path / "other"
    with Stage(one) as stage:
        _, learner = stage.somebody()
        stage.selling(learner)
        stage.room.open_village(learner)
    carry(one, other)
    return one, other, learner


def sell(folder: Path, learner: str, days: int, lesson: int) -> object:
    """Her store after so many days of selling, and a lesson begun."""
    with Stage(folder) as stage:
        room = stage.room
        lessons = list(room.course.lessons())
        room.learn(learner, lessons[lesson], Begin())
        room.learn(learner, lessons[lesson], GoOn())
        for _ in range(days):
            for order in room.store(learner).orders:
                room.trade(learner, do.AcceptOrder(order.id))
            room.trade(learner, do.EndDay())
        return room.store(learner)


def test_her_store_is_that_of_the_tablet_where_she_was_last(
    apart: tuple[Path, Path, str],
) -> None:
    one, other, learner = apart
    sell(one, learner, days=9, lesson=1)
    last = sell(other, learner, days=4, lesson=2)
    carry(other, one)
    carry(one, other)
    for folder in (one, other):
        with Stage(folder) as stage:
            assert stage.room.store(learner) == last
            begun = stage.room.lesson_states(learner)
            lessons = list(stage.room.course.lessons())
            assert {lessons[1].id, lessons[2].id} <= set(begun), "she learned on both"
            assert stage.room.village(learner).families
        after = sell(folder, learner, days=5, lesson=3)
        with Stage(folder) as stage:
            assert stage.room.store(learner) == after, "the same after a restart"
        assert verify(folder).broken == []


def test_she_can_go_on_apart_and_together_for_ever(apart: tuple[Path, Path, str]) -> None:
    one, other, learner = apart
    chance = random.Random(7)
    for _ in range(4):
        for folder in (one, other):
            if chance.random() < 0.7:
                sell(folder, learner, days=chance.randint(1, 3), lesson=chance.randint(0, 3))
        source, target = (one, other) if chance.random() < 0.5 else (other, one)
        carry(source, target)
        with Journal.open(target) as journal:
            told = Records.of(journal).store_events(learner)
            assert told == Records.rebuilt(journal.envelopes()).store_events(learner)
    together = shutil.copytree(one, one.with_name("together"))
    carry(other, together)
    carry(one, other)
    with Stage(together) as here, Stage(other) as there:
        assert here.room.store(learner) == there.room.store(learner)
        assert here.room.village(learner) == there.room.village(learner)
