"""The lesson about her own product is about the one she chooses in it, and she does it all."""

import pytest

from demo_store import commands as do
from demo_store.selling.next_step import setup_step
from tests.flet_session import FletSession
from tests.stage import Stage

pytestmark = pytest.mark.usefixtures("unhurried")


async def choosing(stage: Stage) -> tuple[FletSession, str]:
    """She sells eggs, saw them as a buyer in the first lesson, and is to choose a product."""
    tablet, learner = stage.somebody(1)
    stage.finish(learner, stage.lesson("what-is-an-online-store"))
    stage.at_step(learner, stage.lesson("my-product"), "choose-product")
    return await stage.tablet("/lesson/my-product/store", tablet).start(), learner


async def chooses(session: FletSession, kind: str) -> None:
    for identifier in ("store.products", "product.add", f"product.kind:{kind}", "lesson.next"):
        await session.tap(identifier)
    await session.tap("lesson.answer:clear")
    await session.tap("lesson.next")


@pytest.mark.parametrize("kind", ["eggs", "honey"])
async def test_she_begins_with_the_product_she_chose_and_nothing_of_it_is_done(
    stage: Stage, kind: str
) -> None:
    session, learner = await choosing(stage)
    assert stage.room.store(learner).products == ()
    await chooses(session, kind)
    (product,) = stage.room.store(learner).products
    assert product.kind == kind
    assert setup_step(product) == "photo"
    assert session.route == f"/lesson/my-product/store/product/{product.id}"


async def test_what_she_chose_before_stays_beside_what_she_chooses_now(stage: Stage) -> None:
    session, learner = await choosing(stage)
    stage.trade(learner, do.AddProduct("eggs"), do.ChoosePhoto("p1", "eggs"))
    await chooses(session, "honey")
    assert session.route == "/lesson/my-product/store/product/p2"
    assert [each.kind for each in stage.room.store(learner).products] == ["eggs", "honey"]


async def test_the_lessons_after_it_are_about_what_she_chose(stage: Stage) -> None:
    session, learner = await choosing(stage)
    await chooses(session, "honey")
    stage.finish(learner, stage.lesson("my-product"))
    stage.at_step(learner, stage.lesson("a-fair-price"), stage.lesson("a-fair-price").steps[-1].id)
    stage.at_step(learner, stage.lesson("my-first-order"), "accept")
    store = stage.room.store(learner)
    assert [each.kind for each in store.products] == ["honey"]
    assert [each.product for each in store.orders] == ["p1"]
