"""Where a parcel is: from the village to the door, and never backwards."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_store.days.tracking import route, where
from demo_store.engine import apply
from demo_store.events import ParcelDelayed
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARRIERS = sorted(CATALOGUE.carriers)
CITIES = sorted(CATALOGUE.cities)


def parcel(city: str = "beijing", carrier: str = "road", arrives: int = 20) -> Order:
    """Handed over on day 10."""
    return Order(
        "o1", "p1", 20, 400, city, "teacher", 9, 12, state=OrderState.SHIPPED, carrier=carrier,
        shipped_day=10, arrives_day=arrives,
    )  # fmt: skip


def stops(order: Order, days: range) -> list[str]:
    found = [where(CATALOGUE, order, day).stop for day in days]
    return list(dict.fromkeys(found))


def test_a_truck_to_beijing_comes_through_korla_and_urumqi() -> None:
    assert stops(parcel(), range(10, 21)) == ["village", "korla", "urumqi", "beijing"]


def test_a_plane_goes_by_urumqi_only() -> None:
    order = parcel(carrier="air", arrives=16)
    assert stops(order, range(10, 17)) == ["village", "urumqi", "beijing"]


def test_a_parcel_to_korla_goes_straight_there() -> None:
    assert stops(parcel("korla", arrives=12), range(10, 13)) == ["village", "korla"]
    assert [stop.id for stop in route(CATALOGUE, parcel("urumqi"))] == [
        "village", "korla", "urumqi",
    ]  # fmt: skip


def test_the_way_begins_when_it_is_handed_over_and_ends_at_the_door() -> None:
    for day, share in ((9, 0), (10, 0), (15, 0.5), (20, 1), (25, 1)):
        assert where(CATALOGUE, parcel(), day).share == share


def test_what_was_not_sent_is_in_the_village_and_what_arrived_is_there() -> None:
    waiting = replace(parcel(), state=OrderState.PACKED, carrier="", shipped_day=None)
    assert (where(CATALOGUE, waiting, 30).share, where(CATALOGUE, waiting, 30).stop) == (
        0,
        "village",
    )
    for state in (OrderState.DELIVERED, OrderState.PAID):
        there = where(CATALOGUE, replace(parcel(), state=state), 12)
        assert (there.share, there.stop) == (1, "beijing")


def test_the_point_on_the_map_goes_from_the_village_to_the_city() -> None:
    home, there = where(CATALOGUE, parcel(), 10), where(CATALOGUE, parcel(), 20)
    market, city = CATALOGUE.market, CATALOGUE.city("beijing")
    assert (home.longitude, home.latitude) == (market.village_longitude, market.village_latitude)
    assert (there.longitude, there.latitude) == (city.longitude, city.latitude)
    middle = where(CATALOGUE, parcel(), 15)
    assert home.longitude < middle.longitude < there.longitude


def delayed(order: Order, day: int, days: int) -> Order:
    """The order after an incident on the morning of the day."""
    store = Store(day=day, products=(Product("p1", "nang"),), orders=(order,))
    event = ParcelDelayed("o1", "sandstorm", (order.arrives_day or 0) + days)
    return apply(CATALOGUE, store, event).orders[0]


def test_a_parcel_that_waits_stands_still_and_then_goes_on() -> None:
    order = delayed(parcel(), 12, 3)
    shares = [where(CATALOGUE, order, day).share for day in range(10, 24)]
    assert shares[2] == shares[3] == shares[5] == 0.2
    assert shares[6] == pytest.approx(0.3)
    assert shares[-1] == 1
    assert [d for d in range(10, 24) if where(CATALOGUE, order, d).waits] == [12, 13, 14]


WAITS = st.lists(st.tuples(st.integers(10, 30), st.integers(1, 4)), max_size=4)


@settings(deadline=None)
@given(st.sampled_from(CITIES), st.sampled_from(CARRIERS), st.integers(11, 24), WAITS)
def test_it_never_moves_back_and_arrives_on_its_day(
    city: str, carrier: str, arrives: int, waits: list[tuple[int, int]]
) -> None:
    order = parcel(city, carrier, arrives)
    seen = [where(CATALOGUE, order, 10).share]
    for day in range(11, 60):
        for begins, days in waits:
            if begins == day and where(CATALOGUE, order, day).share < 1:
                order = delayed(order, day, days)
        seen.append(where(CATALOGUE, order, day).share)
        assert (seen[-1] == 1) == (day >= (order.arrives_day or 0))
    assert seen == sorted(seen)
