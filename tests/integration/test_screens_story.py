"""The morning's story, the parcels' map, her score and the heaps: what they show and say."""

from dataclasses import replace

import pytest

from demo_store import commands as do
from demo_store.events import (
    DayEnded,
    IncidentHappened,
    MessageCame,
    MessageLapsed,
    OrderDelivered,
    OrderLapsed,
    OrderLost,
    OrderPaidOut,
    ParcelDelayed,
    PeopleLooked,
    ReviewWritten,
    StoreEvent,
    TroubleCame,
    TroubleGone,
)
from demo_store.finance.heaps import heaps, unsold_fen
from demo_store.store import Order, OrderState
from kiosk.screens.store.telling import MOST_CARDS, last_night, told
from kiosk.wording import money, number, words
from tests.stage import Stage


def happened(stage: Stage, learner: str, *events: StoreEvent) -> None:
    """Chance had it so."""
    stage.room._write(learner, events)


def shipped(stage: Stage, carrier: str = "road") -> tuple[str, str]:
    """Somebody whose first parcel is on its way: (tablet, learner)."""
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    order = stage.order_at(learner, "ship")
    stage.trade(learner, do.ShipOrder(order, carrier))
    return tablet, learner


def test_a_night_is_what_follows_its_end_without_anybodys_doing(stage: Stage) -> None:
    _, learner = stage.somebody(1)
    stage.selling(learner)
    night = last_night(stage.room.records.store_events(learner))
    assert isinstance(night[0], DayEnded)
    stage.trade(learner, do.AcceptOrder("o1"), do.MakeStock("p1", 5))
    assert last_night(stage.room.records.store_events(learner)) == night
    assert last_night(()) == ()


async def test_who_looked_and_why_they_did_not_buy_is_told_in_numbers_and_money(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    day = stage.room.store(learner).day + 1
    look = PeopleLooked("p1", day, 4, 0, (("too-dear", 3), ("just-looking", 1)))
    happened(stage, learner, DayEnded(day), look)
    price = stage.room.store(learner).products[0].price_fen or 0
    session = await stage.tablet("/store", tablet).start()
    await session.tap("store.story")
    assert session.label("story.card") == "1/2"
    await session.tap("story.next")
    said = session.label("story.sentence")
    kind = stage.room.catalogue.kind(stage.room.product_kind(learner))
    assert words("story.looked", product=kind.name, count=number(4)).ug in said
    assert words("story.why-too-dear", count=number(3), money=money(price)).ug in said
    assert session.label("story.looked") == "4"
    await session.tap("story.next")
    assert session.has("store.next-day")


async def test_each_reason_is_told_with_its_people_and_shown_at_their_faces(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    day = stage.room.store(learner).day + 1
    reasons = (("too-dear", 3), ("no-photo", 2), ("just-looking", 2), ("few-stars", 1))
    happened(stage, learner, DayEnded(day), PeopleLooked("p1", day, 9, 1, reasons))
    store = stage.room.store(learner)
    night = last_night(stage.room.records.store_events(learner))
    card = told(stage.room.catalogue, store, night)[1]
    assert (card.looked, card.bought) == (9, 1)
    assert card.kept == (("note", 3), ("camera", 2), ("star", 1))
    price = store.products[0].price_fen or 0
    for reason, count in (("too-dear", 3), ("no-photo", 2), ("few-stars", 1)):
        why = words(f"story.why-{reason}", count=number(count), money=money(price))
        assert why.ug in card.say.ug
    session = await stage.tablet("/store/morning", tablet).start()
    await session.tap("story.next")
    faces = [str(node["src"]) for node in session.controls("Image")]
    assert [sum(f"/{sign}." in src for src in faces) for sign in ("note", "camera", "star")] == [
        3,
        2,
        1,
    ]


def test_who_only_looked_is_counted_where_there_is_room_for_a_sentence(stage: Stage) -> None:
    _, learner = stage.somebody(1)
    stage.selling(learner)
    store = stage.room.store(learner)
    for reasons, kept in (
        ((("just-looking", 11), ("not-known", 3), ("too-dear", 1)),
         ("question", "note", "magnifier")),
        ((("just-looking", 9), ("no-words", 3), ("too-dear", 2), ("no-photo", 1)),
         ("speaker", "note", "camera")),
    ):  # fmt: skip
        (_, card) = told(
            stage.room.catalogue, store, [PeopleLooked("p1", store.day, 15, 0, reasons)]
        )
        assert tuple(sign for sign, _ in card.kept) == kept
        only = words("story.why-just-looking", count=number(11)).ug
        assert (only in card.say.ug) == ("magnifier" in kept)


def test_every_review_of_a_night_says_all_its_reasons(stage: Stage) -> None:
    _, learner = shipped(stage)
    store = stage.room.store(learner)
    review = ReviewWritten("o1", 2, ("broken", "stale", "no-answer"), 1)
    for night, name in (
        ([OrderDelivered("o1", store.day), review], "arrived"),
        ([MessageLapsed("m1", store.day), review], "review"),
    ):
        (card,) = (each for each in told(stage.room.catalogue, store, night) if each.name == name)
        assert card.stars == (2,)
        assert all(words(f"review.{reason}").ug in card.say.ug for reason in review.reasons)


def paid_and_answered(stage: Stage) -> tuple[str, str, Order]:
    """Her tablet, her id, and a paid order whose buyer left no question unanswered."""
    for _ in range(50):
        tablet, learner = stage.somebody(1)
        stage.selling(learner)
        stage.order_at(learner, None)
        for order in stage.room.store(learner).orders:
            if order.state is OrderState.PAID and "no-answer" not in order.review_reasons:
                return tablet, learner, order
    raise AssertionError("every buyer was left without an answer")


async def test_a_review_that_falls_in_the_night_says_why_in_the_same_sentence(
    stage: Stage,
) -> None:
    tablet, learner, order = paid_and_answered(stage)
    store = stage.room.store(learner)
    asked = MessageCame("m1", "broken", order.customer, "p1", order.id, store.day, store.day - 1)
    happened(stage, learner, asked)
    session = await stage.tablet("/store", tablet).start()
    await session.tap("store.next-day")
    after = stage.room.store(learner).order(order.id)
    assert after is not None
    assert (after.stars or 0) < (order.stars or 0)
    said = session.label("screen.sentence")
    assert words("messages.stars-down", stars=number(after.stars or 0)).ug in said
    assert words("review.no-answer").ug in said


async def test_a_way_that_cost_more_than_it_brought_is_told_and_no_notes_lie_there(
    stage: Stage,
) -> None:
    tablet, learner = shipped(stage)
    store = stage.room.store(learner)
    order = store.orders[0]
    paid = OrderPaidOut(order.id, order.total_fen, 0, order.total_fen + 500, 0, -500, store.day + 1)
    happened(stage, learner, DayEnded(store.day + 1), paid)
    cards = told(stage.room.catalogue, stage.room.store(learner), [paid])
    (card,) = [each for each in cards if each.name == "money"]
    assert (card.say.ug, card.fen) == (words("store.way-cost-more", money=money(500)).ug, 0)
    session = await stage.tablet("/store/money", tablet).start()
    assert session.label("screen.sentence")
    await session.goto(f"/store/order/{order.id}")
    assert session.label("screen.sentence")


async def test_a_trouble_that_went_away_in_the_night_does_not_cut_its_story(stage: Stage) -> None:
    _, learner = stage.somebody(1)
    stage.troubled(learner, "false-payment")
    day = stage.room.store(learner).day + 1
    look = PeopleLooked("p1", day, 4, 0, (("just-looking", 4),))
    happened(stage, learner, DayEnded(day), TroubleGone("t1", day), look)
    assert last_night(stage.room.records.store_events(learner))[-1] == look


async def test_a_quiet_night_is_one_sentence_and_has_no_story(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    session = await stage.tablet("/store", tablet).start()
    await session.tap("store.next-day")
    assert not session.has("store.story")
    assert session.has("store.next-day")
    morning = await stage.tablet("/store/morning", tablet).start()
    assert morning.label("screen.sentence") == words("story.quiet").ug
    assert stage.room.store(learner).day == 2


async def test_the_story_is_left_at_any_card(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    session = await stage.tablet("/store/morning", tablet).start()
    assert session.has("story.next")
    await session.tap("nav.back")
    assert session.has("store.next-day")


async def test_the_night_of_a_practice_step_is_said_and_not_told(stage: Stage) -> None:
    lesson = next(
        each
        for each in stage.room.course.lessons()
        if any(getattr(step, "situation", "") == "order-shipped" for step in each.steps)
    )
    step = next(s for s in lesson.steps if getattr(s, "situation", "") == "order-shipped")
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, lesson, step.id)
    session = await stage.tablet(f"/lesson/{lesson.id}/store", tablet).start()
    await session.tap("store.next-day")
    assert session.has("store.next-day")
    assert not session.has("store.story")
    assert not session.has("store.score")


def test_a_full_night_has_at_most_six_cards_and_trouble_is_among_them(stage: Stage) -> None:
    _, learner = shipped(stage)
    store = stage.room.store(learner)
    day = store.day + 1
    order = store.orders[0]
    happened(
        stage,
        learner,
        DayEnded(day),
        IncidentHappened("sandstorm", day, day + 1),
        IncidentHappened("no-courier", day, day),
        ParcelDelayed(order.id, "sandstorm", (order.arrives_day or 0) + 2),
        OrderLost(order.id, day),
        PeopleLooked("p1", day, 4, 0, (("too-dear", 4),)),
        TroubleCame("t1", "code-call", "teacher", "", 500, day),
    )
    night = last_night(stage.room.records.store_events(learner))
    cards = told(stage.room.catalogue, stage.room.store(learner), night)
    names = [card.name for card in cards]
    assert len(cards) <= MOST_CARDS
    assert "looked" in {card.name for card in cards}, "why people did not buy is told to the last"
    assert {"incident", "lost", "trouble"} <= set(names)


def shipped_far(stage: Stage) -> tuple[str, str]:
    """As `shipped`, to a city that nothing reaches in two days."""
    for _ in range(50):
        tablet, learner = shipped(stage)
        if stage.room.store(learner).orders[0].city in ("beijing", "shanghai", "guangzhou"):
            return tablet, learner
    raise AssertionError("nobody far away bought anything")


async def test_a_parcel_on_its_way_has_a_map_that_says_where_it_is(stage: Stage) -> None:
    tablet, learner = shipped_far(stage)
    stage.trade(learner, do.EndDay(), do.EndDay())
    order = stage.room.store(learner).orders[0]
    assert order.state is OrderState.SHIPPED
    session = await stage.tablet(f"/store/order/{order.id}", tablet).start()
    assert session.label("order.state") == "shipped"
    assert float(session.label(f"parcel.at:{order.id}")) > 0
    city = stage.room.catalogue.city(order.city).name
    assert city.ug in session.label("order.map")


async def test_a_late_parcel_says_why_and_how_long_it_takes_now(stage: Stage) -> None:
    tablet, learner = shipped(stage)
    store = stage.room.store(learner)
    order = store.orders[0]
    happened(stage, learner, ParcelDelayed(order.id, "sandstorm", store.day + 7))
    session = await stage.tablet("/store/orders", tablet).start()
    await session.tap("store.parcels")
    label = session.label(f"parcel.see:{order.id}")
    name = stage.room.catalogue.mishap("sandstorm").name
    city = stage.room.catalogue.city(order.city).name
    assert words("parcels.left", city=city, count=number(7)).ug in label
    assert words("parcels.late", name=name).ug in label
    await session.tap(f"parcel.see:{order.id}")
    assert name.ug in session.texts()


async def test_a_lost_parcel_says_that_the_buyer_has_her_money_back(stage: Stage) -> None:
    tablet, learner = shipped(stage)
    store = stage.room.store(learner)
    order = store.orders[0]
    happened(stage, learner, OrderLost(order.id, store.day))
    city = stage.room.catalogue.city(order.city).name
    session = await stage.tablet("/store/parcels", tablet).start()
    assert session.label(f"parcel.see:{order.id}") == words("parcels.lost", city=city).ug
    await session.tap(f"parcel.see:{order.id}")
    assert session.label("order.state") == "lost"
    assert session.label("screen.sentence") == words("order.say-lost").ug
    await session.goto("/store/orders")
    assert words("order.lost").ug in session.label(f"order:{order.id}")


async def test_the_score_says_what_to_do_below_a_goal(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    due = stage.room.store(learner).orders[0].due_day
    while stage.room.store(learner).day <= due:
        stage.trade(learner, do.EndDay())
    session = await stage.tablet("/store", tablet).start()
    await session.tap("store.score")
    assert session.label("score.shipped") == "0"
    assert session.label("score.stars") == "-"
    assert session.label("screen.sentence") in {
        words("score.do-shipped").ug,
        words("score.do-replied").ug,
    }


async def test_the_money_screen_shows_what_the_ledger_holds(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    stage.order_at(learner, None)
    store = stage.room.store(learner)
    order = store.orders[0]
    day = store.day
    happened(stage, learner, TroubleCame("t9", "refund-link", "teacher", order.id, 500, day))
    stage.trade(learner, do.EndTrouble("t9", "tap-it"))
    store = stage.room.store(learner)
    found = heaps(store)
    assert any(isinstance(e, OrderPaidOut) for e in stage.room.records.store_events(learner))
    assert found.taken_fen > 0
    session = await stage.tablet("/store/money", tablet).start()
    shown = {name: int(session.label(f"money.{name}")) for name in ("cost", "others", "mine")}
    paid = sum(each.total_fen for each in store.orders if each.paid_day is not None)
    assert sum(shown.values()) == paid
    assert shown["mine"] - unsold_fen(store) == store.money_fen
    assert int(session.label("money.taken")) == found.taken_fen


async def test_night_after_night_the_front_stays_where_it_is(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    session = await stage.tablet("/store", tablet).start()
    for _ in range(6):
        day = int(session.label("store.day"))
        await session.tap("store.next-day")
        assert session.label("store.day") == str(day + 1)
        assert session.route == "/store"
    await session.tap("store.orders")
    assert session.has("order:o1")


async def test_who_waited_in_vain_is_told_of_kindly_and_why(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    day = stage.room.store(learner).day + 1
    happened(stage, learner, DayEnded(day), OrderLapsed("o1", day))
    order = stage.room.store(learner).orders[0]
    city = stage.room.catalogue.city(order.city).name
    session = await stage.tablet("/store", tablet).start()
    await session.tap("store.story")
    await session.tap("story.next")
    said = session.label("story.sentence")
    assert words("story.order-lapsed", city=city).ug in said
    assert words("order.why-lapsed").ug in said
    assert words("story.goods-stay").ug not in said, "she had not collected them"
    await session.tap("story.see")
    assert session.label("screen.sentence") == words("order.say-lapsed").ug


async def test_who_is_no_beginner_loses_an_order_that_she_lets_lie(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    catalogue = stage.room.catalogue
    grown = replace(catalogue.market, beginner_orders=0)
    stage.room.catalogue = replace(catalogue, market=grown)
    session = await stage.tablet("/store", tablet).start()
    for _ in range(catalogue.market.send_within_days + 1):
        await session.tap("store.next-day")
        if stage.room.store(learner).orders[0].state is OrderState.LAPSED:
            break
    assert stage.room.store(learner).orders[0].state is OrderState.LAPSED
    assert words("story.listen").ug in session.label("screen.sentence")
    night = last_night(stage.room.records.store_events(learner))
    cards = told(catalogue, stage.room.store(learner), night)
    assert "lapsed" in [card.name for card in cards]


async def test_the_weather_is_on_the_front_in_the_mornings_words_and_in_the_story(
    stage: Stage,
) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    session = await stage.tablet("/store", tablet).start()
    await session.tap("store.next-day")
    store, catalogue = stage.room.store(learner), stage.room.catalogue
    weather = catalogue.weather(store.weather)
    assert session.label("store.weather") == weather.name.ug
    happened(stage, learner, DayEnded(store.day + 1, "rain"), OrderLapsed("o1", store.day + 1))
    rain = catalogue.weather("rain")
    night = last_night(stage.room.records.store_events(learner))
    day, *_ = told(catalogue, stage.room.store(learner), night)
    assert day.picture == rain.picture
    assert rain.told.ug in day.say.ug
    assert words("story.spring").ug in day.say.ug
