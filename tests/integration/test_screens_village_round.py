"""The round by touch: each house gives what it has, and the engine shares it once, at the end."""

from pathlib import Path

import pytest

from demo_store.store import OrderState
from demo_store.village.commands import BringStock, WorkAt
from demo_store.village.events import OrderShared, RoundMade
from kiosk.screens.village.families import given
from kiosk.wording import number, words
from lessons.engine import AskHint
from lessons.phrase import same_in_all
from tests.flet_session import FletSession
from tests.hearing import says
from tests.stage import Stage
from tests.village_acts import bring, hands, large_order, work
from tests.village_course import LESSON, village_course
from tests.village_views import VILLAGE

ROUND = f"{VILLAGE}/round/o1"


def house(family: str) -> str:
    return f"village.family:{family}"


def would_give(stage: Stage, learner: str) -> dict[str, int]:
    """What the engine would share now."""
    events = stage.room.villages.handled(learner, WorkAt("o1", "collect"))
    runs = [run for event in events if isinstance(event, OrderShared) for run in event.units]
    return {run.family: sum(r.count for r in runs if r.family == run.family) for run in runs}


def rounds(stage: Stage, learner: str) -> int:
    events = stage.room.records.village_events(learner)
    return sum(isinstance(event, RoundMade) for event in events)


async def on_the_round(stage: Stage) -> tuple[FletSession, str, dict[str, int]]:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-accepted")
    session = await stage.tablet(VILLAGE, tablet).start()
    await session.tap("village.round")
    assert session.route == ROUND
    return session, learner, would_give(stage, learner)


async def test_a_touched_house_gives_what_it_has_and_the_basket_counts_it(stage: Stage) -> None:
    session, learner, gives = await on_the_round(stage)
    assert session.label("village.basket") == "0"
    so_far = 0
    for family in list(gives)[:-1]:
        await session.tap(house(family))
        so_far += gives[family]
        assert session.label("village.basket") == str(so_far)
        assert number(gives[family]).ug in session.label(house(family))
        await says(session, stage, same_in_all(session.label(house(family))))
        kind = stage.room.catalogue.kind("eggs").name
        await says(session, stage, words("village.basket", product=kind, count=number(so_far)))
    assert not rounds(stage, learner), "nothing is written before the last one"


async def test_with_the_last_house_that_gives_the_engine_shares_just_that(stage: Stage) -> None:
    session, learner, gives = await on_the_round(stage)
    for family in reversed(gives):
        await session.tap(house(family))
    assert session.route == f"{VILLAGE}/given/o1"
    assert given(stage.room.village(learner), "o1") == gives
    assert rounds(stage, learner) == 1


async def test_who_gives_nothing_need_not_be_visited_and_says_so(stage: Stage) -> None:
    session, learner, gives = await on_the_round(stage)
    village = stage.room.village(learner)
    others = [family for family in village.families if family.id not in gives]
    assert others, "eight families have more than thirty eggs"
    for family in others:
        before = session.label(house(family.id))
        await session.tap(house(family.id))
        said = session.label(house(family.id))
        assert said != before
        await says(session, stage, same_in_all(said))
        assert session.label("village.basket") == "0"
    shown = session.tree.visible(session.find(house(others[0].id)))
    assert any("check" in str(node.get("src")) for node in shown), "it is marked as visited"


async def test_a_house_touched_twice_gives_once(stage: Stage) -> None:
    session, learner, gives = await on_the_round(stage)
    first, *between, last = gives
    await session.tap_twice(house(first))
    await session.tap_quickly(*map(house, between))
    assert session.label("village.basket") == str(sum(gives.values()) - gives[last])
    await session.tap_twice(house(last))
    assert rounds(stage, learner) == 1
    assert stage.room.village(learner).store.orders[0].state is OrderState.COLLECTED


async def test_the_last_two_houses_at_once_make_one_round(stage: Stage) -> None:
    session, learner, gives = await on_the_round(stage)
    *before, last_but_one, last = gives
    for family in before:
        await session.tap(house(family))
    await session.tap_quickly(house(last_but_one), house(last), house(last_but_one))
    assert rounds(stage, learner) == 1
    assert session.route == f"{VILLAGE}/given/o1"


async def test_a_round_that_was_broken_off_begins_anew_and_nothing_is_lost(stage: Stage) -> None:
    session, learner, gives = await on_the_round(stage)
    before = stage.room.village(learner)
    await session.tap(house(next(iter(gives))))
    await session.close()
    stage.begin_again()
    assert stage.room.village(learner) == before
    tablet = session._tablet
    session = await stage.tablet(ROUND, tablet).start()
    assert session.label("village.basket") == "0"
    assert would_give(stage, learner) == gives


async def test_too_few_units_are_said_before_anybody_goes(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    large_order(stage, learner, "o2")
    session = await stage.tablet(f"{VILLAGE}/order/o2", tablet).start()
    await session.tap("village.station:collect")
    assert session.route == f"{VILLAGE}/order/o2"
    assert session.label("screen.sentence") == words("village.too-few").ug
    await session.goto(f"{VILLAGE}/round/o2")
    assert session.label("screen.sentence") == words("village.too-few").ug
    assert not session.has("village.basket")
    await session.tap(house("f2"))
    await says(session, stage, same_in_all(session.label(house("f2"))))
    assert session.has("village.next-day")


async def test_a_full_station_is_said_before_anybody_goes(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-collected")
    bring(stage, learner, "village-collected")
    large_order(stage, learner, "o2", 40)
    families = [family.id for family in stage.room.village(learner).families]
    work(stage, learner, *(BringStock(family, "p1", 20) for family in families))
    session = await stage.tablet(VILLAGE, tablet).start()
    await session.goto(f"{VILLAGE}/order/o2")
    await session.tap("village.station:collect")
    name = stage.room.villages.scene.centre.stations["collect"].name
    assert session.label("screen.sentence") == words("village.full", name=name).ug
    await session.goto(f"{VILLAGE}/round/o2")
    assert session.label("screen.sentence") == words("village.full", name=name).ug
    await session.tap("village.next-day")
    await session.goto(f"{VILLAGE}/round/o2")
    assert session.has("village.basket")


@pytest.mark.parametrize("situation", ["village-order", None])
async def test_where_nothing_is_to_be_collected_there_is_no_round(
    stage: Stage, situation: str | None
) -> None:
    tablet, learner = stage.somebody(1)
    if situation:
        bring(stage, learner, situation)
    session = await stage.tablet(ROUND, tablet).start()
    assert session.has("not-here.home")


async def test_of_a_round_that_was_made_it_is_seen_who_gave_what(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-stamped")
    session = await stage.tablet(ROUND, tablet).start()
    assert session.has("village.to-centre")
    assert not session.has("village.basket")


async def test_the_hand_leads_who_is_stuck_from_house_to_house(tmp_path: Path) -> None:
    steps = ("round", "village-accepted", "[[RoundMade, OrderShared]]")
    course = village_course(tmp_path / "course", steps)
    with Stage(tmp_path / "data", course=course) as stage:
        tablet, learner = stage.somebody(1)
        lesson = stage.lesson(LESSON)
        session = await stage.tablet(f"/lesson/{LESSON}", tablet).start()
        await session.tap("lesson.next" if session.has("lesson.next") else "lesson.begin")
        for _ in range(2):
            stage.room.learn(learner, lesson, AskHint())
        await session.tap("village.round")
        gives = would_give(stage, learner)
        for family in sorted(gives, key=lambda each: int(each[1:])):
            assert hands(session) == [house(family)]
            await session.tap(house(family))
        assert session.has("lesson.next"), "the step is done"
        assert rounds(stage, learner) == 1
