"""A learner's village in the journal: begun once, kept through a power cut, counted in lessons."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo_store.commands import AcceptOrder, DeclineOrder, EndDay
from demo_store.events import OrderAccepted
from demo_store.store import OrderState
from demo_store.village.centre import STATIONS
from demo_store.village.commands import AtStore, GoRound, TraceUnit, WorkAt
from demo_store.village.events import FamiliesSettled
from demo_store.village.state import Village
from kiosk.progress.events import LearnerForgotten
from lessons.engine import AskHint, Begin, GoOn
from lessons.loader import load_course
from tests.stage import Stage
from tests.village_acts import bring
from tests.village_course import LESSON, village_course


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path) as stage:
        yield stage


def test_the_village_begins_once(stage: Stage) -> None:
    _, learner = stage.somebody(1)
    assert stage.room.village(learner) == Village()
    stage.room.open_village(learner)
    village = stage.room.village(learner)
    assert len(village.families) == 8
    stage.room.open_village(learner)
    assert stage.room.village(learner) == village
    assert not stage.room.store(learner).products, "her own store is another one"


def test_two_learners_have_two_villages(stage: Stage) -> None:
    villages = []
    for number in (1, 2):
        _, learner = stage.somebody(number)
        stage.room.open_village(learner)
        villages.append(stage.room.village(learner))
    assert villages[0].families != villages[1].families
    assert [village.store.products[0].kind for village in villages] == ["eggs", "honey"]


def test_what_was_done_in_the_village_survives_a_kill(stage: Stage, tmp_path: Path) -> None:
    _, learner = stage.somebody(1)
    stage.room.open_village(learner)
    for command in (
        AtStore(AcceptOrder("o1")),
        GoRound(),
        WorkAt("o1", "check"),
        TraceUnit("o1", 3),
        AtStore(EndDay()),
        WorkAt("o1", "stamp"),
    ):
        stage.room.work_in_village(learner, command)
        shutil.rmtree(tmp_path / "cut", ignore_errors=True)
        # nothing was closed: the folder is as a power cut leaves it
        held = shutil.ignore_patterns("cut", "*.lock", "cache")
        shutil.copytree(tmp_path, tmp_path / "cut", ignore=held)
        with Stage(tmp_path / "cut") as after:
            assert after.room.village(learner) == stage.room.village(learner)


def test_a_whole_order_is_worked_on_and_settled(stage: Stage) -> None:
    _, learner = stage.somebody(1)
    room = stage.room
    room.open_village(learner)
    room.work_in_village(learner, AtStore(AcceptOrder("o1")))
    for station in STATIONS:
        room.work_in_village(learner, WorkAt("o1", station))
    while not any(isinstance(e, FamiliesSettled) for e in room.records.village_events(learner)):
        room.work_in_village(learner, AtStore(EndDay()))
    village = room.village(learner)
    (order, *_) = village.store.orders
    families = sum(family.settled_fen for family in village.families)
    assert (order.state, families + village.centre_fen) == (OrderState.PAID, order.payout_fen)
    assert room.records.summary(learner).income_fen == 0, "it is the village's money, not hers"


def test_a_forgotten_learner_leaves_no_village(stage: Stage) -> None:
    _, learner = stage.somebody(1)
    stage.room.open_village(learner)
    stage.room.write_for_tablet([LearnerForgotten(learner)])
    assert stage.room.records.village_events(learner) == ()


ALL = "[[OrderAccepted], [RoundMade], [OrderShared]]"
STEPS = (
    ("round", "village-order", ALL),
    ("trace", "village-delivered", "[[StampTraced]]"),
    ("settle", "village-delivered", "[[FamiliesSettled]]"),
)


def test_a_lesson_is_practised_in_the_village_and_each_step_finds_it_ready(tmp_path: Path) -> None:
    course = village_course(tmp_path / "course", *STEPS)
    assert load_course(course).problems == ()
    with Stage(tmp_path / "data", course=course) as stage:
        _, learner = stage.somebody(1)
        room, lesson = stage.room, stage.lesson(LESSON)
        room.learn(learner, lesson, Begin())
        assert not room.store(learner).products
        room.work_in_village(learner, AtStore(AcceptOrder("o1")), lesson)
        assert not _done(stage, learner)
        room.work_in_village(learner, GoRound(), lesson)
        assert _done(stage, learner)
        room.learn(learner, lesson, GoOn())
        village = room.village(learner)
        (arrived,) = [o for o in village.store.orders if o.state is OrderState.DELIVERED]
        unit = village.complaints[arrived.id]
        room.work_in_village(learner, TraceUnit(arrived.id, unit), lesson)
        assert _done(stage, learner)
        room.learn(learner, lesson, GoOn())
        room.work_in_village(learner, AtStore(EndDay()), lesson)
        assert _done(stage, learner)
        room.learn(learner, lesson, GoOn())
        state = room.lesson_state(learner, LESSON)
        assert state is not None
        assert state.finished


def test_another_order_comes_for_one_that_was_declined_while_the_step_needs_it(
    tmp_path: Path,
) -> None:
    both = "[[OrderDeclined], [OrderAccepted]]"
    course = village_course(tmp_path / "course", ("choose", "village-order", both))
    with Stage(tmp_path / "data", course=course) as stage:
        _, learner = stage.somebody(1)
        room, lesson = stage.room, stage.lesson(LESSON)
        room.learn(learner, lesson, Begin())
        room.work_in_village(learner, AtStore(DeclineOrder("o1")), lesson)
        assert not _done(stage, learner)
        states = [order.state for order in room.village(learner).store.orders]
        assert states == [OrderState.DECLINED, OrderState.PLACED]
        room.work_in_village(learner, AtStore(AcceptOrder("o2")), lesson)
        assert _done(stage, learner)


def test_no_other_order_comes_once_the_step_is_done_or_without_one(tmp_path: Path) -> None:
    only = ("decline", "village-order", "[[OrderDeclined]]")
    with Stage(tmp_path / "data", course=village_course(tmp_path / "course", only)) as stage:
        _, learner = stage.somebody(1)
        room, lesson = stage.room, stage.lesson(LESSON)
        room.learn(learner, lesson, Begin())
        room.work_in_village(learner, AtStore(DeclineOrder("o1")), lesson)
        assert _done(stage, learner)
        _, alone = stage.somebody(1)
        room.open_village(alone)
        room.work_in_village(alone, AtStore(DeclineOrder("o1")))
        for each in (learner, alone):
            assert len(room.village(each).store.orders) == 1


def test_an_order_under_way_needs_no_other_one_when_a_second_is_declined(tmp_path: Path) -> None:
    sent = ("send", "village-order", "[[OrderShipped]]")
    with Stage(tmp_path / "data", course=village_course(tmp_path / "course", sent)) as stage:
        _, learner = stage.somebody(1)
        room, lesson = stage.room, stage.lesson(LESSON)
        room.learn(learner, lesson, Begin())
        room.work_in_village(learner, AtStore(AcceptOrder("o1")), lesson)
        bring(stage, learner, "village-order")
        room.work_in_village(learner, AtStore(DeclineOrder("o2")), lesson)
        assert len(room.village(learner).store.orders) == 2


def _done(stage: Stage, learner: str) -> bool:
    state = stage.room.lesson_state(learner, LESSON)
    return state is not None and state.completed_step


def test_what_happens_in_the_village_outside_a_lesson_counts_for_none(tmp_path: Path) -> None:
    course = village_course(tmp_path / "course", STEPS[0])
    with Stage(tmp_path / "data", course=course) as stage:
        _, learner = stage.somebody(1)
        stage.room.learn(learner, stage.lesson(LESSON), Begin())
        events = stage.room.work_in_village(learner, AtStore(AcceptOrder("o1")))
        assert events == (OrderAccepted("o1"),)
        state = stage.room.lesson_state(learner, LESSON)
        assert state is not None
        assert not state.goals_reached


def test_coming_back_to_a_step_adds_nothing(tmp_path: Path) -> None:
    course = village_course(tmp_path / "course", STEPS[0])
    with Stage(tmp_path / "data", course=course) as stage:
        _, learner = stage.somebody(1)
        lesson = stage.lesson(LESSON)
        stage.room.learn(learner, lesson, Begin())
        stage.room.work_in_village(learner, AtStore(AcceptOrder("o1")), lesson)
        stage.room.learn(learner, lesson, AskHint())
        before = stage.room.village(learner)
        stage.room.prepare(learner, lesson)
        assert stage.room.village(learner) == before
