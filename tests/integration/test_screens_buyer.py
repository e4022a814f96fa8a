"""The buyer's telephone shows what buyers decide by, and that nothing is left."""

from math import ceil

import pytest

from demo_store import commands as do
from demo_store.buyers.demand import offer, promised_days
from kiosk.wording import number, words
from tests.measured import cut_in
from tests.stage import SIZES, Stage


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_she_says_of_it_and_how_long_it_takes_is_on_the_phone(
    stage: Stage, size: tuple[int, int]
) -> None:
    owner, learner = stage.somebody(1)
    stage.selling(learner)
    qualities = ("handmade", "from-our-village")
    stage.trade(learner, do.Describe("p1", qualities, ""))
    tablet = await stage.tablet("/store/buyer", owner, size).start()
    assert not cut_in(tablet, size)
    for quality in qualities:
        assert stage.room.catalogue.quality(quality).name.ug in tablet.label("buyer.words")
    room = stage.room
    product = room.store(learner).product("p1")
    assert product is not None
    beijing = next(home for home in room.catalogue.homes if home.city == "beijing")
    days = promised_days(offer(room.catalogue, room.store(learner), product), beijing)
    assert tablet.label("buyer.days") == words("buyer.days-said", count=number(ceil(days))).ug


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_is_sold_out_cannot_be_bought_and_it_says_so(
    stage: Stage, size: tuple[int, int]
) -> None:
    owner, learner = stage.somebody(1)
    stage.selling(learner, made=1)
    tablet = await stage.tablet("/store/buyer", owner, size).start()
    assert tablet.label("buyer.sold-out") == words("buyer.sold-out").ug
    assert not tablet.has("buyer.buy")
    assert not cut_in(tablet, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_is_on_the_shelf_can_be_bought(stage: Stage, size: tuple[int, int]) -> None:
    owner, learner = stage.somebody(1)
    stage.selling(learner, made=400)
    tablet = await stage.tablet("/store/buyer", owner, size).start()
    assert tablet.has("buyer.buy")
    assert not tablet.has("buyer.sold-out")
    assert not cut_in(tablet, size)
