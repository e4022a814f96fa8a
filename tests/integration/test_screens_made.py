"""How many are ready: any number can be said by touch, and each touch says the number."""

import pytest

from demo_store import commands as do
from kiosk.wording import number
from tests.flet_session import FletSession
from tests.hearing import says
from tests.stage import SIZES, Stage


async def at_counting(
    stage: Stage, kind: str, size: tuple[int, int] = SIZES[0]
) -> tuple[FletSession, str]:
    """Somebody who is asked how many of a kind are ready."""
    tablet, learner = stage.somebody(0)
    stage.trade(learner, do.AddProduct(kind))
    return await stage.tablet("/store/product/p1/made", tablet, size).start(), learner


async def counts_to(tablet: FletSession, wanted: int) -> None:
    """Comes to a number as a person would: by tens, then by single ones."""
    for by, ten in ((10, ":10"), (1, "")):
        while abs(off := wanted - int(tablet.label("product.count"))) >= by:
            await tablet.tap(f"product.{'more' if off > 0 else 'fewer'}{ten}")


@pytest.mark.parametrize("wanted", [1, 12, 39, 200])
async def test_any_number_of_eggs_can_be_said(stage: Stage, wanted: int) -> None:
    tablet, learner = await at_counting(stage, "eggs")
    await counts_to(tablet, wanted)
    await tablet.tap("product.made")
    product = stage.room.store(learner).product("p1")
    assert product is not None
    assert product.stock == wanted


async def test_quilts_are_counted_singly(stage: Stage) -> None:
    tablet, learner = await at_counting(stage, "cotton-quilt")
    assert not tablet.has("product.more:10")
    await tablet.tap("product.more")
    await tablet.tap("product.made")
    product = stage.room.store(learner).product("p1")
    assert product is not None
    assert product.stock == 3


async def test_none_is_a_number_too_but_nothing_that_can_be_sold(stage: Stage) -> None:
    tablet, _ = await at_counting(stage, "eggs")
    await counts_to(tablet, 0)
    for identifier in ("product.made", "product.fewer", "product.fewer:10"):
        assert not tablet.enabled(identifier), identifier
    await tablet.tap("product.more:10")
    assert tablet.label("product.count") == "10"


async def test_a_heap_that_is_not_there_cannot_be_taken_away(stage: Stage) -> None:
    tablet, _ = await at_counting(stage, "eggs")
    await counts_to(tablet, 9)
    assert not tablet.enabled("product.fewer:10")
    assert tablet.enabled("product.fewer")


@pytest.mark.parametrize("sign", ["product.more", "product.fewer:10"])
async def test_each_touch_says_the_number(stage: Stage, sign: str) -> None:
    tablet, _ = await at_counting(stage, "nang")
    await tablet.tap(sign)
    await says(tablet, stage, number(int(tablet.label("product.count"))))
