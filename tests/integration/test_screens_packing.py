"""The packing table: by touch or by carrying, and every way ends in the same packed order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.widgets.packing import heaps
from kiosk.wording import money, number, words
from lessons.course import Practice
from tests.flet_session import FletSession, NotTappableError
from tests.hearing import says
from tests.stage import SIZES, Stage

NANG, EGGS, HONEY = 0, 1, 2
"""What the learner with this number sells: many of one thing, and few."""


class Packer:
    """A learner before an order that is to be packed."""

    def __init__(self, stage: Stage, number: int = EGGS) -> None:
        self.stage = stage
        self.tablet, self.learner = stage.somebody(number)
        stage.selling(self.learner)
        self.order_id = stage.order_at(self.learner, "pack")

    async def sits_down(self, size: tuple[int, int] = SIZES[0]) -> FletSession:
        return await self.stage.tablet(f"/store/order/{self.order_id}", self.tablet, size).start()

    @property
    def order(self) -> Order:
        order = self.stage.room.store(self.learner).order(self.order_id)
        assert order is not None
        return order


def loose(session: FletSession) -> int:
    """How many heaps lie on the table."""
    return sum(name.startswith("order.heap:") for name in session.identifiers())


async def carry_all(session: FletSession, to: str) -> None:
    while loose(session):
        await session.drag("order.heap:1", to)


@pytest.mark.parametrize("kind", ["bag", "box", "padded-box", "egg-tray"])
async def test_one_touch_packs_all_in_any_packaging(stage: Stage, kind: str) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await session.tap(f"order.pack:{kind}")
    assert (packer.order.state, packer.order.packaging) == (OrderState.PACKED, kind)
    assert session.has("order.label")


@pytest.mark.parametrize("kind", ["bag", "box", "padded-box"])
async def test_things_carried_into_a_packaging_one_by_one_are_packed_with_the_last(
    stage: Stage, kind: str
) -> None:
    packer = Packer(stage, HONEY)
    session = await packer.sits_down()
    assert loose(session) == packer.order.quantity
    while loose(session) > 1:
        await session.drag("order.heap:1", f"order.pack:{kind}")
        assert packer.order.state is OrderState.STAMPED
    await session.drag("order.heap:1", f"order.pack:{kind}")
    assert (packer.order.state, packer.order.packaging) == (OrderState.PACKED, kind)


async def test_eggs_go_into_the_tray_and_the_tray_goes_into_the_box(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await carry_all(session, "order.pack:egg-tray")
    assert packer.order.state is OrderState.STAMPED
    tray = stage.room.catalogue.packaging("egg-tray")
    await says(session, stage, words("order.tray-full", name=tray.name))
    await session.drag("order.tray", "order.box")
    assert (packer.order.state, packer.order.packaging) == (OrderState.PACKED, "egg-tray")
    packed = words("order.packed-in", name=tray.name, money=money(tray.cost_fen))
    await says(session, stage, packed)


@pytest.mark.parametrize("touched", ["order.box", "order.tray", "order.pack:egg-tray"])
async def test_a_full_tray_goes_into_its_box_by_one_touch(stage: Stage, touched: str) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await carry_all(session, "order.pack:egg-tray")
    await session.tap(touched)
    assert (packer.order.state, packer.order.packaging) == (OrderState.PACKED, "egg-tray")


async def test_a_tray_is_put_down_nowhere_but_in_its_box(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await carry_all(session, "order.pack:egg-tray")
    await session.drag("order.tray", "order.pack:bag")
    assert packer.order.state is OrderState.STAMPED
    await says(session, stage, words("order.carry"))
    await session.drag("order.tray", "order.pack:egg-tray")
    assert packer.order.packaging == "egg-tray"


async def test_how_many_are_in_is_shown_and_said(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    first = heaps(packer.order.quantity, 6, singly=False)[0]
    await session.drag("order.heap:1", "order.pack:padded-box")
    assert session.label("order.inside") == str(first)
    name = stage.room.catalogue.packaging("padded-box").name
    await says(session, stage, words("order.so-many", name=name, count=number(first)))
    await session.drag("order.heap:1", "order.inside")
    assert session.label("order.inside") == str(2 * first)


async def test_once_a_packaging_is_begun_a_touch_puts_more_into_it(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await session.tap("order.heap:1")
    assert not session.has("order.inside")
    await says(session, stage, words("order.carry"))
    await session.drag("order.heap:1", "order.pack:box")
    while loose(session):
        await session.tap("order.heap:1")
    assert packer.order.packaging == "box"


async def test_she_may_change_her_mind_and_nothing_is_lost(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await session.drag("order.heap:1", "order.pack:bag")
    before = int(session.label("order.inside"))
    await session.drag("order.heap:1", "order.pack:box")
    assert int(session.label("order.inside")) > before
    await carry_all(session, "order.pack:box")
    assert packer.order.packaging == "box"
    assert packer.order.packaging_fen == stage.room.catalogue.packaging("box").cost_fen


async def test_what_is_put_down_beside_everything_is_met_with_a_word(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    heaps_before = loose(session)
    await session.drag("order.heap:1", "order.state")
    assert loose(session) == heaps_before
    await says(session, stage, words("order.carry"))


async def test_what_was_begun_lies_on_the_table_again_after_a_power_cut(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await session.drag("order.heap:1", "order.pack:box")
    await session.close()
    stage.begin_again()
    session = await packer.sits_down()
    assert not session.has("order.inside")
    assert packer.order.state is OrderState.STAMPED


async def test_what_is_packed_before_her_eyes_goes_in_and_then_is_shut(stage: Stage) -> None:
    session = await Packer(stage).sits_down()
    await session.tap("order.pack:padded-box")
    assert "/pictures/open-padded-box.svg" in pictures(session)
    await session.until(lambda: "/pictures/open-padded-box.svg" not in pictures(session))
    assert "/pictures/closed-box.svg" in pictures(session)


async def test_who_comes_later_finds_it_shut(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    await session.tap("order.pack:box")
    later = await packer.sits_down()
    assert "/pictures/open-box.svg" not in pictures(later)


def pictures(session: FletSession) -> list[str]:
    return [str(image["src"]) for image in session.controls("Image")]


async def test_a_client_that_carries_what_is_no_thing_packs_nothing(stage: Stage) -> None:
    packer = Packer(stage)
    session = await packer.sits_down()
    place = session.controls("DragTarget")[-1]
    for source in (place.id, 1, 10**9):
        drop = {"src_id": source, "l": {"x": 1, "y": 1}, "g": {"x": 1, "y": 1}}
        await session.event(place, "accept", drop)
    assert not session.has("order.inside")
    assert packer.order.state is OrderState.STAMPED


@pytest.mark.parametrize("size", SIZES)
async def test_everything_on_the_table_is_in_its_card_and_large_enough(
    stage: Stage, size: tuple[int, int]
) -> None:
    lesson, step = stage.first_step(Practice)
    packer = Packer(stage)
    stage.at_step(packer.learner, lesson, step.id)
    inside = f"/lesson/{lesson.id}/store/order/{packer.order_id}"
    session = await stage.tablet(inside, packer.tablet, size).start()
    while True:
        for name in session.identifiers():
            if name.startswith(("order.heap:", "order.tray", "order.box")):
                box = session.find(name)["content"]
                assert min(box["width"], box["height"]) >= theme.TAP
        if not loose(session):
            break
        await session.drag("order.heap:1", "order.pack:egg-tray")
    assert session.has("order.tray")


def test_few_things_are_carried_singly_and_many_in_tens() -> None:
    assert heaps(3, 6, singly=True) == (1, 1, 1)
    assert heaps(5, 1, singly=True) == (5,)
    assert heaps(34, 6, singly=False) == (10, 10, 10, 4)
    assert heaps(4, 6, singly=False) == (4,)
    assert heaps(60, 3, singly=False) == (20, 20, 20)


@given(count=st.integers(1, 400), most=st.integers(1, 20), singly=st.booleans())
def test_no_thing_is_lost_in_heaps_and_there_are_no_more_than_have_room(
    count: int, most: int, singly: bool
) -> None:
    lying = heaps(count, most, singly=singly)
    assert sum(lying) == count
    assert len(lying) <= most


async def test_what_is_not_there_to_be_carried_cannot_be(stage: Stage) -> None:
    session = await Packer(stage).sits_down()
    with pytest.raises(NotTappableError):
        await session.drag("order.pack:bag", "order.pack:box")


async def learning_to_pack(stage: Stage, number: int) -> tuple[FletSession, str]:
    """She is to pack an order well in a lesson."""
    tablet, learner = stage.somebody(number)
    lesson = stage.lesson("my-first-order")
    stage.at_step(learner, lesson, "pack")
    return await stage.tablet(f"/lesson/{lesson.id}/store/order/o1", tablet).start(), learner


@pytest.mark.parametrize(
    ("number", "kind", "why"),
    [(NANG, "egg-tray", "fit"), (EGGS, "bag", "protection"), (HONEY, "egg-tray", "fit")],
)
@pytest.mark.parametrize("carried", [False, True])
async def test_what_a_lesson_wants_packed_well_is_praised_only_if_it_is(
    stage: Stage, number: int, kind: str, why: str, carried: bool
) -> None:
    session, learner = await learning_to_pack(stage, number)
    before = stage.room.store(learner).purse
    if carried:
        await session.drag("order.heap:1", f"order.pack:{kind}")
    else:
        await session.tap(f"order.pack:{kind}")
    state = stage.room.lesson_state(learner, "my-first-order")
    assert state is not None
    assert not state.completed_step
    assert state.hints == 1
    assert stage.room.store(learner).orders[0].state is OrderState.STAMPED
    assert stage.room.store(learner).purse == before
    await says(session, stage, words(f"refused.{why}"))
    await session.tap("order.pack:padded-box")
    state = stage.room.lesson_state(learner, "my-first-order")
    assert state is not None
    assert state.completed_step
