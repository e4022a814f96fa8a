"""Runs of scenarios: money at every event, the same run every time, consequences of changes."""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest

from demo_store.finance.accounts import accounts
from demo_store.simulation.loader import load_scenario, scenario_names
from demo_store.simulation.outcome import Outcome, as_json
from demo_store.simulation.run import simulated, store_days
from demo_store.simulation.scenario import Scenario
from demo_store.simulation.tally import Tally, month_of
from demo_store.store import Store
from demo_store.village.centre import load_centre
from demo_store.world.catalogue import load_catalogue
from kiosk.simulate import Wish, run

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue()
CENTRE = load_centre()


def small(name: str) -> Scenario:
    """The scenario with at most two stores of each seller."""
    scenario = load_scenario(name, CATALOGUE)
    sellers = {
        id: replace(seller, stores=min(2, seller.stores)) for id, seller in scenario.sellers.items()
    }
    return replace(scenario, sellers=sellers)


def outcome(scenario: Scenario, days: int, seed: int = 1) -> dict[str, object]:
    """What a run gives to programs."""
    tally = simulated(CATALOGUE, CENTRE, scenario, days, seed)
    return as_json(Outcome(scenario, days, seed, tally))


def asked(name: str, *changes: str, days: int = 60, seed: int = 1) -> dict[str, object]:
    """What the command gives with changed content."""
    return as_json(run(Wish(name, days, seed, changes)))


@pytest.mark.parametrize("name", scenario_names())
def test_customers_money_is_somewhere_after_every_event(name: str) -> None:
    looked = 0

    def watch(tally: Tally, store: Store) -> None:
        nonlocal looked
        looked += 1
        assert tally.balanced
        if looked % 7 == 0:  # the accounts add up all orders, which takes longer
            assert tally.open_held_fen() == accounts(store).held_fen

    simulated(CATALOGUE, CENTRE, small(name), 25, 4, watch=watch)
    assert looked > 20


@pytest.mark.parametrize("name", scenario_names())
def test_the_tally_and_the_stores_know_the_same_money(name: str) -> None:
    scenario = small(name)
    (first, *_) = scenario.sellers.values()
    alone = replace(scenario, sellers={first.id: replace(first, stores=1)})
    stores = [Store()]

    def watch(_: Tally, store: Store) -> None:
        stores[0] = store

    tally = simulated(CATALOGUE, CENTRE, alone, 40, 4, watch=watch)
    found = accounts(stores[0])
    assert tally.customers_paid_fen == found.customers_paid_fen
    assert tally.fees_fen == found.fees_fen
    assert tally.freight_fen == found.freight_fen
    assert tally.refunds_fen == found.refunds_fen
    assert tally.payout_fen == found.payout_fen
    assert tally.held_fen == found.held_fen


@pytest.mark.parametrize("name", scenario_names())
def test_income_is_what_was_paid_out_less_what_it_cost(name: str) -> None:
    found = outcome(small(name), 40)
    incomes = sum(sum(months) for months in found["income_fen_per_month"].values())  # type: ignore[attr-defined]
    earned = found["payout_fen"] - found["making_cost_fen"] - found["packaging_fen"]  # type: ignore[operator]
    assert incomes <= earned  # what a trouble cost is taken off it too
    if name != "first-week-mistakes":
        assert incomes == earned


@pytest.mark.parametrize("name", ["village-eggs", "first-week-mistakes", "daxi"])
def test_a_run_is_the_same_under_any_hash_seed(name: str) -> None:
    def hashed(hash_seed: str) -> str:
        command = [sys.executable, "-m", "kiosk", "simulate", name, "--days", "9", "--json"]
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
        told = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        return str(json.loads(told.stdout)["events_sha256"])

    assert hashed("0") == hashed("4711")


@pytest.mark.parametrize("name", ["baker", "village-eggs"])
def test_a_run_that_is_watched_is_the_same(name: str) -> None:
    scenario = small(name)
    hashes = {
        simulated(CATALOGUE, CENTRE, scenario, 30, 1, watch=watch).events_sha256
        for watch in (None, lambda _tally, _store: None)
    }
    assert len(hashes) == 1


def test_the_order_of_the_content_says_nothing() -> None:
    scenario = small("baker")
    turned = {
        name: MappingProxyType(dict(reversed(getattr(CATALOGUE, name).items())))
        for name in ("kinds", "cities", "carriers", "packagings", "customers", "qualities",
                     "festivals", "mishaps", "questions", "troubles")
    }  # fmt: skip
    sellers = dict(reversed(scenario.sellers.items()))
    straight = simulated(CATALOGUE, CENTRE, scenario, 60, 1)
    other = simulated(
        replace(CATALOGUE, **turned), CENTRE, replace(scenario, sellers=sellers), 60, 1
    )
    assert other.events_sha256 == straight.events_sha256


def test_another_seed_is_another_year() -> None:
    assert (
        outcome(small("baker"), 20, 1)["events_sha256"]
        != outcome(small("baker"), 20, 2)["events_sha256"]
    )


def test_one_store_more_changes_nothing_in_the_others() -> None:
    scenario = load_scenario("daxi", CATALOGUE)
    quilts = scenario.sellers["quilt-outlet"]
    incomes = [
        outcome(replace(scenario, sellers={quilts.id: replace(quilts, stores=stores)}), 40)[
            "income_fen_per_month"
        ]
        for stores in (3, 2)
    ]
    assert incomes[0]["quilt-outlet-2"] == incomes[1]["quilt-outlet-2"]  # type: ignore[index]


def test_every_day_of_every_store_is_told_once() -> None:
    scenario = small("daxi")
    told: Counter[str] = Counter()
    simulated(CATALOGUE, CENTRE, scenario, 5, 1, lambda: told.update(["day"]))
    assert told["day"] == store_days(scenario, 5) == 30


def test_a_much_dearer_price_sells_less() -> None:
    fair, dear = asked("baker"), asked("baker", "product.nang.price=850")
    assert dear["units_sold"]["nang"] < fair["units_sold"]["nang"] * 0.7  # type: ignore[index]


def test_at_ten_times_the_usual_price_nothing_is_sold() -> None:
    mad = asked("baker", "product.nang.price=5000")
    assert mad["units_sold"].get("nang", 0) == 0  # type: ignore[attr-defined]


def test_dearer_flour_leaves_less() -> None:
    before, after = asked("baker"), asked("baker", "product.nang.making.flour=200")
    assert after["making_cost_fen"] > before["making_cost_fen"]  # type: ignore[operator]
    assert sum(after["income_fen_per_month"]["online"]) < sum(  # type: ignore[index]
        before["income_fen_per_month"]["online"]  # type: ignore[index]
    )


def test_a_dearer_way_always_leaves_less() -> None:
    found = [
        asked("baker", f"carrier.air.per_kilogram={fen}") for fen in (150, 300, 450, 600, 1200)
    ]
    left = [sum(each["income_fen_per_month"]["online"]) for each in found]  # type: ignore[index]
    assert all(less < more for more, less in pairwise(left))


def test_a_higher_fee_leaves_less() -> None:
    before, after = asked("egg-seller"), asked("egg-seller", "market.fee=15")
    assert after["fees_fen"] > 2 * before["fees_fen"]  # type: ignore[operator]
    assert after["payout_fen"] < before["payout_fen"]  # type: ignore[operator]


def test_a_second_oven_sells_more() -> None:
    before = asked("baker", days=120)
    after = asked("baker", "seller.online.sells.nang.makes=160", days=120)
    assert after["units_sold"]["nang"] > before["units_sold"]["nang"] * 1.1  # type: ignore[index]


def test_what_a_family_can_make_bounds_what_it_makes_whatever_it_plans() -> None:
    usual, small, none_less, two_plans = (
        asked("baker", *changes, days=60)
        for changes in (
            (),
            ("product.nang.capacity=20",),
            ("product.nang.capacity=110",),
            ("product.nang.capacity=20", "seller.online.sells.nang.makes=160"),
        )
    )
    assert small["making_cost_fen"] < usual["making_cost_fen"] / 3  # type: ignore[operator]
    assert small["units_sold"]["nang"] < usual["units_sold"]["nang"] / 2  # type: ignore[index]
    assert none_less == usual, "she plans no more than that"
    assert two_plans == small


def test_every_seller_plans_what_a_family_can_make() -> None:
    for name in scenario_names():
        for seller in load_scenario(name, CATALOGUE).sellers.values():
            for offer in seller.offers:
                can = CATALOGUE.kind(offer.kind).capacity_units * offer.every_days
                assert offer.units <= can, (name, seller.id, offer.kind)


def test_a_great_storm_leaves_less_fruit_and_income_where_it_blows_and_only_there() -> None:
    year = load_scenario("hurricane-year", CATALOGUE)
    orchard = replace(year.sellers["orchard"], stores=1)
    year = replace(year, sellers={**year.sellers, "orchard": orchard})
    assert not year.published
    storm = outcome(year, 200, year.seed)
    calm = outcome(replace(year, named_for=""), 200, year.seed)
    sold, usual = storm["units_sold"], calm["units_sold"]
    assert sold["dried-apricots"] < usual["dried-apricots"] * 0.8  # type: ignore[index]
    assert sold["walnuts"] < usual["walnuts"]  # type: ignore[index]
    assert sold["eggs"] == usual["eggs"], "hens lay in a storm too"  # type: ignore[index]
    assert storm["orders"] < calm["orders"]  # type: ignore[operator]
    income, calm_income = storm["income_fen_per_month"], calm["income_fen_per_month"]
    assert sum(income["orchard"]) < sum(calm_income["orchard"]) / 2  # type: ignore[index]
    assert income["egg-seller"] == calm_income["egg-seller"]  # type: ignore[index]


def test_mistakes_cost_stars_and_orders() -> None:
    right = asked("first-week", days=40)
    wrong = asked("first-week-mistakes", days=40)
    assert wrong["stars"] < right["stars"] - 1  # type: ignore[operator]
    assert wrong["on_time"] < right["on_time"]  # type: ignore[operator]
    assert wrong["orders"] < right["orders"] / 2  # type: ignore[operator]
    assert wrong["replied_in_a_day"] == 0


def test_twelve_months_make_a_year() -> None:
    assert [month_of(day) for day in (1, 31, 32, 365, 366)] == [0, 0, 1, 11, 12]
    assert len(outcome(small("first-week"), 365)["income_fen_per_month"]["beginner"]) == 12  # type: ignore[index]
