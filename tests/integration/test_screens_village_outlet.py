"""A family's own store by touch: what stands on its shelf, who ordered, and its money."""

from pathlib import Path

import pytest

from demo_store.finance.heaps import heaps
from demo_store.village.commands import OpenOutlet
from kiosk.wording import money, number, words
from lessons.engine import AskHint
from lessons.phrase import same_in_all
from tests.hearing import says
from tests.stage import SIZES, Stage
from tests.village_acts import bring, hands, large_order, own_store, sold, work
from tests.village_course import LESSON, village_course
from tests.village_views import VILLAGE

OUTLET = f"{VILLAGE}/outlet/f3"


async def test_the_house_of_a_family_that_left_leads_into_its_store(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    own_store(stage, learner, "f3")
    session = await stage.tablet(VILLAGE, tablet).start()
    said = session.label("village.family:f3")
    await session.tap("village.family:f3")
    assert session.route == OUTLET
    assert session.label("screen.sentence") == said
    await says(session, stage, same_in_all(said))
    shown = [str(image["src"]) for image in session.controls("Image")]
    assert "/pictures/learner-03.svg" in shown, "whose face it is"
    await session.tap("nav.back")
    assert session.route == VILLAGE


async def test_its_shelf_tells_how_many_there_are_and_that_nobody_sees_them(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    own_store(stage, learner, "f3")
    product = stage.room.village(learner).outlets["f3"].products[0]
    session = await stage.tablet(OUTLET, tablet).start()
    label = session.label("outlet.shelf")
    assert number(product.stock).ug in label
    assert product.price_fen is not None
    assert money(product.price_fen).ug in label
    assert words("village.shelf-hidden").ug in label
    await session.tap("outlet.shelf")
    await says(session, stage, words("village.shelf-hidden"))
    assert session.label("outlet.orders") == words("village.orders-none").ug


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_its_orders_and_its_money_are_those_of_its_own_store(
    stage: Stage, size: tuple[int, int]
) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    own_store(stage, learner, "f3")
    sold(stage, learner, "f3")
    own = stage.room.village(learner).outlets["f3"]
    session = await stage.tablet(OUTLET, tablet, size).start()
    label = session.label("outlet.orders")
    assert label.startswith(words("village.orders", count=number(2)).ug)
    for order in own.orders:
        assert stage.room.catalogue.city(order.city).name.ug in label
    three = heaps(own)
    shown = [int(session.label(f"outlet.{name}")) for name in ("cost", "others", "theirs")]
    assert shown == [three.cost_fen, three.others_fen, three.mine_fen]
    assert sum(shown) == own.orders[0].total_fen
    assert words("village.shelf-hidden").ug not in session.label("outlet.shelf")


async def test_a_family_that_took_nothing_along_has_an_empty_shelf(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    village = stage.room.village(learner)
    # all that there is was promised: it stays for the orders of the village
    large_order(stage, learner, "o2", village.store.products[0].stock)
    work(stage, learner, OpenOutlet("f2"))
    assert not stage.room.village(learner).outlets["f2"].products
    session = await stage.tablet(f"{VILLAGE}/outlet/f2", tablet).start()
    assert session.label("outlet.shelf") == words("village.shelf-empty").ug


@pytest.mark.parametrize("family", ["f2", "f99", "nobody"])
async def test_who_has_not_left_has_no_store_to_be_seen(stage: Stage, family: str) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    session = await stage.tablet(f"{VILLAGE}/outlet/{family}", tablet).start()
    assert session.has("not-here.home")


async def test_in_a_practice_step_the_hand_leads_back_from_it(tmp_path: Path) -> None:
    steps = ("round", "village-accepted", "[[RoundMade]]")
    course = village_course(tmp_path / "course", steps)
    with Stage(tmp_path / "data", course=course) as stage:
        tablet, learner = stage.somebody(1)
        session = await stage.tablet(f"/lesson/{LESSON}", tablet).start()
        await session.tap("lesson.next" if session.has("lesson.next") else "lesson.begin")
        own_store(stage, learner, "f3")
        for _ in range(2):
            stage.room.learn(learner, stage.lesson(LESSON), AskHint())
        await session.goto(f"/lesson/{LESSON}/store")
        await session.goto(f"/lesson/{LESSON}/store/village")
        await session.tap("village.family:f3")
        assert session.route == f"/lesson/{LESSON}/store/village/outlet/f3"
        assert hands(session) == ["village.home"]
        await session.tap("village.home")
        assert hands(session) == ["village.round"]
        await session.close()
