"""What the village decides by touch: whether it takes an order on, how it packs, who carries."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from demo_store.events import OrderPacked, OrderShipped
from demo_store.store import OrderState
from demo_store.village.centre import STATIONS
from demo_store.village.commands import WorkAt
from demo_store.village.stations import best_packing, best_sending
from kiosk.wording import money, words
from lessons.engine import AskHint
from tests.flet_session import FletSession
from tests.hearing import says
from tests.stage import Stage
from tests.village_acts import bring, hands, large_order, work
from tests.village_course import LESSON, village_course
from tests.village_views import VILLAGE

O1 = f"{VILLAGE}/order/o1"
CHOOSE = f"{VILLAGE}/choose/o1"


def state_of(stage: Stage, learner: str, order: str = "o1") -> OrderState:
    found = stage.room.village(learner).store.order(order)
    assert found is not None
    return found.state


def happened(stage: Stage, learner: str, kind: type) -> int:
    return sum(isinstance(each, kind) for each in stage.room.records.village_events(learner))


async def at_packing(stage: Stage) -> tuple[FletSession, str]:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-stamped")
    work(stage, learner, WorkAt("o1", "store"), WorkAt("o1", "process"))
    return await stage.tablet(O1, tablet).start(), learner


async def test_the_village_can_say_no_and_hears_what_follows(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    session = await stage.tablet(O1, tablet).start()
    stock = stage.room.village(learner).families
    await session.tap_twice("village.decline")
    assert state_of(stage, learner) is OrderState.DECLINED
    assert stage.room.village(learner).families == stock
    assert session.label("screen.sentence") == words("order.say-declined").ug
    await says(session, stage, words("village.declined"))
    assert not session.has("village.accept")
    await session.tap("village.home")
    assert session.has("village.next-day"), "nothing waits any more"


async def test_where_the_order_is_gone_meanwhile_it_is_said(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    session = await stage.tablet(O1, tablet).start()
    bring(stage, learner, "village-accepted")
    await session.tap("village.decline")
    assert state_of(stage, learner) is OrderState.ACCEPTED
    assert session.label("screen.sentence") == words("refused.done").ug


async def test_packing_is_a_choice_with_its_prices(stage: Stage) -> None:
    session, learner = await at_packing(stage)
    await session.tap("village.station:pack")
    assert session.route == CHOOSE
    packagings = stage.room.catalogue.packagings
    offered = [i for i in session.identifiers() if i.startswith("order.pack:")]
    assert offered == [f"order.pack:{kind}" for kind in packagings]
    bag = packagings["bag"]
    said = words("order.costs", name=bag.name, money=money(bag.cost_fen))
    assert session.label("order.pack:bag") == said.ug
    await says(session, stage, said)
    await session.tap_twice("order.pack:bag")
    assert session.route == O1
    order = stage.room.village(learner).store.orders[0]
    assert (order.packaging, order.packaging_fen) == ("bag", bag.cost_fen)
    assert session.label("village.at") == "send"
    await says(session, stage, words("order.packed-in", name=bag.name, money=money(bag.cost_fen)))
    assert happened(stage, learner, OrderPacked) == 1


async def test_who_carries_it_is_a_choice_too(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-packed")
    session = await stage.tablet(O1, tablet).start()
    await session.tap("village.station:send")
    offered = [i for i in session.identifiers() if i.startswith("order.ship:")]
    assert offered == [f"order.ship:{each}" for each in stage.room.catalogue.carriers]
    await session.tap("order.ship:road")
    assert session.route == O1
    order = stage.room.village(learner).store.orders[0]
    assert (order.carrier, order.state) == ("road", OrderState.SHIPPED)
    assert stage.room.village(learner).in_store == 0
    assert happened(stage, learner, OrderShipped) == 1


async def test_no_choice_leaves_out_a_station(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-stamped")
    session = await stage.tablet(O1, tablet).start()
    await session.tap("village.station:pack")
    assert session.route == O1
    assert session.label("screen.sentence") == words("refused.store").ug
    await session.goto(CHOOSE)
    assert session.has("not-here.home")
    assert state_of(stage, learner) is OrderState.STAMPED


async def test_what_somebody_else_packed_meanwhile_is_not_packed_again(stage: Stage) -> None:
    session, learner = await at_packing(stage)
    await session.tap("village.station:pack")
    work(stage, learner, WorkAt("o1", "pack"))
    await session.tap("order.pack:bag")
    assert session.label("screen.sentence") == words("refused.done").ug
    assert happened(stage, learner, OrderPacked) == 1


async def test_a_full_packing_table_is_said_before_anything_is_chosen(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    full = stage.room.villages.scene.centre.stations["pack"]
    orders = [f"o{number + 2}" for number in range(full.capacity + 1)]
    for order in orders:
        large_order(stage, learner, order, 2)
        work(stage, learner, *(WorkAt(order, station) for station in STATIONS[:5]))
    work(stage, learner, *(WorkAt(order, "pack") for order in orders[:-1]))
    session = await stage.tablet(f"{VILLAGE}/order/{orders[-1]}", tablet).start()
    await session.tap("village.station:pack")
    assert session.route == f"{VILLAGE}/order/{orders[-1]}"
    assert session.label("screen.sentence") == words("village.full", name=full.name).ug


STEPS = (
    ("pack", "village-stamped", "[[OrderPacked]]"),
    ("send", "village-packed", "[[OrderShipped]]"),
)


@pytest.fixture
async def coached(tmp_path: Path) -> AsyncIterator[tuple[Stage, FletSession, str]]:
    course = village_course(tmp_path / "course", *STEPS)
    with Stage(tmp_path / "data", course=course) as stage:
        tablet, learner = stage.somebody(1)
        session = await stage.tablet(f"/lesson/{LESSON}", tablet).start()
        await session.tap("lesson.next" if session.has("lesson.next") else "lesson.begin")
        yield stage, session, learner
        await session.close()


async def stuck(stage: Stage, learner: str) -> None:
    for _ in range(2):
        stage.room.learn(learner, stage.lesson(LESSON), AskHint())


async def test_the_hand_is_on_what_the_official_would_take(
    coached: tuple[Stage, FletSession, str],
) -> None:
    stage, session, learner = coached
    room = stage.room
    for step, station in (("pack", "pack"), ("send", "send")):
        await stuck(stage, learner)
        await session.tap("village.order")
        while session.label("village.at") != station:
            assert hands(session) == [f"village.station:{session.label('village.at')}"]
            await session.tap(f"village.station:{session.label('village.at')}")
        await session.tap(f"village.station:{station}")
        village = room.village(learner)
        order = village.store.orders[-1]
        if step == "pack":
            best = f"order.pack:{best_packing(room.catalogue, village, order).packaging}"
        else:
            best = f"order.ship:{best_sending(room.catalogue, village, order).carrier}"
        assert hands(session) == [best]
        await session.tap(best)
        assert session.has("lesson.next"), step
        await session.tap("lesson.next")
    state = room.lesson_state(learner, LESSON)
    assert state is not None
    assert state.finished


async def test_a_bag_for_eggs_is_refused_where_packing_well_is_learnt(
    coached: tuple[Stage, FletSession, str],
) -> None:
    stage, session, learner = coached
    await session.tap("village.order")
    for station in ("store", "process", "pack"):
        await session.tap(f"village.station:{station}")
    await session.tap("order.pack:bag")
    assert session.route.endswith("/choose/o1"), "she may choose again"
    assert state_of(stage, learner) is OrderState.STAMPED
    assert not session.has("lesson.next")


async def test_a_practice_step_that_needs_the_order_has_no_no(tmp_path: Path) -> None:
    steps = (
        ("yes", "village-order", "[[OrderAccepted]]"),
        ("no", "village-order", "[[OrderDeclined]]"),
    )
    course = village_course(tmp_path / "course", *steps)
    with Stage(tmp_path / "data", course=course) as stage:
        tablet, learner = stage.somebody(1)
        session = await stage.tablet(f"/lesson/{LESSON}", tablet).start()
        await session.tap("lesson.next" if session.has("lesson.next") else "lesson.begin")
        await session.tap("village.order")
        assert not session.has("village.decline")
        await session.tap("village.accept")
        await session.tap("lesson.next")
        await stuck(stage, learner)
        await session.goto(f"/lesson/{LESSON}/store/village/order/o2")
        assert hands(session) == ["village.decline"]
        await session.tap("village.decline")
        assert session.has("lesson.next")
        await session.close()
