"""What her store shows and says: the morning, the parcel's place, the money on the table."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from demo_store import commands as do
from demo_store.selling.next_step import waiting_orders
from demo_store.store import OVER
from kiosk.wording import money, number, words
from lessons.course import Money
from tests.hearing import says
from tests.stage import SIZES, Stage, spoken

SHORTEST = SIZES[3]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path) as stage:
        yield stage


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


async def test_showing_a_product_again_says_that_buyers_see_it(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    kind = stage.room.catalogue.kind(stage.room.product_kind(learner))
    on_sale = words("product.say-on-sale", product=kind.name)
    session = await stage.tablet("/store/product/p1", tablet).start()
    await says(session, stage, on_sale)
    await session.until(lambda: spoken(session) == 1)
    await session.tap("product.publish")
    await session.until(lambda: spoken(session) == 2)
    await says(session, stage, on_sale)


async def test_all_doors_of_the_store_have_one_size_of_letters(stage: Stage) -> None:
    tablet, _ = stage.somebody(1)
    session = await stage.tablet("/store", tablet, SHORTEST).start()
    names = ("products", "orders", "messages", "money", "as-buyer", "next-day")
    labels = {words(f"store.{name}").ug for name in names}
    sizes = [text["size"] for text in session.controls("Text") if text.get("value") in labels]
    assert len(sizes) == len(names)
    assert len(set(sizes)) == 1


async def test_what_is_not_saved_looks_other_than_what_went_wrong(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet, _ = stage.somebody(1)
    session = await stage.tablet("/store", tablet, raise_errors=False).start()
    with stage.full_disk():
        await session.tap("store.next-day")
    assert "/pictures/broken-pencil.svg" in [image["src"] for image in session.controls("Image")]
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)
    monkeypatch.setattr(stage.room, "trade", None)  # what is called is not there
    await session.tap("store.next-day")
    shown = [image["src"] for image in session.controls("Image")]
    assert "/pictures/spilled-tea.svg" in shown
    assert "/pictures/broken-pencil.svg" not in shown
    session.errors.clear()


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
