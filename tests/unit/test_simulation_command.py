"""``kiosk simulate``: what it prints and what it refuses."""

import io
import json

import pytest

from kiosk.cli import main
from kiosk.simulate import Wish, run

KEYS = [
    "scenario", "seed", "days", "orders", "units_sold", "customers_paid_fen", "fees_fen",
    "freight_fen", "packaging_fen", "making_cost_fen", "refunds_fen", "payout_fen", "held_fen",
    "families", "stores", "income_fen_per_month", "on_time", "replied_in_a_day", "stars", "broken",
    "stale", "lost", "published", "events", "events_sha256",
]  # fmt: skip


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a successful command prints."""
    assert main(["simulate", *arguments]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line of a command that is refused."""
    assert main(["simulate", *arguments]) != 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


def test_json_has_exactly_the_fields_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "baker", "--days", "5", "--seed", "9", "--json"))
    assert list(found) == KEYS
    assert (found["scenario"], found["days"], found["seed"]) == ("baker", 5, 9)
    assert set(found["published"][0]) == {"name", "expected", "tolerance", "got", "within"}
    parts = ("fees_fen", "freight_fen", "refunds_fen", "payout_fen", "held_fen")
    assert found["customers_paid_fen"] == sum(found[part] for part in parts)


def test_the_scenarios_own_days_and_seed_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "first-week", "--json"))
    assert (found["days"], found["seed"]) == (7, 2016)


def test_the_list_names_every_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    listed = told(capsys, "--list")
    assert [line.split()[0] for line in listed.splitlines()] == [
        "baker", "daxi", "egg-seller", "first-week", "first-week-mistakes", "hurricane-year",
        "village-eggs",
    ]  # fmt: skip


def test_the_table_stands_beside_the_published_figures(capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, "baker", "--days", "40")
    assert "nang-a-month-after     > 3,000" in text
    assert "more than 3,000" in text
    assert "customers paid" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["moon"], "there is no scenario 'moon'; there are baker,"),
        (["../products"], "there is no scenario"),
        ([], "simulate needs a scenario"),
        (["baker", "--days", "0"], "is not a number of days"),
        (["baker", "--days", "x"], "is not a number of days"),
        (["baker", "--seed", "-1"], "is not a whole number"),
        (["baker", "--set", "product.nan.price=3"], "there is no 'nan' here"),
        (["baker", "--set", "product.nang.price=none"], "must be a whole number"),
        (["baker", "--set", "product.nang.price=405"], "must be a multiple of 10 fen"),
        (["baker", "--set", "product.nang.price"], "is not PATH=VALUE"),
        (["baker", "--set", "market.fee=-5"], "market.yaml"),
        (["baker", "--set", "carrier.road.breakage=2"], "carriers.yaml"),
        (["moon", "--set", "market.fee=5"], "there is no scenario 'moon'"),
    ],
)
def test_what_cannot_be_simulated_is_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert said in refused(capsys, *arguments)


def test_a_long_run_shows_its_progress_on_a_terminal_only() -> None:
    screen, pipe = Terminal(), io.StringIO()
    run(Wish("daxi", days=6), screen)
    assert "100%" in screen.getvalue()
    assert screen.getvalue().endswith("\r")
    run(Wish("daxi", days=6), pipe)
    assert pipe.getvalue() == ""


def test_a_short_run_shows_no_progress() -> None:
    screen = Terminal()
    run(Wish("first-week"), screen)
    assert screen.getvalue() == ""
