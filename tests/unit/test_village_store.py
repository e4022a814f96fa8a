"""A village store: sharing out, the round, stations, stamps, settling, own outlets."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from demo_store.buyers.reviews import written
from demo_store.commands import (
    CollectOrder,
    EndDay,
    EndTrouble,
    MakeStock,
)
from demo_store.errors import UnknownId
from demo_store.events import (
    DayEnded,
    OrderPaidOut,
    OrderReturned,
    Refunded,
    Refused,
    TroubleCame,
)
from demo_store.finance.heaps import heaps, unsold_fen
from demo_store.selling.shelf import promised
from demo_store.store import OrderState
from demo_store.village import units
from demo_store.village.centre import STATIONS, load_centre
from demo_store.village.commands import (
    AtOutlet,
    AtStore,
    BringStock,
    GoRound,
    OpenOutlet,
)
from demo_store.village.engine import trace, with_consequences
from demo_store.village.events import (
    FamiliesSettled,
    OrderShared,
    OutletEvent,
    OutletOpened,
    RoundMade,
    StationFull,
    UnitsLost,
)
from demo_store.village.settlement import settled
from demo_store.village.state import Run
from demo_store.world.catalogue import CONTENT
from lessons.errors import ContentError
from tests.village_told import CATALOGUE, CENTRE, Told, small


def test_an_order_is_shared_out_over_families_that_have_stock() -> None:
    told = Told(families=3, eggs=20)
    told.order(45)
    events = told.do(GoRound())
    (shared,) = [event for event in events if isinstance(event, OrderShared)]
    assert sum(run.count for run in shared.units) == 45
    assert {run.family for run in shared.units} == {"f1", "f2", "f3"}
    assert events[-1] == RoundMade(1, ("o1",), ("f1", "f2", "f3"))
    assert sum(run.count for each in told.village.families for run in each.stock) == 15


def test_who_has_sold_least_is_asked_first() -> None:
    told = Told(families=2, eggs=20)
    told.order(10)
    told.do(GoRound())
    told.order(10, "o2")
    events = told.do(GoRound())
    assert [e.units[0].family for e in events if isinstance(e, OrderShared)] == ["f2"]


def test_older_eggs_go_before_newer_ones() -> None:
    told = Told(families=2, eggs=0)
    told.do(BringStock("f2", "p1", 5))
    told.do(AtStore(EndDay()))
    told.do(BringStock("f1", "p1", 5))
    told.order(6)
    told.do(GoRound())
    assert [trace(told.village, "o1", unit).family for unit in (1, 5, 6)] == ["f2", "f2", "f1"]


def test_the_round_leaves_what_cannot_be_filled() -> None:
    told = Told(families=1, eggs=20)
    told.order(30)
    assert told.do(GoRound()) == (RoundMade(1, (), ()),)


def test_a_complaint_leads_to_the_family_and_the_day() -> None:
    told = Told(families=2, eggs=20)
    told.order(25)
    told.do(GoRound())
    told.send()
    stamps = [trace(told.village, "o1", unit) for unit in range(1, 26)]
    assert len(set(stamps)) == 25
    assert {stamp.family for stamp in stamps} == {"f1", "f2"}
    assert all(stamp.day == 1 and 1 <= stamp.serial <= 20 for stamp in stamps)


@pytest.mark.parametrize(("order", "unit"), [("o1", 0), ("o1", 26), ("o1", -1), ("o9", 1)])
def test_what_was_never_sent_has_no_stamp(order: str, unit: int) -> None:
    told = Told(families=2, eggs=20)
    told.order(25)
    told.do(GoRound())
    with pytest.raises(UnknownId):
        trace(told.village, order, unit)


def test_nothing_comes_from_the_store_itself() -> None:
    assert Told().do(AtStore(MakeStock("p1", 5))) == (Refused("MakeStock", "family"),)


def test_a_full_station_takes_no_more_today() -> None:
    told = Told(families=2, eggs=40, centre=small(collect=50))
    told.order(40)
    told.order(20, "o2")
    told.do(AtStore(CollectOrder("o1")))
    assert told.do(AtStore(CollectOrder("o2"))) == (StationFull("collect", "o2", 1),)
    told.do(AtStore(EndDay()))
    assert any(isinstance(e, OrderShared) for e in told.do(AtStore(CollectOrder("o2"))))


def test_an_order_larger_than_a_days_work_is_begun_by_an_idle_station() -> None:
    told = Told(families=2, eggs=40, centre=small(collect=10))
    told.order(40)
    assert any(isinstance(e, OrderShared) for e in told.do(AtStore(CollectOrder("o1"))))


def test_the_store_room_is_free_again_when_the_parcel_has_left() -> None:
    told = Told(families=2, eggs=40, centre=small(store=45))
    told.order(40)
    told.order(20, "o2")
    told.do(AtStore(CollectOrder("o1")))
    assert told.do(AtStore(CollectOrder("o2"))) == (StationFull("store", "o2", 1),)
    told.send()
    assert told.village.in_store == 0
    assert any(isinstance(e, OrderShared) for e in told.do(AtStore(CollectOrder("o2"))))


def test_a_payout_is_settled_to_the_last_coin() -> None:
    told = Told(families=3, eggs=20)
    told.order(45)
    told.do(GoRound())
    told.send()
    settlements = []
    for _ in range(8):
        for event in told.do(AtStore(EndDay())):
            if isinstance(event, OrderPaidOut) and event.order == "o1":
                paid = event.payout_fen
            if isinstance(event, FamiliesSettled) and event.order == "o1":
                settlements.append(event)
    (settlement,) = settlements
    assert settlement.centre_fen + sum(fen for _, fen in settlement.parts) == paid > 0
    assert settlement.centre_fen == paid // 10 * CENTRE.share_percent // 100 * 10
    assert (
        sum(family.settled_fen for family in told.village.families)
        == paid - told.village.centre_fen
    )


def test_money_that_goes_back_is_taken_from_those_who_got_it() -> None:
    units = (Run("f1", "p1", 1, 1, 20), Run("f2", "p1", 1, 1, 10))
    kept, parts = settled(1000, 20, units)
    back, taken = settled(-1000, 20, units)
    assert kept + back == 0
    assert {family: fen + dict(taken)[family] for family, fen in parts} == {"f1": 0, "f2": 0}


def test_a_refund_after_the_payout_is_settled_too() -> None:
    told = Told(families=2, eggs=20)
    told.order(25)
    told.do(GoRound())
    told.send()
    while told.village.store.orders[0].state is not OrderState.PAID:
        told.do(AtStore(EndDay()))
    got = sum(family.settled_fen for family in told.village.families) + told.village.centre_fen
    events = with_consequences(CENTRE, told.village, (Refunded("o1", 500, told.village.store.day),))
    told.happen(*events)
    now = sum(family.settled_fen for family in told.village.families) + told.village.centre_fen
    assert now == got - 500


def test_what_comes_back_whole_lies_at_its_familys_home_again() -> None:
    told = Told(families=2, eggs=20)
    told.order(25)
    told.do(GoRound())
    told.send()
    events = with_consequences(CENTRE, told.village, (OrderReturned("o1", 20, 5),))
    before = sum(run.count for each in told.village.families for run in each.stock)
    told.happen(*events)
    at_home = sum(run.count for each in told.village.families for run in each.stock)
    assert at_home == before + 20 == told.village.store.products[0].stock


def test_a_family_leaves_with_its_own_store() -> None:
    told = Told(families=2, eggs=20)
    told.do(OpenOutlet("f1"))
    assert told.do(OpenOutlet("f1")) == (Refused("OpenOutlet", "done"),)
    assert told.do(BringStock("f1", "p1", 5)) == (Refused("BringStock", "outlet"),)
    told.do(AtOutlet("f1", MakeStock("p1", 30)))
    assert told.village.outlets["f1"].products[0].stock == 50
    assert told.village.store.products[0].stock == 20


def test_what_a_family_had_moves_with_it_on_the_same_day_under_the_same_sky() -> None:
    told = Told(families=2, eggs=90)
    for _ in range(9):
        told.do(AtStore(EndDay()))
    told.do(BringStock("f1", "p1", 5))
    worth = told.village.store.products[0].stock_cost_fen
    free = told.village.store.products[0].stock - promised(
        told.village.store, told.village.store.products[0]
    )
    had = units.count(told.village.families[0].stock)
    told.do(OpenOutlet("f1"))
    village, own = told.village, told.village.outlets["f1"]
    moved = min(had, free)
    assert moved > 5
    assert (own.day, own.weather, own.incidents) == (10, village.store.weather, own.incidents)
    assert own.products[0].batches == ((1, moved - 5), (10, 5))
    assert (own.products[0].kind, own.products[0].price_fen) == ("eggs", 150)
    assert not own.products[0].published, "she shows it herself"
    assert units.count(village.families[0].stock) == had - moved
    assert village.store.products[0].stock_cost_fen + own.products[0].stock_cost_fen == worth
    for store in (village.store, own):
        assert heaps(store).mine_fen - unsold_fen(store) == store.money_fen
    for day in range(11, 20):
        events = told.do(AtStore(EndDay()))
        nights = [each.event for each in events if isinstance(each, OutletEvent)]
        assert told.village.outlets["f1"].day == told.village.store.day == day
        assert told.village.outlets["f1"].weather == told.village.store.weather
        assert told.village.outlets["f1"].incidents == told.village.store.incidents
        assert any(isinstance(each, DayEnded) for each in nights)
    assert told.do(AtOutlet("f1", EndDay())) == (Refused("EndDay", "village"),)


def test_what_orders_wait_for_stays_and_is_still_sold() -> None:
    told = Told(families=2, eggs=20)
    told.order(30)
    told.do(OpenOutlet("f1"))
    assert told.village.outlets["f1"].products[0].stock == 10
    told.do(GoRound())
    assert units.count(told.village.shared["o1"]) == 30
    assert trace(told.village, "o1", 1).family == "f1"


def test_records_that_are_older_than_the_moving_open_on_the_villages_day() -> None:
    told = Told(families=2, eggs=20)
    for _ in range(4):
        told.do(AtStore(EndDay()))
    told.happen(OutletOpened("f1"))
    assert told.village.outlets["f1"].day == told.village.store.day == 5
    assert units.count(told.village.families[0].stock) == 20
    told.do(AtStore(EndDay()))
    assert told.village.outlets["f1"].day == 6


def test_what_a_cheat_got_is_gone_from_its_families_and_is_never_sent() -> None:
    told = Told(families=2, eggs=20)
    told.happen(TroubleCame("t1", "false-payment", "teacher", "", 1500, 1, "p1", 25))
    events = told.do(AtStore(EndTrouble("t1", "send-now")))
    (lost,) = [event for event in events if isinstance(event, UnitsLost)]
    assert units.count(lost.units) == 25
    assert sum(units.count(each.stock) for each in told.village.families) == 15
    assert told.village.store.products[0].stock == 15
    told.order(15)
    told.do(GoRound())
    gone = {(run.family, s) for run in lost.units for s in range(run.first, run.first + run.count)}
    for unit in range(1, 16):
        stamp = trace(told.village, "o1", unit)
        assert (stamp.family, stamp.serial) not in gone


def test_the_review_and_the_stamp_know_the_same_day() -> None:
    told = Told(families=2, eggs=20)
    told.order(30)
    told.happen(*(DayEnded(day) for day in range(2, 60)))
    told.do(BringStock("f2", "p1", 100))
    told.do(GoRound())
    told.send()
    (order,) = told.village.store.orders
    days = Counter(trace(told.village, "o1", unit).day for unit in range(1, 31))
    assert days == Counter(dict(order.batches))
    assert days[1] > 20
    review = written(CATALOGUE, replace(told.village.store, day=62), order)
    assert "stale" in review.reasons
    assert review.stale == days[1]


def test_who_has_no_outlet_cannot_sell_in_it() -> None:
    with pytest.raises(UnknownId):
        Told().do(AtOutlet("f1", EndDay()))
    with pytest.raises(UnknownId):
        Told().do(BringStock("f9", "p1", 3))


def test_every_station_has_its_words_and_its_capacity() -> None:
    assert tuple(CENTRE.stations) == STATIONS
    assert all(station.capacity > 0 for station in CENTRE.stations.values())


def test_a_station_without_capacity_is_named(tmp_path: Path) -> None:
    text = (CONTENT / "village.yaml").read_text("utf-8")
    (tmp_path / "village.yaml").write_text(
        text.replace("value: 120, unit: parcel", "value: 0, unit: parcel"), "utf-8"
    )
    with pytest.raises(ContentError) as caught:
        load_centre(tmp_path)
    assert caught.value.field == "stations.send.capacity.value"
