"""The learner's village: eight families, an order that waits, nights that bring what is due."""

import random
from pathlib import Path

import pytest

from demo_store.events import (
    MessageCame,
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
    FamiliesSettled,
    FamilyStocked,
    OutletOpened,
    UnitComplained,
)
from demo_store.village.scene_content import load_scene
from demo_store.village.settlement import parts_of
from demo_store.village.state import Village
from demo_store.world.catalogue import CONTENT
from lessons.errors import ContentError
from tests.village_life import CATALOGUE, SCENE, Lived


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", ["eggs", "nang", "honey", "cotton-quilt"])
def test_the_first_order_needs_several_families_and_can_be_filled(kind: str, seed: int) -> None:
    lived = Lived(kind, seed)
    (order,) = lived.village.store.orders
    expected = SCENE.kind(kind)
    assert len(lived.village.families) == 8
    assert lived.village.families[0].role == SCENE.learner
    assert (order.city, order.quantity, order.state) == ("beijing", expected.order, "placed")
    assert lived.village.store.products[0].kind == expected.id
    lived.work()
    assert len({run.family for run in lived.village.shared["o1"]}) >= 3


def test_the_same_seed_begins_the_same_village() -> None:
    assert Lived("eggs", 4).events == Lived("eggs", 4).events != Lived("eggs", 5).events


@pytest.mark.parametrize("seed", range(6))
def test_the_first_parcel_arrives_is_complained_of_and_is_paid(seed: int) -> None:
    lived = Lived(seed=seed)
    lived.work()
    while not lived.found(FamiliesSettled):
        lived.night()
        lived.work()
        assert lived.village.store.day < 20
    (delivered, *_) = lived.found(OrderDelivered)
    (complaint, *_) = lived.found(UnitComplained)
    assert isinstance(delivered, OrderDelivered)
    assert isinstance(complaint, UnitComplained)
    assert complaint.order == delivered.order
    reviews = [
        each
        for each in lived.events
        if isinstance(each, ReviewWritten) and each.order == complaint.order
    ]
    assert complaint.why in reviews[-1].reasons
    held = lived.village.shared[complaint.order]
    stamp = engine.trace(lived.village, complaint.order, complaint.unit)
    assert (stamp.family, stamp.day) in {(run.family, run.day) for run in held}


@pytest.mark.parametrize("seed", range(6))
def test_what_is_settled_is_what_was_paid_out(seed: int) -> None:
    lived = Lived(seed=seed)
    for _ in range(20):
        lived.work()
        lived.night()
    payouts = [each for each in lived.events if isinstance(each, OrderPaidOut)]
    assert payouts
    for paid in payouts:
        kept, parts = parts_of(lived.events, paid.order)
        assert kept + sum(parts.values()) == paid.payout_fen


def test_not_every_parcel_is_complained_of() -> None:
    delivered = complained = 0
    for seed in range(4):
        lived = Lived(seed=seed)
        for _ in range(40):
            lived.work()
            lived.night()
        delivered += len(lived.found(OrderDelivered))
        complained += len(lived.found(UnitComplained))
    assert 4 < complained < delivered


def test_one_family_leaves_with_its_own_store_and_never_hers() -> None:
    for seed in range(4):
        lived = Lived(seed=seed)
        for _ in range(30):
            lived.work()
            lived.night()
        (left,) = lived.found(OutletOpened)
        assert isinstance(left, OutletOpened)
        assert left.family != "f1"
        begins = lived.events.index(left)
        later = [e for e in lived.events[begins:] if isinstance(e, FamilyStocked)]
        assert left.family not in {each.units.family for each in later}


@pytest.mark.parametrize("kind", ["eggs", "nang", "honey"])
def test_a_family_with_its_own_store_sells_what_is_worth_its_way(kind: str) -> None:
    lived = Lived(kind, seed=4)
    while lived.village.store.day < 90:
        lived.work()
        lived.night()
    (own,) = lived.village.outlets.values()
    assert own.products[0].published
    paid = [order for order in own.orders if order.state is OrderState.PAID]
    assert len(paid) >= 3
    assert sum(order.payout_fen for order in paid) > 0
    assert all(message.trouble for message in own.messages) and not own.troubles
    waiting = [order for order in own.open_orders if order.state in STEP_AFTER]
    assert not waiting, "the morning's work is done"


def test_in_the_morning_the_families_have_something_again() -> None:
    lived = Lived()
    lived.work()
    emptied = [family for family in lived.village.families if not family.stock]
    assert emptied
    lived.night()
    kind = SCENE.kind("eggs")
    for family in lived.village.families:
        assert kind.home.low <= units.count(family.stock)


def test_nobody_waits_for_an_answer_that_cannot_be_given_here() -> None:
    lived = Lived()
    for _ in range(30):
        lived.work()
        lived.night()
    assert not lived.found(MessageCame)
    assert not lived.found(TroubleCame)
    assert not lived.village.store.messages


@pytest.mark.parametrize("name", VILLAGE_SITUATIONS)
@pytest.mark.parametrize("days", [None, 0, 3])
def test_a_situation_is_reached_from_anywhere_and_takes_no_time(
    name: str, days: int | None
) -> None:
    village, rng = Village(), random.Random(1)
    if days is not None:
        lived = Lived()
        for _ in range(days):
            lived.work()
            lived.night()
        village = lived.village
    events = village_scene.prepared(CATALOGUE, SCENE, village, name, "eggs", rng)
    after = engine.fold(CATALOGUE, village, events)
    states = {order.state.value for order in after.store.orders}
    assert {"order": "placed", "sent": "shipped"}.get(name[8:], name[8:]) in states
    assert after.store.day == village.store.day
    assert not village_scene.prepared(CATALOGUE, SCENE, after, name, "eggs", rng)


def test_a_parcel_that_arrived_in_a_situation_is_complained_of() -> None:
    events = village_scene.prepared(
        CATALOGUE, SCENE, Village(), "village-delivered", "eggs", random.Random(1)
    )
    assert any(isinstance(event, UnitComplained) for event in events)


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
