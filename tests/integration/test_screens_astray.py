"""Wrong touches in practice: never silence, other words first, then the hand, then a demonstration.

The coach's sentence stays on the screen, and what leads to the goal is never counted.
"""

import pytest

from demo_store.events import OrderPlaced
from lessons.course import Lesson, Money, Practice
from lessons.events import HintGiven
from tests.flet_session import FletSession
from tests.integration.test_screens_lessons import Learning, at, hands, practice
from tests.stage import Stage, spoken

pytestmark = pytest.mark.usefixtures("unhurried")


async def climbs(learning: Learning, lesson: Lesson, step: Practice, wrong: str) -> None:
    """The same wrong touch eight times; each is answered, and the help grows."""
    tablet, coaching = learning.tablet, step.coaching
    levels = (coaching.hint, coaching.hint_with_hand, *[coaching.demonstration] * 6)
    for number, expected in enumerate(levels, start=1):
        if not tablet.has(wrong):
            await tablet.tap("nav.back")
        before = spoken(tablet)
        await tablet.tap(wrong)
        assert learning.state(lesson).hints == min(number, 3)
        await tablet.until(lambda said=before: spoken(tablet) > said)
        assert tablet.label("lesson.prompt") == filled(learning, expected.ug)
        assert bool(hands(tablet)) == (number >= 2), f"{tablet.route} after {number}"
    assert not learning.state(lesson).completed_step


def filled(learning: Learning, text: str) -> str:
    classroom = learning.stage.room
    kind = classroom.catalogue.kind(classroom.product_kind(learning.learner))
    return text.replace("{product}", kind.name.ug)


@pytest.mark.parametrize(
    ("goal", "wrong"),
    [
        ("MoneyCounted", "store.next-day"),
        ("MoneyCounted", "store.as-buyer"),
        ("ProductAdded", "store.as-buyer"),
        ("ProductAdded", "store.orders"),
        ("StoreViewedAsBuyer", "store.money"),
        ("PhotoChosen", "product.publish"),
    ],
)
async def test_a_touch_that_leads_nowhere_is_met_with_more_and_more_help(
    stage: Stage, goal: str, wrong: str
) -> None:
    lesson, step = practice(stage, goal)
    assert isinstance(step, Practice)
    await climbs(await at(stage, lesson, step), lesson, step, wrong)


async def test_the_trainer_can_see_that_help_came_unasked(stage: Stage) -> None:
    lesson, step = practice(stage, "MoneyCounted")
    learning = await at(stage, lesson, step)
    await learning.tablet.tap("store.next-day")
    hints = [
        e for e in stage.room.records.lesson_events(learning.learner) if isinstance(e, HintGiven)
    ]
    assert hints == [HintGiven(lesson.id, step.id, 1, asked=False)]


@pytest.mark.parametrize(
    ("goal", "taps"),
    [
        ("OrderPaidOut", ["store.next-day"]),
        ("OrderPaidOut", ["nav.back", "order:o1"]),
        ("PriceSet", ["product.price", "nav.back", "product.price"]),
        ("ProductAdded", ["store.products", "nav.back", "store.products", "product.add"]),
        ("OrderCollected", ["nav.back", "nav.back", "store.orders"]),
    ],
)
async def test_the_way_to_the_goal_is_never_counted(
    stage: Stage, goal: str, taps: list[str]
) -> None:
    lesson, step = practice(stage, goal)
    assert isinstance(step, Practice)
    learning = await at(stage, lesson, step)
    for identifier in taps:
        await learning.tablet.tap(identifier)
        assert learning.state(lesson).hints == 0, identifier


async def test_a_day_that_passes_is_told_and_the_task_stays_on_the_screen(stage: Stage) -> None:
    lesson, step = practice(stage, "OrderPaidOut")
    assert isinstance(step, Practice)
    learning = await at(stage, lesson, step)
    before = spoken(learning.tablet)
    await learning.tablet.tap("store.next-day")
    assert not learning.state(lesson).completed_step
    await learning.tablet.until(lambda: spoken(learning.tablet) > before)
    assert learning.tablet.label("lesson.prompt") == filled(learning, step.say.ug)


async def test_who_waits_for_her_money_stays_at_her_parcel_though_other_orders_come(
    stage: Stage,
) -> None:
    lesson, step = practice(stage, "OrderPaidOut")
    learning = await at(stage, lesson, step)
    tablet, here = learning.tablet, learning.tablet.route
    for _ in range(3):
        await tablet.tap("lesson.hint")
    while not learning.state(lesson).completed_step:
        assert tablet.route == here
        assert hands(tablet) == ["store.next-day"]
        stage.room._write(learning.learner, [another_order(stage, learning.learner)])
        await tablet.tap("store.next-day")


def another_order(stage: Stage, learner: str) -> OrderPlaced:
    store = stage.room.store(learner)
    last = store.orders[-1]
    return OrderPlaced(
        f"o{len(store.orders) + 1}", last.product, 1, last.price_fen, last.city, last.customer,
        store.day, store.day + 3,
    )  # fmt: skip


async def test_too_much_money_again_and_again_ends_in_a_demonstration(stage: Stage) -> None:
    lesson, step = stage.first_step(Money)
    assert isinstance(step, Money)
    learning = await at(stage, lesson, step)
    tablet = learning.tablet
    for number in range(1, 6):
        await lay_too_much(tablet)
        assert learning.state(lesson).hints == min(number, 3)
    assert tablet.label("lesson.prompt") == filled(learning, step.coaching.demonstration.ug)
    assert tablet.label("money.total") == "0", "the table is free for what is shown"
    assert hands(tablet)


async def lay_too_much(tablet: FletSession) -> None:
    await tablet.tap("money.add:10000")
    await tablet.tap("lesson.next")
