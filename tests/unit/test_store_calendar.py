"""Day numbers, seasons, feasts, and how much can be made."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_store.errors import UnknownId
from demo_store.selling.making import most_made
from demo_store.store import Incident
from demo_store.world import calendar
from demo_store.world.calendar import YEAR_DAYS, Date
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
YEAR = range(1, YEAR_DAYS + 1)


def day_of(month: int, day: int) -> int:
    return next(d for d in YEAR if calendar.date(CATALOGUE, d) == Date(month, day))


def test_the_first_day_is_in_spring_and_the_year_goes_round() -> None:
    first = calendar.date(CATALOGUE, 1)
    assert first.season == "spring"
    assert calendar.date(CATALOGUE, 1 + YEAR_DAYS) == first
    dates = {calendar.date(CATALOGUE, day) for day in YEAR}
    assert len(dates) == 365
    assert Date(2, 29) not in dates


def test_days_follow_each_other_as_in_every_calendar() -> None:
    assert calendar.date(CATALOGUE, day_of(4, 30) + 1) == Date(5, 1)
    assert calendar.date(CATALOGUE, day_of(12, 31) + 1) == Date(1, 1)
    assert all(calendar.month(CATALOGUE, d) == calendar.date(CATALOGUE, d).month for d in YEAR)


@pytest.mark.parametrize(
    ("month", "season"),
    [(1, "winter"), (3, "spring"), (5, "spring"), (8, "summer"), (11, "autumn"), (12, "winter")],
)
def test_every_month_has_its_season(month: int, season: str) -> None:
    assert Date(month, 1).season == season


def test_a_feast_lifts_demand_on_its_days_and_on_no_others() -> None:
    eleven = day_of(11, 11)
    assert calendar.lift(CATALOGUE, "nang", eleven) > 1
    assert calendar.lift(CATALOGUE, "nang", eleven + 20) == 1
    (festival,) = calendar.festivals(CATALOGUE, eleven)
    days = [d for d in YEAR if festival in calendar.festivals(CATALOGUE, d)]
    assert len(days) == festival.days


@settings(deadline=None)
@given(st.integers(1, 2 * YEAR_DAYS), st.floats(0, 1, exclude_max=True))
def test_what_is_sent_later_in_the_crowd_never_arrives_earlier(day: int, luck: float) -> None:
    today = calendar.crowding_days(CATALOGUE, day, luck)
    assert today <= 1 + calendar.crowding_days(CATALOGUE, day + 1, luck)
    assert 0 <= today <= 3


def test_parcels_take_longer_before_a_feast() -> None:
    lucks = [n / 100 for n in range(100)]
    assert sum(calendar.crowding_days(CATALOGUE, day_of(2, 1), luck) for luck in lucks) > 100
    assert not any(calendar.crowding_days(CATALOGUE, day_of(6, 1), luck) for luck in lucks)


def test_a_feast_that_goes_over_new_year_is_one_feast() -> None:
    new_year = CATALOGUE.festival("new-year")
    over = replace(new_year, first=360, days=10)
    catalogue = replace(CATALOGUE, festivals={"over": over})
    assert calendar.festivals(catalogue, day_of(12, 31)) == (over,)
    assert calendar.festivals(catalogue, day_of(1, 3)) == (over,)
    assert calendar.festivals(catalogue, day_of(1, 10)) == ()


def test_a_feast_lifts_only_what_is_bought_for_it() -> None:
    nowruz = day_of(3, 21)
    assert calendar.lift(CATALOGUE, "nang", nowruz) > 1
    assert calendar.lift(CATALOGUE, "cotton-quilt", nowruz) == 1


def test_quilts_are_wanted_before_the_cold() -> None:
    quilt = CATALOGUE.kind("cotton-quilt")
    autumn, summer = (calendar.wanted(CATALOGUE, quilt, day_of(m, 20)) for m in (10, 7))
    assert autumn > 2 * summer


def test_hens_lay_less_in_winter_and_apricots_dry_in_summer() -> None:
    def made(kind: str, month: int) -> int:
        return most_made(CATALOGUE, kind, day_of(month, 15))

    assert made("eggs", 1) < made("eggs", 5)
    assert made("dried-apricots", 7) > 3 * made("dried-apricots", 12)
    assert made("honey", 1) == 0
    assert made("nang", 1) == made("nang", 8) == CATALOGUE.kind("nang").capacity_units


def test_a_storm_takes_from_the_harvest_while_it_lasts_and_from_nothing_else() -> None:
    day = day_of(7, 15)
    storm = (Incident("hurricane", day - 10, day + 10),)
    usual = most_made(CATALOGUE, "dried-apricots", day)
    assert most_made(CATALOGUE, "dried-apricots", day, storm) < usual / 2
    assert most_made(CATALOGUE, "nang", day, storm) == most_made(CATALOGUE, "nang", day)
    late = day + 11
    assert most_made(CATALOGUE, "dried-apricots", late, storm) == most_made(
        CATALOGUE, "dried-apricots", late
    )


def test_a_closed_road_does_not_stop_the_oven() -> None:
    closed = (Incident("sandstorm", 20, 22),)
    assert most_made(CATALOGUE, "nang", 20, closed) == most_made(CATALOGUE, "nang", 20)


def test_what_is_not_there_is_the_callers_mistake() -> None:
    with pytest.raises(UnknownId):
        most_made(CATALOGUE, "moon", 1)
    with pytest.raises(UnknownId):
        most_made(CATALOGUE, "nang", 1, [Incident("moon", 1, 1)])
