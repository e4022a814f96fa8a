"""The way through the service centre, station by station, and the stamp that is looked at."""

import pytest

from demo_store.commands import AcceptOrder, EndDay, PackOrder, ShipOrder
from demo_store.errors import UnknownId
from demo_store.events import OrderPlaced, OrderShipped, Refused
from demo_store.store import OrderState
from demo_store.village.centre import STATIONS
from demo_store.village.commands import AtStore, TraceUnit, WorkAt
from demo_store.village.engine import trace
from demo_store.village.events import RoundMade, StampTraced, StationFull, StationPassed
from demo_store.village.stations import next_station
from tests.village_told import CENTRE, Told, small


def told_with(*quantities: int, **capacity: int) -> Told:
    told = Told(families=4, eggs=20, centre=small(**capacity) if capacity else CENTRE)
    for number, quantity in enumerate(quantities, 1):
        told.order(quantity, f"o{number}")
    return told


def through(told: Told, *stations: str, order: str = "o1") -> None:
    for station in stations:
        told.do(WorkAt(order, station))


def test_an_order_goes_through_all_seven_stations_one_after_the_other() -> None:
    told = told_with(30)
    for station in STATIONS:
        order = told.village.store.orders[0]
        assert next_station(told.village, order) == station
        told.do(WorkAt("o1", station))
    assert told.village.store.orders[0].state is OrderState.SHIPPED
    assert next_station(told.village, told.village.store.orders[0]) is None
    assert told.village.in_store == 0


def test_a_station_before_its_turn_says_which_one_is_missing() -> None:
    told = told_with(30)
    for done, tried, missing in (
        ("", "check", "collect"),
        ("collect", "stamp", "check"),
        ("check", "send", "stamp"),
        ("stamp", "process", "store"),
        ("store", "pack", "process"),
        ("process", "stamp", "done"),
        ("pack", "pack", "done"),
        ("send", "send", "done"),
    ):
        if done:
            told.do(WorkAt("o1", done))
        before = told.village
        assert told.do(WorkAt("o1", tried)) == (Refused("WorkAt", missing),)
        assert told.village == before


def test_nothing_is_done_for_an_order_that_nobody_promised() -> None:
    told = told_with()
    told.happen(OrderPlaced("o1", "p1", 30, 150, "beijing", "teacher", 1, 4))
    assert told.do(WorkAt("o1", "collect")) == (Refused("WorkAt", "accept"),)
    told.do(AtStore(AcceptOrder("o1")))
    assert told.do(WorkAt("o1", "collect"))[-1] == RoundMade(1, ("o1",), ("f1", "f2"))


def test_what_the_families_do_not_have_cannot_be_collected() -> None:
    told = told_with(100)
    assert told.do(WorkAt("o1", "collect")) == (Refused("CollectOrder", "stock"),)


@pytest.mark.parametrize(("station", "capacity"), [("stamp", 40), ("process", 40), ("send", 1)])
def test_a_station_that_is_full_today_works_again_tomorrow(station: str, capacity: int) -> None:
    told = told_with(30, 30, **{station: capacity})
    before = STATIONS[: STATIONS.index(station)]
    through(told, *before, station)
    through(told, *before, order="o2")
    assert told.do(WorkAt("o2", station))[-1] == StationFull(station, "o2", 1)
    told.do(AtStore(EndDay()))
    assert not any(isinstance(each, StationFull) for each in told.do(WorkAt("o2", station)))
    assert next_station(told.village, told.village.store.orders[1]) != station


def test_what_was_labelled_before_the_van_was_full_is_sent_the_day_after() -> None:
    told = told_with(30, 30, send=1)
    through(told, *STATIONS)
    through(told, *STATIONS, order="o2")
    assert told.village.store.orders[1].state is OrderState.LABELLED
    told.do(AtStore(EndDay()))
    (event,) = told.do(WorkAt("o2", "send"))
    assert isinstance(event, OrderShipped)


def test_the_work_of_a_day_is_counted_once() -> None:
    by_station, at_once = told_with(30), told_with(30)
    through(by_station, *STATIONS)
    through(at_once, "collect", "check", "stamp")
    at_once.do(AtStore(PackOrder("o1", "egg-tray")))
    at_once.do(WorkAt("o1", "send"))
    counted = {key: number for key, number in by_station.village.used.items() if key != "store"}
    assert counted == at_once.village.used


def test_a_room_full_of_this_very_order_does_not_hinder_it() -> None:
    told = told_with(30, store=30)
    through(told, "collect", "check", "stamp")
    assert told.do(WorkAt("o1", "store")) == (StationPassed("o1", "store", 1),)


def test_a_stamp_that_is_looked_at_names_family_and_day() -> None:
    told = told_with(30)
    through(told, *STATIONS)
    stamp = trace(told.village, "o1", 25)
    assert told.do(TraceUnit("o1", 25)) == (
        StampTraced("o1", 25, stamp.family, stamp.day, stamp.serial),
    )
    assert told.village.traced == {"o1": 25}


def test_what_is_nowhere_cannot_be_worked_on_or_looked_at() -> None:
    told = told_with(30)
    for command in (WorkAt("o9", "check"), WorkAt("o1", "kitchen"), TraceUnit("o1", 1)):
        with pytest.raises(UnknownId):
            told.do(command)


def test_an_order_is_packed_and_sent_as_was_chosen() -> None:
    told = told_with(30)
    through(told, "collect", "check", "stamp", "store", "process")
    told.do(WorkAt("o1", "pack", PackOrder("o1", "bag")))
    assert told.village.store.orders[0].packaging == "bag"
    told.do(WorkAt("o1", "send", ShipOrder("o1", "road")))
    order = told.village.store.orders[0]
    assert (order.carrier, order.state) == ("road", OrderState.SHIPPED)


def test_what_was_chosen_does_not_leave_out_a_station() -> None:
    told = told_with(30)
    through(told, "collect", "check", "stamp", "store")
    before = told.village
    chosen = WorkAt("o1", "pack", PackOrder("o1", "bag"))
    assert told.do(chosen) == (Refused("WorkAt", "process"),)
    assert told.village == before


def test_a_choice_meets_a_full_station_as_the_best_one_does() -> None:
    told = told_with(10, 10, pack=1)
    for order in ("o1", "o2"):
        through(told, "collect", "check", "stamp", "store", "process", order=order)
    through(told, "pack")
    chosen = WorkAt("o2", "pack", PackOrder("o2", "bag"))
    assert told.do(chosen) == (StationFull("pack", "o2", told.village.store.day),)


def test_learning_to_pack_well_is_held_against_what_was_chosen() -> None:
    told = told_with(30)
    through(told, "collect", "check", "stamp", "store", "process")
    found = told.do(WorkAt("o1", "pack", PackOrder("o1", "bag", well=True)))
    assert [type(each) for each in found] == [Refused]
    assert told.village.store.orders[0].state is OrderState.STAMPED
