"""Looking for something on a real screen: a touch there answers and changes nothing."""

import pytest

from tests.every_kind import LESSON, Doing, hands
from tests.stage import SIZES, Stage

STEP = "where-orders-are"


async def at_the_store(kinds: Stage, size: tuple[int, int] = SIZES[0]) -> Doing:
    doing = await Doing.at(kinds, STEP, size)
    await doing.tablet.tap("lesson.next")
    assert doing.tablet.route == f"/lesson/{LESSON}/store"
    return doing


async def test_touching_the_right_thing_is_the_answer_and_nothing_happens(kinds: Stage) -> None:
    doing = await at_the_store(kinds)
    before = kinds.room.records.store_events(doing.learner)
    await doing.tablet.tap("store.orders")
    assert doing.state.completed_step and doing.state.mistakes == 0
    assert doing.tablet.route == f"/lesson/{LESSON}/store"
    assert kinds.room.records.store_events(doing.learner) == before
    await doing.tablet.tap("lesson.next")
    assert doing.state.step_id == "my-photo"


async def test_another_thing_brings_help_and_does_nothing(kinds: Stage) -> None:
    doing = await at_the_store(kinds)
    before = kinds.room.store(doing.learner)
    for level, identifier in enumerate(
        ("store.money", "store.next-day", "store.products"), start=1
    ):
        await doing.tablet.tap(identifier)
        assert doing.state.hints == level
        assert doing.tablet.route == f"/lesson/{LESSON}/store"
    assert kinds.room.store(doing.learner) == before
    assert hands(doing.tablet) == ["store.orders"]
    await doing.tablet.tap("store.orders")
    assert doing.state.completed_step


@pytest.mark.parametrize("size", SIZES)
async def test_the_ways_out_and_the_loudspeaker_do_as_always(
    kinds: Stage, size: tuple[int, int]
) -> None:
    doing = await at_the_store(kinds, size)
    await doing.tablet.tap("speak.again")
    await doing.tablet.tap("lesson.prompt")
    assert doing.state.tries == 0
    await doing.tablet.tap("nav.home")
    assert doing.tablet.route == "/home"
    await doing.tablet.tap("learner.store")
    await doing.tablet.tap("store.money")  # outside the lesson it is what it is
    assert doing.tablet.route == "/store/money"
