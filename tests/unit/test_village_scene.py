"""The learner's village: eight families, an order that waits, nights that bring what is due."""

import random
from functools import cache
from pathlib import Path

import pytest

from demo_store.buyers.reviews import stars
from demo_store.events import (
    MessageCame,
    OrderChecked,
    OrderDelivered,
    OrderPaidOut,
    ReviewWritten,
    TroubleCame,
)
from demo_store.practice import village_scene
from demo_store.practice.village_scene import VILLAGE_SITUATIONS
from demo_store.selling.next_step import STEP_AFTER
from demo_store.store import OrderState
from demo_store.village import engine, units
from demo_store.village.events import (
    FamilyStocked,
    OutletOpened,
    UnitComplained,
    UnitsReplaced,
)
from demo_store.village.scene_content import load_scene
from demo_store.village.settlement import parts_of
from demo_store.village.state import Village
from demo_store.world.catalogue import CONTENT
from lessons.errors import ContentError
from tests.village_life import CATALOGUE, SCENE, Lived

KEEPS = {id: CATALOGUE.kind(id).shelf_life_days for id in SCENE.kinds}
"""How long each of the things keeps that a village makes, in days."""


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", ["eggs", "nang", "honey", "cotton-quilt"])
def test_the_first_order_needs_several_families_and_can_be_filled(kind: str, seed: int) -> None:
    begun = Lived(kind, seed)
    (order,) = begun.village.store.orders
    expected = SCENE.kind(kind)
    assert len(begun.village.families) == 8
    assert begun.village.families[0].role == SCENE.learner
    assert (order.city, order.quantity, order.state) == ("beijing", expected.order, "placed")
    assert begun.village.store.products[0].kind == expected.id
    begun.work()
    assert len({run.family for run in begun.village.shared["o1"]}) >= 3


def test_the_same_seed_begins_the_same_village() -> None:
    assert Lived("eggs", 4).events == Lived("eggs", 4).events != Lived("eggs", 5).events


@cache
def lived(kind: str, seed: int) -> Lived:
    """A village forty days later, in which all is done that can be; only looked at."""
    village = Lived(kind, seed)
    for _ in range(40):
        village.work()
        village.night()
    return village


@pytest.mark.parametrize("seed", range(6))
def test_the_first_old_one_goes_out_unseen_but_where_it_was_cracked_too(seed: int) -> None:
    village = lived("eggs", seed)
    (first, *_) = [e for e in village.events if isinstance(e, OrderChecked)]
    if 0 not in first.bad:
        (complaint, *_) = village.found(UnitComplained)
        assert isinstance(complaint, UnitComplained)
        assert (complaint.order, complaint.unit, complaint.why) == (first.order, 1, "stale")
        stamp = engine.trace(village.village, complaint.order, complaint.unit)
        assert complaint.day - stamp.day > KEEPS["eggs"]
        assert village.village.family(stamp.family).role != SCENE.learner


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", KEEPS)
def test_every_review_and_complaint_follows_from_what_was_in_the_parcel(
    kind: str, seed: int
) -> None:
    village, stored = lived(kind, seed), Village()
    reviewed = 0
    for event in village.events:
        stored = engine.fold(CATALOGUE, stored, [event])
        if isinstance(event, UnitComplained):
            complained(stored, kind, event)
        if not isinstance(event, ReviewWritten):
            continue
        reviewed += 1
        order = stored.store.order(event.order)
        assert order is not None
        held = stored.shared[order.id]
        old = sum(run.count for run in held if stored.store.day - run.day > KEEPS[kind])
        assert event.stale == old
        assert ("stale" in event.reasons) == bool(old)
        assert ("broken" in event.reasons) == bool(order.broken)
        sent = order.shipped_day or stored.store.day
        assert ("late" in event.reasons) == (sent > order.due_day)
        assert "long-way" not in event.reasons or order.waits
        assert set(event.reasons) <= {"stale", "broken", "late", "long-way", "delicious"}
        assert (event.reasons == ("delicious",)) == (event.stars == 5)
        assert event.stars == stars(CATALOGUE, order, event.reasons)
    assert reviewed > 5


def complained(village: Village, kind: str, event: UnitComplained) -> None:
    """The unit that the buyer names is as she says."""
    order = village.store.order(event.order)
    assert order is not None
    if event.why == "broken":
        assert order.broken
        return
    stamp = engine.trace(village, event.order, event.unit)
    assert event.day - stamp.day > KEEPS[kind]
    assert "stale" in order.review_reasons and order.stale


def test_what_is_good_keeps_its_five_stars_and_nobody_complains() -> None:
    for seed in range(4):
        village = lived("eggs", seed)
        complained_of = village.village.complaints
        for order in village.village.store.orders:
            if order.stars is None:
                continue
            bad = order.broken or order.stale
            assert (order.id in complained_of) == bool(bad)
            assert bad or order.stars == 5 or {"late", "long-way"} & set(order.review_reasons)


def test_after_a_complaint_the_check_finds_some_old_ones() -> None:
    seen = missed = 0
    for seed in range(6):
        village, stored = lived("eggs", seed), Village()
        for event in village.events:
            if isinstance(event, UnitsReplaced) and stored.complaints:
                out = (run for run in event.taken_out)
                seen += sum(stored.store.day - run.day > KEEPS["eggs"] for run in out)
            missed += isinstance(event, ReviewWritten) and bool(event.stale and stored.complaints)
            stored = engine.fold(CATALOGUE, stored, [event])
    assert seen and missed


@pytest.mark.parametrize("seed", range(6))
def test_what_is_settled_is_what_was_paid_out(seed: int) -> None:
    village = lived("eggs", seed)
    payouts = [each for each in village.events if isinstance(each, OrderPaidOut)]
    assert payouts
    for paid in payouts:
        kept, parts = parts_of(village.events, paid.order)
        assert kept + sum(parts.values()) == paid.payout_fen


def test_not_every_parcel_is_complained_of() -> None:
    delivered = complaints = 0
    for seed in range(4):
        delivered += len(lived("eggs", seed).found(OrderDelivered))
        complaints += len(lived("eggs", seed).found(UnitComplained))
    assert 4 < complaints < delivered


def test_one_family_leaves_with_its_own_store_and_never_hers() -> None:
    for seed in range(4):
        village = lived("eggs", seed)
        (left,) = village.found(OutletOpened)
        assert isinstance(left, OutletOpened)
        assert left.family != "f1"
        begins = village.events.index(left)
        later = [e for e in village.events[begins:] if isinstance(e, FamilyStocked)]
        assert left.family not in {each.units.family for each in later}


@pytest.mark.parametrize("kind", ["eggs", "nang", "honey"])
def test_a_family_with_its_own_store_sells_what_is_worth_its_way(kind: str) -> None:
    begun = Lived(kind, seed=4)
    while begun.village.store.day < 90:
        begun.work()
        begun.night()
    (own,) = begun.village.outlets.values()
    assert own.products[0].published
    paid = [order for order in own.orders if order.state is OrderState.PAID]
    assert len(paid) >= 3
    assert sum(order.payout_fen for order in paid) > 0
    assert all(message.trouble for message in own.messages) and not own.troubles
    waiting = [order for order in own.open_orders if order.state in STEP_AFTER]
    assert not waiting, "the morning's work is done"


def test_in_the_morning_the_families_have_something_again() -> None:
    begun = Lived()
    begun.work()
    emptied = [family for family in begun.village.families if not family.stock]
    assert emptied
    begun.night()
    kind = SCENE.kind("eggs")
    for family in begun.village.families:
        assert kind.home.low <= units.count(family.stock)


def test_nobody_waits_for_an_answer_that_cannot_be_given_here() -> None:
    village = lived("eggs", 1)
    assert not village.found(MessageCame)
    assert not village.found(TroubleCame)
    assert not village.village.store.messages


@pytest.mark.parametrize("name", VILLAGE_SITUATIONS)
@pytest.mark.parametrize("days", [None, 0, 3])
def test_a_situation_is_reached_from_anywhere_and_takes_no_time(
    name: str, days: int | None
) -> None:
    village, rng = Village(), random.Random(1)
    if days is not None:
        begun = Lived()
        for _ in range(days):
            begun.work()
            begun.night()
        village = begun.village
    events = village_scene.prepared(CATALOGUE, SCENE, village, name, "eggs", rng)
    after = engine.fold(CATALOGUE, village, events)
    states = {order.state.value for order in after.store.orders}
    assert {"order": "placed", "sent": "shipped"}.get(name[8:], name[8:]) in states
    assert after.store.day == village.store.day
    assert not village_scene.prepared(CATALOGUE, SCENE, after, name, "eggs", rng)


@pytest.mark.parametrize("kind", KEEPS)
@pytest.mark.parametrize("begins", ["as-it-is", "village-checked", "village-sent", "village-paid"])
def test_a_parcel_that_arrived_in_a_situation_is_rightly_complained_of(
    kind: str, begins: str
) -> None:
    for seed in range(12):
        village, rng = Village(), random.Random(seed)
        for name in (begins, "village-delivered"):
            events = village_scene.prepared(CATALOGUE, SCENE, village, name, kind, rng)
            village = engine.fold(CATALOGUE, village, events)
        (arrived,) = (o for o in village.store.orders if o.state is OrderState.DELIVERED)
        assert arrived.id in village.complaints
        assert arrived.broken or arrived.stale
        assert (arrived.stars or 0) < 5


def test_any_other_name_only_asks_for_the_village() -> None:
    rng = random.Random(1)
    events = village_scene.prepared(CATALOGUE, SCENE, Village(), "as-it-is", "nang", rng)
    village = engine.fold(CATALOGUE, Village(), events)
    assert [order.state for order in village.store.orders] == [OrderState.PLACED]


def test_a_station_that_is_missing_in_the_scene_is_named(tmp_path: Path) -> None:
    for name in ("village.yaml", "village_scene.yaml"):
        text = (CONTENT / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace("  check: {value: 60", "  look: {value: 60"))
    with pytest.raises(ContentError) as caught:
        load_scene(tmp_path)
    assert "look" in str(caught.value)
