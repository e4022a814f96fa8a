"""What comes next and why: her own store's mistakes, what is due, and then the next lesson."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.events import OrderLapsed
from kiosk.wording import number, words
from lessons import testing
from lessons.course import Skill
from lessons.phrase import joined
from tests.every_kind import every_kind
from tests.flet_session import FletSession
from tests.stage import PIN, Stage
from tests.trainer_views import days_ago

pytestmark = pytest.mark.usefixtures("unhurried")
REPEAT = "again--know-the-way"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    course = every_kind(tmp_path / "course", "one", "two")
    with Stage(tmp_path / "data", course=course) as stage:
        yield stage


def skill(stage: Stage) -> Skill:
    found = stage.room.course.skill("know-the-way")
    assert found is not None
    return found


async def who_learned_it(stage: Stage, *names: str) -> tuple[FletSession, str]:
    """She finished these lessons, and is at home."""
    tablet, learner = stage.somebody(1)
    test = stage.room.taught.lesson("before--unit")
    assert test is not None
    stage.room.learn(learner, test, testing.Skip())
    for name in names:
        stage.finish(learner, stage.lesson(name))
    return stage.tablet("/home", tablet), learner


def lapses(stage: Stage, learner: str) -> None:
    """An order of hers went without a yes."""
    stage.selling(learner)
    order = stage.room.store(learner).orders[-1].id
    stage.room._write(learner, [OrderLapsed(order, stage.room.store(learner).day)])


async def test_a_mistake_in_her_own_store_comes_first_and_she_is_told_why(stage: Stage) -> None:
    tablet, learner = await who_learned_it(stage, "one")
    lapses(stage, learner)
    assert stage.room.next_thing(learner).kind == "mistake"
    await tablet.start()
    because = skill(stage).because
    assert because is not None and tablet.label("learner.invitation") == because.ug
    await tablet.tap("learner.next")
    assert tablet.route.startswith(f"/lesson/{REPEAT}/store/order/")
    assert tablet.label("lesson.step") == "1/1"
    await tablet.tap("order.accept")
    await tablet.tap("lesson.next")
    assert tablet.has("lesson.finished")
    await tablet.tap("lesson.next")
    following = stage.room.next_thing(learner)
    assert (following.kind, following.lesson) == ("lesson", stage.lesson("two"))
    assert stage.room.records.summary(learner).lessons_done == ("one",)


async def test_who_was_not_taught_it_is_not_asked_to_repeat_it(stage: Stage) -> None:
    _, learner = await who_learned_it(stage)
    lapses(stage, learner)
    assert stage.room.next_thing(learner).kind == "lesson"


async def test_a_mistake_after_the_repeat_counts_again(stage: Stage) -> None:
    _, learner = await who_learned_it(stage, "one")
    lapses(stage, learner)
    repeat = stage.room.taught.lesson(REPEAT)
    assert repeat is not None
    stage.finish(learner, repeat)
    assert stage.room.next_thing(learner).kind == "lesson"
    while not any(order.state == "placed" for order in stage.room.store(learner).orders):
        stage.trade(learner, do.EndDay())
    order = stage.room.store(learner).orders[-1].id
    stage.room._write(learner, [OrderLapsed(order, stage.room.store(learner).day)])
    assert stage.room.next_thing(learner).kind == "mistake"


async def test_what_she_is_about_to_forget_comes_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet, learner = await who_learned_it(stage, "one")
    assert stage.room.next_thing(learner).kind == "lesson"
    later = datetime.now(UTC) + timedelta(days=60)
    monkeypatch.setattr(stage.room.journal, "_clock", lambda: later)
    assert stage.room.next_thing(learner).kind == "due"
    await tablet.start()
    assert tablet.label("learner.invitation") == words("home.again").ug
    await tablet.tap("learner.next")
    await tablet.tap("order.accept")
    await tablet.tap("lesson.next")
    assert stage.room.next_thing(learner).kind == "lesson"


async def test_a_lesson_under_way_goes_on_first(stage: Stage) -> None:
    _, learner = await who_learned_it(stage, "one")
    lapses(stage, learner)
    stage.at_step(learner, stage.lesson("two"), "pairs")
    assert stage.room.next_thing(learner).kind == "resume"


async def test_today_tells_the_trainer_who_is_due_and_leads_to_what(tmp_path: Path) -> None:
    course = every_kind(tmp_path / "course", "one", "two")
    with Stage(tmp_path / "data", course=course, pin=False) as stage:
        with days_ago(stage, 6):
            _, learner = await who_learned_it(stage, "one")
        stage.kiosk.desk.set_first_pin(PIN)
        tablet = await stage.tablet("/trainer").start()
        for digit in PIN:
            await tablet.tap(f"trainer.pin:{digit}")
        await tablet.until(lambda: tablet.route == "/trainer/today")
        row, title = f"trainer.learner:{learner}", skill(stage).title.ug
        assert words("people.why-due").ug in tablet.label(row)
        assert title in tablet.text(row)
        said = [words("people.here", count=number(1)), words("people.due", count=number(1))]
        assert tablet.label("screen.sentence") == joined(said).ug  # she never signed out
        await tablet.tap(row)
        assert tablet.route == f"/trainer/learner/{learner}/skill/know-the-way"
        assert tablet.label("trainer.due") == title
