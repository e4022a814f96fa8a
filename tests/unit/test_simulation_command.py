"""``kiosk simulate``: what it prints and what it refuses."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demo_store.world.catalogue import CONTENT
from kiosk.cli import main
from kiosk.simulate import Wish, WrongWish, run

ROOT = Path(__file__).parents[2]

KEYS = [
    "scenario", "seed", "days", "orders", "units_sold", "customers_paid_fen", "fees_fen",
    "freight_fen", "packaging_fen", "making_cost_fen", "refunds_fen", "payout_fen", "held_fen",
    "families", "stores", "income_fen_per_month", "on_time", "replied_in_a_day", "stars", "broken",
    "stale", "lost", "published", "events", "events_sha256",
]  # fmt: skip


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def numbers_of(file: str) -> Iterator[tuple[str, ...]]:
    """The paths of all that stands with a unit in a file."""

    def below(node: object, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if isinstance(node, dict) and "unit" in node and "why" in node:
            yield path
        elif isinstance(node, dict):
            for name, child in node.items():
                yield from below(child, (*path, str(name)))

    yield from below(yaml.safe_load((CONTENT / f"{file}.yaml").read_text("utf-8")), ())


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
        (["baker", "--seed", "9" * 16], "is too large: at most 15 digits"),
        (["--list", "nope"], "--list stands alone"),
        (["--list", "--set", "market.fee=3"], "--list stands alone"),
        (["baker", "--set", "market.fee=101"], "--set market.fee=101: must be from 0 to 100"),
        (["baker", "--set", "village.share=101"], "--set village.share=101: must be from 0 to 100"),
        (["baker", "--set", "incident.hurricane.made=101"], "must be from 0 to 100"),
        (["baker", "--set", "product.nang.weight=99999999"], "must be from 1 to 1000000"),
        (["baker", "--set", "product.nang.wanted=99999"], "must be from 0 to 10000"),
        (["baker", "--set", "product.nang.order=0"], "must be from 1 to"),
        (["daxi", "--set", "seller.village.stores=1000000"], "must be from 1 to 10000"),
        (["baker", "--set", "product.nan.price=3"], "there is no 'nan' here"),
        (["baker", "--set", "product.nang.price=none"], "must be a whole number"),
        (["baker", "--set", "product.nang.price=405"], "must be a multiple of 10 fen"),
        (["baker", "--set", "product.nang.price"], "is not PATH=VALUE"),
        (["baker", "--set", "market.fee=-5"], "--set market.fee=-5: must be from 0 to 100"),
        (
            ["baker", "--set", "carrier.road.breakage=2"],
            "--set carrier.road.breakage=2: must be from 0 to 1",
        ),
        (
            ["baker", "--set", "market.fee=5", "--set", "product.nang.making.flour=3000"],
            "--set product.nang.making.flour=3000: nang.price must be above the making cost",
        ),
        (["baker", "--set", "seller.online.sells.nang.makes=1001"], "must be from 1 to 1000"),
        (["moon", "--set", "market.fee=5"], "there is no scenario 'moon'"),
    ],
)
def test_what_cannot_be_simulated_is_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    told = refused(capsys, *arguments)
    assert said in told
    assert ".yaml" not in told, "who sets a value never saw the file"


def test_a_platform_may_take_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(
        told(capsys, "egg-seller", "--days", "25", "--set", "market.fee=0", "--json")
    )
    assert found["fees_fen"] == 0 < found["customers_paid_fen"]
    allowed = json.loads(
        told(capsys, "egg-seller", "--days", "25", "--set", "market.fee=100", "--json")
    )
    assert allowed["payout_fen"] < 0 < allowed["fees_fen"], "the way is still to be paid"


NUMBERS = [
    (file, path)
    for file in ("products", "market", "carriers", "packaging", "incidents", "village", "talk",
                 "claims", "loans", "score", "customers", "cities", "days")
    for path in numbers_of(file)
]  # fmt: skip


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NUMBERS), st.sampled_from(["-1", "0", "1", "7", "101", "999999999999"]))
def test_any_number_anywhere_runs_or_is_refused_in_one_line(
    where: tuple[str, tuple[str, ...]], value: str
) -> None:
    file, path = where
    try:
        outcome = run(Wish("first-week", days=3, changes=(f"{'.'.join((file, *path))}={value}",)))
    except WrongWish as error:
        assert "\n" not in str(error)
    else:
        assert outcome.tally.balanced


def test_a_year_is_not_compared_with_a_month(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, "egg-seller", "--days", "30", "--json"))
    (figure,) = found["published"]
    assert set(figure) == {"name", "expected", "tolerance", "got", "within"}
    assert figure["within"] is None
    assert "not compared: needs 365 days" in told(capsys, "egg-seller", "--days", "30")
    month = json.loads(told(capsys, "baker", "--days", "30", "--json"))["published"]
    assert all(each["within"] is not None for each in month)
    week = json.loads(told(capsys, "first-week", "--days", "6", "--json"))["published"]
    assert all(each["within"] is None for each in week)


def test_the_list_is_there_for_programs_too(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(told(capsys, "--list", "--json"))
    daxi = next(each for each in listed if each["scenario"] == "daxi")
    assert (daxi["days"], daxi["families"], set(daxi["title"])) == (365, 350, {"ug", "zh", "en"})


def test_who_reads_only_the_beginning_gets_no_traceback() -> None:
    command = f"{sys.executable} -c 'import sys; from kiosk.cli import main; sys.exit(main())'"
    piped = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} simulate --list --json | head -1"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert (piped.stdout, piped.stderr) == ("[\n", "")
    closed = subprocess.run(
        ["bash", "-c", f"{command} simulate first-week --json | (exec <&-)"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert closed.stderr == ""


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
