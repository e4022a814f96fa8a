"""What her store shows and says: the morning, the parcel's place, the money on the table."""

from functools import partial
from pathlib import Path

import flet as ft
import pytest

from demo_store import commands as do
from demo_store.events import OrderChecked
from demo_store.selling.next_step import waiting_orders
from demo_store.selling.packing import usual_days
from demo_store.store import OVER
from demo_store.world.catalogue import load_catalogue
from kiosk import theme
from kiosk.screens.store.checked import tell_checked
from kiosk.visit import Visit
from kiosk.widgets.touch import tap
from kiosk.wording import money, number, words
from lessons.course import Money
from lessons.phrase import Language, same_in_all
from tests.flet_session import FletSession
from tests.hearing import answer_to, key_of, says
from tests.stage import SIZES, Stage, spoken

SHORTEST = SIZES[3]


async def test_the_morning_begins_with_the_number_of_the_day(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    session = await stage.tablet("/store", tablet).start()
    await session.tap("store.next-day")
    day = stage.room.store(learner).day
    morning = words("store.new-day", count=number(day)).ug
    assert f"\u2068{day}\u2069-كۈن" in morning
    assert session.label("screen.sentence").startswith(morning)


@pytest.mark.parametrize(("days", "key"), [(0, "on-its-way"), (9, "paid")])
async def test_a_sent_parcel_has_a_place_and_no_days_left(
    stage: Stage, days: int, key: str
) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, None if days else "wait")
    session = await stage.tablet(f"/store/order/{order}", tablet).start()
    shown = session.texts()
    assert words(f"order.{key}").ug in shown
    left = words("order.days-left", count=number(0)).ug.split("\u2069")[-1]
    assert not [text for text in shown if text.endswith(left)]


async def test_taking_back_says_what_lies_there_still_and_that_nothing_does(stage: Stage) -> None:
    lesson, step = stage.first_step(Money)
    tablet, learner = stage.somebody()
    stage.at_step(learner, lesson, step.id)
    session = await stage.tablet(f"/lesson/{lesson.id}", tablet).start()
    await session.tap_quickly("money.add:500", "money.add:100")
    await says(session, stage, money(600))
    await session.tap("money.clear")
    await says(session, stage, money(500))
    await session.tap("money.clear")
    await says(session, stage, words("money.nothing"))


async def test_what_buyers_see_leads_on_to_seeing_it_as_they_do(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    session = await stage.tablet("/store/product/p1", tablet).start()
    assert not session.has("product.publish")
    await session.tap("product.as-buyer")
    assert session.route == "/store/buyer"


async def test_the_check_tells_what_one_touch_does(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "check")
    session = await stage.tablet(f"/store/order/{order}", tablet).start()
    assert session.label("screen.sentence") == words("order.say-check").ug
    assert "بىر-بىرلەپ" not in words("order.say-check").ug


async def test_a_box_has_a_label_only_once_it_was_put_on(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "label")
    session = await stage.tablet(f"/store/order/{order}", tablet).start()
    assert "/pictures/closed-box.svg" in seen_in(session, "order.state")
    assert "/pictures/box.svg" not in seen_in(session, "order.state")
    await session.tap("order.label")
    assert "/pictures/box.svg" in seen_in(session, "order.state")


async def test_a_declined_order_is_no_stone(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "accept")
    stage.trade(learner, do.DeclineOrder(order))
    session = await stage.tablet(f"/store/order/{order}", tablet).start()
    assert seen_in(session, "order.state") == ["/pictures/letter.svg", "/pictures/sorry.svg"]
    await session.goto("/store/orders")
    assert "/pictures/sorry.svg" in seen_in(session, f"order:{order}")


def seen_in(session: FletSession, identifier: str) -> list[str]:
    """The pictures inside."""
    inside = session.tree.visible(session.find(identifier))
    return [str(node["src"]) for node in inside if node.type == "Image"]


async def test_her_name_station_shows_her_product(stage: Stage) -> None:
    tablet, learner = stage.somebody(2)
    stage.trade(learner, do.AddProduct("honey"), do.ChoosePhoto("p1", "honey-pot"))
    session = await stage.tablet("/store/product/p1/name", tablet).start()
    shown = [str(image["src"]) for image in session.controls("Image")]
    assert "/pictures/scene-say-own-name.svg" in shown
    assert shown.count("/pictures/honey-pot.svg") == 2


@pytest.mark.parametrize("carrier", ["air", "road"])
def test_the_days_of_a_carrier_are_those_that_a_parcel_mostly_takes(carrier: str) -> None:
    catalogue = load_catalogue()
    chosen = catalogue.carrier(carrier)
    for city in catalogue.cities.values():
        days = city.days[carrier]
        usual = usual_days(city, chosen) - chosen.handling_days
        assert 2 * usual >= days.low + days.high
        assert usual <= days.high


@pytest.mark.parametrize("language", ["ug", "zh", "en"])
async def test_all_doors_of_home_have_letters_of_one_readable_size(
    tmp_path: Path, language: Language
) -> None:
    with Stage(tmp_path / language, language) as stage:
        for size in SIZES:
            tablet, _ = stage.somebody(1)
            session = await stage.tablet("/home", tablet, size).start()
            found = set()
            for identifier in ("learner.lessons", "learner.store", "learner.voice"):
                inside = session.tree.visible(session.find(identifier))
                found |= {n["size"] for n in inside if n.type == "Text"}
            assert len(found) == 1, (size, found)
            assert size == SHORTEST or min(found) >= 22, (size, found)


async def test_where_something_was_not_saved_the_way_on_is_still_whole(stage: Stage) -> None:
    tablet, _ = stage.somebody(1)
    heights = []
    for damaged in (False, True):
        if damaged:
            stage.kiosk.harm.damage_found()
        session = await stage.tablet("/home", tablet, (800, 1280)).start()
        scenes = [i for i in session.controls("Image") if "scene-" in str(i["src"])]
        heights.append(scenes[0]["height"])
    assert heights[1] <= heights[0]
    shown = sum(heights[1:]) + theme.TAP + 80 + 116 + theme.TAP + 150 + 143 + 5 * 20
    assert shown <= 1280 - 2 * 24


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", ["accept", "check", "wait", None])
async def test_the_card_of_an_order_says_it_wherever_it_is_touched(
    stage: Stage, size: tuple[int, int], step: str | None
) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order_id = stage.order_at(learner, step)
    order = stage.room.store(learner).order(order_id)
    assert order is not None
    key = "order.say-accept" if step == "accept" else "order.said"
    catalogue = stage.room.catalogue
    said = words(
        key,
        city=catalogue.city(order.city).name,
        product=catalogue.kind("eggs").name,
        count=number(order.quantity),
    )
    session = await stage.tablet(f"/store/order/{order_id}", tablet, size).start()
    for identifier in ("order.state", *(["order.hear"] if step != "wait" else [])):
        await session.until(lambda: spoken(session))
        await session.tap("nav.help")
        await session.tap(identifier)
        await says(session, stage, said)


async def test_an_order_in_a_lesson_can_be_heard_by_touching_it(stage: Stage) -> None:
    lesson = stage.lesson("my-first-order")
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, lesson, "accept")
    session = await stage.tablet(f"/lesson/{lesson.id}/store/order/o1", tablet).start()
    (order,) = stage.room.store(learner).orders
    catalogue = stage.room.catalogue
    await session.tap("order.hear")
    await says(
        session,
        stage,
        words(
            "order.say-accept",
            city=catalogue.city(order.city).name,
            product=catalogue.kind("eggs").name,
            count=number(order.quantity),
        ),
    )
    state = stage.room.lesson_state(learner, lesson.id)
    assert state is not None
    assert not state.hints


async def test_front_and_orders_count_the_same_and_no_parcel_that_is_away(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner, made=90)
    stage.order_at(learner, "wait")
    session = await stage.tablet("/store/orders", tablet).start()
    waiting = len(waiting_orders(stage.room.store(learner)))
    if not waiting:
        assert session.label("screen.sentence") == words("orders.on-the-way").ug
        await session.goto("/store")
        assert session.label("screen.sentence") == words("store.say").ug
    while not waiting:
        stage.trade(learner, do.EndDay())
        waiting = len(waiting_orders(stage.room.store(learner)))
    assert waiting < sum(order.state not in OVER for order in stage.room.store(learner).orders)
    for route, key in (("/store/orders", "orders.say"), ("/store", "store.say-orders")):
        await session.goto(route)
        assert session.label("screen.sentence") == words(key, count=number(waiting)).ug


async def test_what_the_check_found_is_said_and_nothing_where_all_were_good(stage: Stage) -> None:
    async def main(page: ft.Page) -> None:
        here = Visit(page, stage.kiosk, "lone-tablet")
        for name, event in (("bad", OrderChecked("o1", 2)), ("good", OrderChecked("o1", 0))):
            look = partial(tell_checked, here, [event])
            page.add(tap(here, f"check.{name}", name, ft.Text(name), look))

    session = await FletSession(main).start()
    for name, said in (
        ("bad", words("order.found-bad", count=number(2))),
        ("good", same_in_all("good")),  # only what was touched is named
    ):
        sounds = await answer_to(session, f"check.{name}")
        assert sounds == [await key_of(stage, said)]


async def test_an_order_whose_day_is_over_says_how_late_it_is(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order_id = stage.order_at(learner, "collect")
    order = stage.room.store(learner).order(order_id)
    assert order is not None
    while stage.room.store(learner).day < order.due_day + 2:
        stage.trade(learner, do.EndDay())
    session = await stage.tablet(f"/store/order/{order_id}", tablet).start()
    assert words("order.late", count=number(2)).ug in session.texts()
    assert words("order.send-today").ug not in session.texts()
    late = words("order.late", count=number(2)).ug
    await session.goto("/store/orders")
    assert late in session.label(f"order:{order_id}"), "it is heard, not only seen"
    assert late in session.texts()
    shown = [image["src"] for image in session.controls("Image")]
    assert "/pictures/hourglass.svg" in shown
