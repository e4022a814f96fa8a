"""The weather: drawn by the month for a whole village, kept in the event, felt by drying fruit."""

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from demo_store.commands import EndDay
from demo_store.days.night import end_day
from demo_store.days.sky import Overnight, overnight, today
from demo_store.engine import apply, fold, handle
from demo_store.events import DayEnded, IncidentHappened
from demo_store.simulation.making import made_today
from demo_store.simulation.scenario import Offer
from demo_store.store import Store
from demo_store.world import calendar
from demo_store.world.calendar import YEAR_DAYS
from demo_store.world.catalogue import CONTENT, Catalogue, load_catalogue
from lessons.errors import ContentError

CATALOGUE = load_catalogue()


def years(count: int, catalogue: Catalogue = CATALOGUE) -> list[tuple[int, Overnight]]:
    """Every night of so many years, with the day that it leads to."""
    return [
        (day, overnight(catalogue, day, (), random.Random(f"{seed}/{day}")))
        for seed in range(count)
        for day in range(2, YEAR_DAYS + 2)
    ]


def test_every_night_brings_the_weather_of_the_next_day_and_the_store_remembers_it() -> None:
    store = Store()
    for _ in range(20):
        events = handle(CATALOGUE, store, EndDay(), random.Random(store.day))
        (ended,) = (event for event in events if isinstance(event, DayEnded))
        store = fold(CATALOGUE, store, events)
        assert ended.weather in CATALOGUE.weathers
        assert store.weather == ended.weather
        assert today(CATALOGUE, store).id == ended.weather


def test_the_weather_keeps_to_its_months() -> None:
    found = Counter((calendar.month(CATALOGUE, day), n.weather) for day, n in years(40))
    assert found[1, "heat"] == found[7, "snow"] == found[12, "rain"] == 0
    assert found[7, "heat"] > found[6, "heat"] > 0
    assert found[1, "snow"] > 0
    days = sum(count for (month, _), count in found.items() if month == 10)
    assert found[10, "sun"] / days == pytest.approx(0.72, abs=0.05)


def test_on_the_day_of_a_storm_the_air_is_full_of_dust() -> None:
    storms = [
        tonight
        for _, tonight in years(40)
        if any(each.incident == "sandstorm" for each in tonight.happened)
    ]
    assert storms
    assert {tonight.weather for tonight in storms} == {"wind"}


def test_all_stores_of_a_village_have_the_same_sky() -> None:
    tonight = Overnight("rain", (IncidentHappened("no-courier", 2, 2),))
    for seed in range(3):
        events = end_day(CATALOGUE, Store(), random.Random(seed), tonight)
        assert events[:2] == (DayEnded(2, "rain"), *tonight.happened)


def test_records_from_before_the_weather_show_what_is_usual_in_the_month() -> None:
    """So does the first day, which no night led to, and the weather of another content."""
    assert today(CATALOGUE, Store()).id == "sun"
    old = apply(CATALOGUE, Store(weather="rain"), DayEnded(2))
    assert old.weather == ""
    assert today(CATALOGUE, old).id == "sun"
    assert today(CATALOGUE, Store(weather="hail")).id == "sun"


def test_in_rain_less_fruit_dries_and_bread_is_baked_as_ever() -> None:
    def made(kind: str, weather: str) -> int:
        units = Offer(
            kind=kind, families=1, units=10, every_days=1, price_fen=100, most_in_stock=99,
            carrier="road",
        )  # fmt: skip
        days = (Store(day=day, weather=weather) for day in range(100, 130))
        return sum(made_today(CATALOGUE, store, units) for store in days)

    assert made("dried-apricots", "rain") == pytest.approx(made("dried-apricots", "sun") / 2, abs=1)
    assert made("nang", "rain") == made("nang", "sun")


def test_the_order_of_the_file_decides_nothing() -> None:
    turned = dict(reversed(CATALOGUE.weathers.items()))
    assert years(2, replace(CATALOGUE, weathers=turned)) == years(2)


def test_days_that_do_not_make_a_hundred_are_refused_with_their_month(tmp_path: Path) -> None:
    content = copytree(CONTENT, tmp_path / "content")
    days = content / "days.yaml"
    text = days.read_text("utf-8").replace("[62, 60, 52", "[62, 61, 52")
    days.write_text(text, "utf-8")
    with pytest.raises(ContentError) as error:
        load_catalogue(content)
    assert error.value.problem == "has 101 days of a hundred in month 2"
    assert error.value.file == "days.yaml"
