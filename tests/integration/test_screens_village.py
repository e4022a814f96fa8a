"""The village by touch: from the order of a city to every family's coins, and a stamp traced."""

from dataclasses import replace
from pathlib import Path

import pytest

from demo_store.commands import AcceptOrder, PackOrder
from demo_store.days import night
from demo_store.store import OrderState
from demo_store.village.centre import STATIONS
from demo_store.village.commands import AtStore, OpenOutlet, WorkAt
from demo_store.village.engine import trace
from demo_store.village.events import StampTraced, UnitComplained
from demo_store.village.settlement import making_parts
from kiosk import visit
from kiosk.picture_words import picture_words
from kiosk.progress.village import VillageHappened
from kiosk.screens.village.complaints import complaint
from kiosk.screens.village.paid import Shared, heaps_of_order
from kiosk.screens.village.working import Working
from kiosk.wording import money, number, words
from lessons.phrase import joined, same_in_all
from tests.flet_session import FletSession
from tests.hearing import says
from tests.measured import cut_in
from tests.stage import SIZES, Stage
from tests.village_acts import bring, work
from tests.village_course import LESSON, village_course
from tests.village_views import VILLAGE

O1 = f"{VILLAGE}/order/o1"


@pytest.fixture(autouse=True)
def steady_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two touches of one thing are always meant: else these tests would have to wait between."""
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)


async def by_touch(session: FletSession, *identifiers: str) -> None:
    for identifier in identifiers:
        await session.tap(identifier)


async def from_house_to_house(session: FletSession, stage: Stage, learner: str) -> None:
    """Touches one house after the other until all is collected."""
    for family in stage.room.village(learner).families:
        if "/round/" in session.route:
            await session.tap(f"village.family:{family.id}")


async def until_home(session: FletSession) -> None:
    """Hears the morning to its end."""
    while session.has("story.next"):
        await session.tap("story.next")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_order_goes_its_whole_way_by_touch(stage: Stage, size: tuple[int, int]) -> None:
    tablet, learner = stage.somebody(1)
    session = await stage.tablet("/store", tablet, size).start()
    await session.tap("store.village")
    assert session.route == VILLAGE
    assert [i for i in session.identifiers() if i.startswith("village.family:")] == [
        f"village.family:f{number}" for number in range(1, 9)
    ]
    await by_touch(session, "village.order", "village.accept", "village.round")
    await from_house_to_house(session, stage, learner)
    assert session.route == f"{VILLAGE}/given/o1"
    await session.tap("village.to-centre")
    chosen = {"pack": "order.pack:padded-box", "send": "order.ship:road"}
    for station in STATIONS[1:]:
        assert session.label("village.at") == station
        await session.tap(f"village.station:{station}")
        if station in chosen:
            await session.tap(chosen[station])
    assert session.label("order.state") == "shipped"
    while stage.room.village(learner).store.orders[0].state is not OrderState.PAID:
        await session.tap("village.next-day")
        if session.route.endswith("/morning"):
            await until_home(session)
    village = stage.room.village(learner)
    await session.goto(f"{VILLAGE}/paid/o1")
    await session.tap("village.coins")
    assert session.label("village.settled") == str(village.store.orders[0].payout_fen)
    for family in village.families:
        if family.settled_fen:
            assert money(family.settled_fen).ug in session.label(f"village.family:{family.id}")
    assert money(village.centre_fen).ug in session.label("village.centre")


async def test_every_house_says_whose_it_is_and_what_is_there(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    session = await stage.tablet(VILLAGE, tablet).start()
    village = stage.room.village(learner)
    shown = [image["src"] for image in session.controls("Image")]
    hers = stage.room.records.learner(learner)
    assert hers is not None
    assert f"/pictures/{hers.picture}.svg" in shown
    label = session.label("village.family:f2")
    count = sum(run.count for run in village.families[1].stock)
    assert label.startswith(picture_words("learner-01").ug)
    assert number(count).ug in label
    await session.tap("village.family:f1")
    await says(session, stage, same_in_all(session.label("village.family:f1")))


async def test_what_all_families_have_is_held_against_what_is_wanted(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-order")
    session = await stage.tablet(O1, tablet).start()
    stock = stage.room.village(learner).store.products[0].stock
    assert session.label("village.together") == str(stock)
    kind = stage.room.catalogue.kind("eggs").name
    city = stage.room.catalogue.city("beijing").name
    await says(session, stage, words("order.say-accept", city=city, product=kind, count=number(30)))
    await says(session, stage, words("village.enough"))


async def test_the_round_is_told_house_after_house(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-accepted")
    session = await stage.tablet(VILLAGE, tablet).start()
    await session.tap("village.round")
    await from_house_to_house(session, stage, learner)
    village = stage.room.village(learner)
    gave = {run.family for run in village.shared["o1"]}
    assert len(gave) > 3
    for family in village.families:
        said = session.label(f"village.family:{family.id}")
        assert any(sign.isdigit() for sign in said) is (family.id in gave)
    assert number(30).ug in session.label("village.centre")


async def test_a_station_that_is_full_today_is_said_and_the_next_day_helps(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-collected")
    work(stage, learner, WorkAt("o1", "check"), WorkAt("o1", "stamp"))
    bring(stage, learner, "village-order")
    work(stage, learner, AtStore(AcceptOrder("o2")))
    work(stage, learner, WorkAt("o2", "collect"), WorkAt("o2", "check"))
    session = await stage.tablet(f"{VILLAGE}/order/o2", tablet).start()
    await session.tap("village.station:stamp")
    name = stage.room.villages.scene.centre.stations["stamp"].name
    assert session.label("screen.sentence") == words("village.full", name=name).ug
    assert session.label("village.at") == "stamp"
    await session.tap("village.next-day")
    await session.goto(f"{VILLAGE}/order/o2")
    await session.tap("village.station:stamp")
    assert session.label("village.at") == "store"


async def test_a_station_out_of_turn_says_which_one_is_missing(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-collected")
    session = await stage.tablet(O1, tablet).start()
    before = stage.room.village(learner)
    await session.tap("village.station:send")
    assert session.label("screen.sentence") == words("refused.check").ug
    assert stage.room.village(learner) == before


def whose_buyer_has_an_old_one(stage: Stage) -> tuple[str, str]:
    """Her tablet and her id; with others something broke under way."""
    for _ in range(50):
        tablet, learner = stage.somebody(1)
        bring(stage, learner, "village-delivered")
        events = stage.room.records.village_events(learner)
        (complaint,) = (each for each in events if isinstance(each, UnitComplained))
        if complaint.why == "stale":
            return tablet, learner
    raise AssertionError("nobody's parcel came too old")


async def test_a_complaint_leads_to_the_family_and_the_day(stage: Stage) -> None:
    tablet, learner = whose_buyer_has_an_old_one(stage)
    session = await stage.tablet(VILLAGE, tablet).start()
    await session.tap("village.complaint")
    village = stage.room.village(learner)
    bad = village.complaints["o1"]
    assert not session.has("village.stamp")
    await session.tap(f"village.unit:{bad}")
    stamp = trace(village, "o1", bad)
    assert session.label("village.stamp") == f"{stamp.family}/{stamp.day}/{stamp.serial}"
    old = village.store.day - stamp.day
    assert old > stage.room.catalogue.kind("eggs").shelf_life_days, "the buyer is right"
    assert number(old).ug in session.label("screen.sentence")
    await says(session, stage, same_in_all(session.label("screen.sentence")))
    traced = [e for e in stage.room.records.village_events(learner) if isinstance(e, StampTraced)]
    assert [(each.unit, each.family) for each in traced] == [(bad, stamp.family)]
    await session.tap("nav.back")
    assert not session.has("village.complaint"), "it is looked at"


async def test_a_family_that_left_has_a_sign_on_its_house(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-collected")
    work(stage, learner, OpenOutlet("f3"))
    session = await stage.tablet(VILLAGE, tablet).start()
    assert "/pictures/store.svg" in [image["src"] for image in session.controls("Image")]


async def test_what_was_done_is_there_after_a_power_cut(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-collected")
    session = await stage.tablet(O1, tablet).start()
    await by_touch(session, "village.station:check", "village.station:stamp")
    await session.close()
    stage.begin_again()
    session = await stage.tablet(O1, tablet).start()
    assert session.label("village.at") == "store"
    assert stage.room.village(learner).store.orders[0].state is OrderState.STAMPED


STEPS = (
    ("round", "village-order", "[[OrderAccepted], [RoundMade, OrderShared]]"),
    ("trace", "village-delivered", "[[StampTraced]]"),
    ("settle", "village-delivered", "[[FamiliesSettled]]"),
)


async def test_a_lesson_is_done_in_the_village_by_the_hand_alone(tmp_path: Path) -> None:
    course = village_course(tmp_path / "course", *STEPS)
    with Stage(tmp_path / "data", course=course) as stage:
        tablet, learner = stage.somebody(1)
        session = await stage.tablet(f"/lesson/{LESSON}", tablet).start()
        await session.tap("lesson.next" if session.has("lesson.next") else "lesson.begin")
        inside = f"/lesson/{LESSON}/store/village"
        assert session.route == inside
        await by_touch(session, "village.order", "village.accept", "village.round")
        assert not session.has("lesson.next"), "nothing is collected yet"
        await from_house_to_house(session, stage, learner)
        assert session.has("lesson.next")
        await session.tap("lesson.next")
        assert session.route == inside
        await session.tap("village.complaint")
        bad = list(stage.room.village(learner).complaints.values())[-1]
        await by_touch(session, f"village.unit:{bad}", "lesson.next")
        assert session.route == inside
        await session.tap("village.next-day")
        assert session.has("lesson.next")
        await session.tap("lesson.next")
        state = stage.room.lesson_state(learner, LESSON)
        assert state is not None
        assert state.finished


async def test_a_lesson_in_her_own_store_does_not_lead_into_the_village(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    lesson = stage.lesson("my-first-order")
    stage.at_step(learner, lesson, "accept")
    session = await stage.tablet(f"/lesson/{lesson.id}/store", tablet).start()
    assert session.has("store.orders")
    assert not session.has("store.village")


def test_a_complaint_names_how_many_broke_and_a_packing_that_let_them(stage: Stage) -> None:
    _, learner = stage.somebody(1)
    bring(stage, learner, "village-delivered")
    village = stage.room.village(learner)
    order = village.store.orders[0]
    here = visit.Visit.__new__(visit.Visit)
    here.kiosk = stage.kiosk
    working = Working(here, learner, village.store, "/store", None, None, village)
    city = stage.room.catalogue.city(order.city).name
    many = words("village.complained-many", city=city, count=number(2))
    packed = replace(order, broken=2, packaging="egg-tray")
    assert complaint(working, packed) == many
    bag = words("village.poorly-packed", name=stage.room.catalogue.packaging("bag").name)
    assert complaint(working, replace(packed, packaging="bag")) == joined([many, bag])


@pytest.mark.parametrize("packing", ["padded-box", "bag"])
async def test_what_the_buyer_paid_lies_in_three_heaps_to_the_fen(
    stage: Stage, packing: str
) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-stamped")
    for station in ("store", "process"):
        work(stage, learner, WorkAt("o1", station))
    work(stage, learner, WorkAt("o1", "pack", PackOrder("o1", packing)))
    bring(stage, learner, "village-paid")
    (order,) = stage.room.village(learner).store.orders
    session = await stage.tablet(f"{VILLAGE}/paid/o1", tablet).start()
    shown = {name: int(session.label(f"paid.{name}")) for name in ("cost", "others", "families")}
    assert sum(shown.values()) == order.total_fen
    assert order.making_fen > 0
    assert shown["cost"] == order.making_fen + order.packaging_fen
    assert session.label("paid.making") == str(order.making_fen)
    taken = [f"paid.{name}" for name in ("fee", "freight", "refund", "centre")]
    parts = [int(session.label(name)) for name in taken if session.has(name)]
    assert sum(parts) == shown["others"]
    assert session.has("paid.refund") is (order.refund_fen > 0)
    assert session.label("paid.packaging") == str(order.packaging_fen)
    assert (
        session.label("screen.sentence")
        == words("village.buyer-paid", money=money(order.total_fen)).ug
    )
    await session.tap("paid.hear-others")
    told = [words("money.heap-others", money=money(shown["others"]))]
    told += [words("village.of-fee", money=money(order.fee_fen))]
    kept = stage.room.village(learner).centre_fen - order.packaging_fen
    told += [words("village.of-freight", money=money(order.freight_fen))]
    if order.refund_fen:
        told += [words("village.of-refund", money=money(order.refund_fen))]
    if kept > 0:
        told += [words("village.of-centre", money=money(kept))]
    for each in told:
        await says(session, stage, each)
    await session.tap("village.coins")
    came = shown["families"] + order.making_fen + kept + order.packaging_fen
    assert session.label("village.settled") == str(came) == str(order.payout_fen)


async def test_her_own_share_and_what_making_it_cost_her_stand_in_the_heaps(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-paid")
    village = stage.room.village(learner)
    (order,) = village.store.orders
    made = making_parts(order.making_fen, village.shared["o1"])
    assert sum(made.values()) == order.making_fen
    got = village.families[0].settled_fen
    session = await stage.tablet(f"{VILLAGE}/paid/o1", tablet, (360, 740)).start()
    assert session.label("paid.spent") == str(made["f1"])
    assert session.label("paid.mine") == str(got - made["f1"])
    assert not cut_in(session, (360, 740))
    await session.tap("village.coins")
    assert words("book.making", money=money(made["f1"])).ug in session.label("village.family:f1")


def test_where_way_and_refund_took_more_than_was_paid_it_is_said_who_lacks_how_much(
    stage: Stage,
) -> None:
    _, learner = stage.somebody(1)
    bring(stage, learner, "village-paid")
    (order,) = stage.room.village(learner).store.orders
    lost = replace(order, refund_fen=order.total_fen, fee_fen=0, payout_fen=-order.freight_fen)
    shared = Shared(-210, {"f1": -order.freight_fen + 210}, {"f1": order.making_fen}, "f1")
    cards = heaps_of_order(lost, shared)
    assert sum(card.fen for card in cards) == order.total_fen
    spent = money(210 + order.packaging_fen)
    lacks = words("village.short", name=words("village.name-centre"), money=spent)
    assert cards[1].say.ug.endswith(lacks.ug)
    gone = money(order.freight_fen - 210 + order.making_fen)
    lacks = words("village.short", name=words("village.name-families"), money=gone)
    assert cards[2].say.ug.startswith(lacks.ug)


async def test_an_order_that_is_not_paid_has_no_heaps(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-delivered")
    session = await stage.tablet(f"{VILLAGE}/paid/o1", tablet).start()
    assert session.has("not-here.home")


async def test_where_nothing_was_left_to_share_the_heaps_say_so_and_lead_back(
    stage: Stage,
) -> None:
    tablet, learner = stage.somebody(1)
    bring(stage, learner, "village-delivered")
    (order,) = stage.room.village(learner).store.orders
    paid = night.paid_out(stage.room.catalogue, order, order.placed_day)
    rest = order.total_fen - paid.fee_fen - paid.freight_fen
    nothing = replace(paid, refund_fen=rest, payout_fen=0)
    stage.room._write(learner, [VillageHappened(nothing)])
    session = await stage.tablet(f"{VILLAGE}/paid/o1", tablet).start()
    assert session.label("paid.families") == str(-order.making_fen), "what they spent is gone"
    assert session.label("paid.refund") == str(rest)
    await session.tap("village.home")
    assert session.route == VILLAGE
