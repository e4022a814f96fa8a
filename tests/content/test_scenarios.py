"""The scenarios load, run, and come near to what was published."""

from dataclasses import replace
from pathlib import Path

import pytest

from demo_store.simulation.errors import UnknownScenario
from demo_store.simulation.loader import load_scenario, scenario_names
from demo_store.simulation.outcome import Outcome, as_json, within
from demo_store.simulation.run import simulated
from demo_store.village.centre import load_centre
from demo_store.world.catalogue import CONTENT, load_catalogue
from lessons.errors import ContentError

CATALOGUE = load_catalogue()
CENTRE = load_centre()
CHEAP = ("baker", "egg-seller", "first-week", "first-week-mistakes", "village-eggs")
"""Those of which a whole run takes about a second; the others: see benchmarks."""


@pytest.mark.parametrize("name", scenario_names())
def test_every_scenario_runs_for_some_days(name: str) -> None:
    scenario = load_scenario(name, CATALOGUE)
    tally = simulated(CATALOGUE, CENTRE, scenario, 4, scenario.seed)
    assert tally.events
    assert tally.balanced
    assert set(as_json(Outcome(scenario, 4, scenario.seed, tally)))


@pytest.mark.parametrize("name", CHEAP)
def test_a_whole_run_comes_to_what_was_published(name: str) -> None:
    scenario = load_scenario(name, CATALOGUE)
    tally = simulated(CATALOGUE, CENTRE, scenario, scenario.days, scenario.seed)
    outcome = Outcome(scenario, scenario.days, scenario.seed, tally)
    assert outcome.published
    assert [figure.name for figure, got in outcome.published if not within(figure, got)] == []


def test_right_and_wrong_differ_in_what_is_done_and_not_in_what_is_sold() -> None:
    right, wrong = (
        load_scenario(name, CATALOGUE).sellers["beginner"]
        for name in ("first-week", "first-week-mistakes")
    )
    (of_right,), (of_wrong,) = right.offers, wrong.offers
    assert replace(of_wrong, carrier=of_right.carrier) == of_right
    assert (right.policy, wrong.policy) == ("does-all-right", "makes-mistakes")


@pytest.mark.parametrize("seed", range(5))
def test_in_its_own_days_it_is_felt_what_a_first_week_of_mistakes_costs(seed: int) -> None:
    scenario = load_scenario("first-week-mistakes", CATALOGUE)
    wrong = simulated(CATALOGUE, CENTRE, scenario, scenario.days, seed)
    right = simulated(
        CATALOGUE, CENTRE, load_scenario("first-week", CATALOGUE), scenario.days, seed
    )
    assert wrong.reviews
    assert wrong.stars / wrong.reviews < 3
    assert wrong.orders * 5 < right.orders
    incomes = [each.groups["beginner"].income_fen for each in (wrong, right)]
    assert incomes[0] * 3 < incomes[1]


def test_what_was_published_is_all_told() -> None:
    told = {
        (name, figure.expected)
        for name in scenario_names()
        for figure in load_scenario(name, CATALOGUE).published
    }
    assert told >= {
        ("baker", 300),
        ("baker", 3000),
        ("baker", 2500),
        ("village-eggs", 10_000),
        ("village-eggs", 15_000),
        ("egg-seller", 10_000),
        ("daxi", 10_000_000),
    }


def test_the_villages_are_as_large_as_reported() -> None:
    daxi, eggs = load_scenario("daxi", CATALOGUE), load_scenario("village-eggs", CATALOGUE)
    assert daxi.families == 350
    assert 150 <= daxi.stores <= 175
    assert 90 <= eggs.families < 100
    assert eggs.stores == 1


def test_a_scenario_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownScenario, match="'moon'"):
        load_scenario("moon", CATALOGUE)


@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        ("policy: does-all-right", "policy: dreams", "sellers.online.policy", "must be one of"),
        ("where: own", "where: moon", "sellers.online.where", "must be one of"),
        ("      nang:\n", "      bread:\n", "sellers.before.sells.bread", "is not a product"),
        ("sent_by: air", "sent_by: mule", "sellers.online.sells.nang.sent_by", "must be one of"),
        ("value: 360,", "value: 365,", "sellers.online.sells.nang.price.value", "multiple of 10"),
        ("expected: 3000", "expected: many", "published.nang-a-month-after.expected", "number"),
        ("tolerance: 0.2", "tolerance: 20", "published.yuan-a-month.tolerance", "from 0"),
        ("measure: units", "measure: joy", "published.nang-a-month-before.measure", "one of"),
        ("seed: 2016", "seed: x", "seed", "whole number"),
        ("days: {value: 365, unit: day,", "days: {value: 365, unit: week,", "days.unit", "day"),
        ("seed: 2016", "seed: 2016\nnamed_for: joy", "named_for", "must be one of"),
        ("at_least: true", "at_least: perhaps", "published.nang-a-month-after.at_least", "true"),
    ],
)
def test_a_mistake_names_file_line_and_field(
    tmp_path: Path, old: str, new: str, field: str, problem: str
) -> None:
    text = (CONTENT / "scenarios" / "baker.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "baker.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ContentError) as caught:
        load_scenario("baker", CATALOGUE, tmp_path / "scenarios")
    error = caught.value
    assert (error.file, error.field) == ("scenarios/baker.yaml", field)
    assert problem in error.problem
    assert error.line == text[: text.index(old)].count("\n") + 1 + new.count("\n") - old.count("\n")
