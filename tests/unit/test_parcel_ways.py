"""Where parcels are drawn."""

from itertools import pairwise

import pytest

from demo_store.world.catalogue import load_catalogue
from kiosk.widgets.parcel_ways import VILLAGE, city_spot, parcel_spot

CATALOGUE = load_catalogue()


def near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one == pytest.approx(other, abs=1e-9)


@pytest.mark.parametrize("city", CATALOGUE.cities)
def test_every_city_of_the_store_has_its_spot(city: str) -> None:
    assert city_spot(city) != VILLAGE
    assert all(0 <= share <= 1 for share in city_spot(city))


@pytest.mark.parametrize("carrier", CATALOGUE.carriers)
@pytest.mark.parametrize("city", CATALOGUE.cities)
def test_a_parcel_begins_in_the_village_and_ends_in_its_city(city: str, carrier: str) -> None:
    assert near(parcel_spot(city, carrier, 0), VILLAGE)
    assert near(parcel_spot(city, carrier, 1), city_spot(city))
    assert near(parcel_spot(city, carrier, 7), city_spot(city))


def test_a_truck_follows_the_road_and_a_plane_does_not() -> None:
    assert not near(parcel_spot("beijing", "road", 0.5), parcel_spot("beijing", "air", 0.5))
    half = parcel_spot("beijing", "air", 0.5)
    (west, north), (east, south) = VILLAGE, city_spot("beijing")
    assert near(half, ((west + east) / 2, (north + south) / 2))


def test_a_parcel_moves_east_by_even_steps() -> None:
    spots = [parcel_spot("beijing", "road", share / 10) for share in range(11)]
    assert all(b[0] >= a[0] - 0.02 for a, b in pairwise(spots))
