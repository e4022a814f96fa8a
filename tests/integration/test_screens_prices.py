"""What a choice costs is shown and said before it is taken, and a price too low gets a word."""

from functools import partial
from itertools import pairwise
from math import floor

import pytest

from demo_store import commands as do
from kiosk import theme
from kiosk.player import address
from kiosk.wording import money, number, words, yuan
from lessons.course import Practice
from lessons.phrase import Phrase
from tests.flet_session import FletSession
from tests.flet_tree import Node, Tree
from tests.measured import cut_in
from tests.stage import SIZES, Stage

SHORTEST = SIZES[3]


async def is_said(tablet: FletSession, stage: Stage, *phrases: Phrase) -> None:
    """Waits until exactly these are said, one after the other; each comes to its end."""
    for phrase in phrases:
        clip = await stage.kiosk.speech.clip_soon(phrase.text(stage.language), stage.language)
        wanted = address(clip.key)
        await tablet.until(partial(_sounds, tablet, wanted))
        audio = tablet.controls("Audio")[0]
        for state in ("playing", "completed"):
            await tablet.event(audio, "state_change", {"state": state})


def _sounds(tablet: FletSession, wanted: str) -> bool:
    return any(str(audio["src"]) == wanted for audio in tablet.controls("Audio"))


def inside(node: Node, kind: str) -> list[Node]:
    """All controls of a kind in a thing on the screen."""
    return [path[-1] for path in Tree().paths_below(node) if path[-1].type == kind]


@pytest.mark.parametrize("size", SIZES)
async def test_every_packing_shows_its_price(stage: Stage, size: tuple[int, int]) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "pack")
    session = await stage.tablet(f"/store/order/{order}", tablet, size).start()
    for kind in stage.room.catalogue.packagings.values():
        card = f"order.pack:{kind.id}"
        shown = [text["value"] for text in inside(session.find(card), "Text")]
        assert sorted(shown) == sorted([kind.name.ug, yuan(kind.cost_fen)])
        assert money(kind.cost_fen).ug in session.label(card)


@pytest.mark.parametrize("size", SIZES)
async def test_a_carrier_shows_what_it_takes_for_this_parcel_and_how_long(
    stage: Stage, size: tuple[int, int]
) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order_id = stage.order_at(learner, "ship")
    session = await stage.tablet(f"/store/order/{order_id}", tablet, size).start()
    shown = {
        carrier: {text["value"] for text in inside(session.find(f"order.ship:{carrier}"), "Text")}
        for carrier in stage.room.catalogue.carriers
    }
    for carrier in stage.room.catalogue.carriers.values():
        order = stage.room.store(learner).order(order_id)
        assert order is not None
        product = stage.room.catalogue.kind(stage.room.product_kind(learner))
        fen = carrier.freight_fen(order.quantity * product.weight_g)
        span = stage.room.catalogue.city(order.city).days[carrier.id]
        days = floor(carrier.handling_days + (span.low + span.high) / 2 + 0.5)
        assert shown[carrier.id] == {carrier.name.ug, yuan(fen), str(days)}
    await session.tap("order.ship:air")
    sent = stage.room.store(learner).order(order_id)
    assert sent is not None
    assert yuan(sent.freight_fen) in shown["air"]


async def test_on_a_phone_the_name_of_a_carrier_has_room_in_one_line(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "ship")
    session = await stage.tablet(f"/store/order/{order}", tablet, SHORTEST).start()
    for carrier in stage.room.catalogue.carriers.values():
        card = inside(session.find(f"order.ship:{carrier.id}"), "Text")
        (name,) = (text for text in card if text["value"] == carrier.name.ug)
        assert len(carrier.name.ug) * 0.57 * name["size"] <= name["width"]


async def test_the_prices_are_said_and_after_the_choice_what_it_cost(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "pack")
    session = await stage.tablet(f"/store/order/{order}", tablet).start()
    kinds = stage.room.catalogue.packagings
    offers = [
        words("order.costs", name=kind.name, money=money(kind.cost_fen)) for kind in kinds.values()
    ]
    await is_said(session, stage, words("order.say-pack"), *offers)
    await session.tap("order.pack:box")
    packed = words("order.packed-in", name=kinds["box"].name, money=money(kinds["box"].cost_fen))
    await is_said(session, stage, packed, words("order.say-label"))


async def test_in_a_lesson_the_choice_is_said_too(stage: Stage) -> None:
    lesson, step = stage.first_step(Practice)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "pack")
    stage.at_step(learner, lesson, step.id)
    route = f"/lesson/{lesson.id}/store/order/{order}"
    session = await stage.tablet(route, tablet).start()
    await session.tap("order.pack:box")
    box = stage.room.catalogue.packaging("box")
    said = words("order.packed-in", name=box.name, money=money(box.cost_fen))
    await is_said(session, stage, said)


@pytest.mark.parametrize(
    ("kind", "piece", "keys"),
    [
        ("nang", 100, ("below-cost", "usual")),
        ("nang", 500, ()),
        ("eggs", 100, ("usual",)),
        ("eggs", 1000, ("usual", "few-buy")),
    ],
)
async def test_an_unusual_price_is_taken_with_a_word(
    stage: Stage, kind: str, piece: int, keys: tuple[str, ...]
) -> None:
    tablet, learner = stage.somebody(1)
    stage.trade(learner, do.AddProduct(kind))
    known = stage.room.catalogue.kind(kind)
    low, high = known.price_fen.low, known.price_fen.high
    session = await stage.tablet("/store/product/p1/price", tablet).start()
    await session.tap(f"money.add:{piece}")
    await session.tap("product.price")
    phrases = {
        "below-cost": words("product.below-cost", money=money(known.unit_cost_fen)),
        "usual": words("product.usual", count=number(yuan(low)), money=money(high)),
        "few-buy": words("product.few-buy"),
    }
    then = words("product.say-photo", product=known.name)
    await is_said(session, stage, *(phrases[key] for key in keys), then)
    product = stage.room.store(learner).product("p1")
    assert product is not None
    assert product.price_fen == piece


@pytest.mark.parametrize("name", ["before", "in-a-lesson"])
async def test_a_pale_purse_stays_inside_its_card(stage: Stage, name: str) -> None:
    lesson, step = stage.first_step(Practice)
    tablet, learner = stage.somebody(1)
    trouble = stage.troubled(learner, "refund-link")
    stage.trade(learner, do.EndTrouble(trouble, "tap-it"))
    if name == "in-a-lesson":
        stage.at_step(learner, lesson, step.id)
    base = f"/lesson/{lesson.id}" if name == "in-a-lesson" else ""
    session = await stage.tablet(f"{base}/store/money", tablet, SHORTEST).start()
    amount = session.find("money.mine")
    assert int(session.label("money.mine")) < 0
    path = session.tree.path_to(amount)
    height, column = next(
        (around["height"], below)
        for around, below in reversed(list(pairwise(path)))
        if below["_c"] in ("Column", "Row") and around.get("height")
    )
    largest, *pale = sorted((image["height"] for image in inside(column, "Image")), reverse=True)
    assert largest <= theme.TAP
    free = height - 2 * (8 + 2) - theme.TAP - 4  # padding, edge, the head and what is below it
    assert all(each <= free for each in pale)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_paid_order_leaves_room_for_a_sentence_of_two_lines(
    stage: Stage, size: tuple[int, int]
) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, None)
    session = await stage.tablet(f"/store/order/{order}", tablet, size).start()
    await session.tap("nav.help")  # the longest that is said there
    assert not cut_in(session, size)
