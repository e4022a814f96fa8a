"""``kiosk simulate``: a scenario run to its end, beside what was published about it.

``--set`` writes the changed content into a folder of its own for the time of the run, so that it is
read and checked like any other.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TextIO

from demo_store.errors import DemoStoreError
from demo_store.simulation.changes import edited, leads_to, parsed
from demo_store.simulation.errors import UnknownScenario
from demo_store.simulation.loader import load_scenario, scenario_names
from demo_store.simulation.outcome import Outcome, as_json, compared, days_needed
from demo_store.simulation.run import simulated, store_days
from demo_store.simulation.scenario import Figure, Scenario
from demo_store.village.centre import Centre, load_centre
from demo_store.world.catalogue import CONTENT, Catalogue, load_catalogue
from kiosk.errors import KioskError
from kiosk.litter import no_litter
from kiosk.progress_bar import progress_bar
from lessons.errors import ContentError

SCENARIOS: Final = "scenarios"
_LONG_RUN: Final = 1000
"""Days of stores from which on progress is shown."""
_YUAN: Final = 100


class WrongWish(KioskError):
    """What was asked for is not there; the text says what is."""


@dataclass(frozen=True)
class Wish:
    """What to simulate; ``days`` and ``seed`` are the scenario's own where None."""

    scenario: str
    days: int | None = None
    seed: int | None = None
    changes: Sequence[str] = field(default_factory=tuple)
    """Each as ``PATH=VALUE``, see `demo_store.simulation.changes`."""


def report(wish: Wish, as_json_text: bool = False) -> int:
    """Run it and print what came of it.

    Raises:
        WrongWish: there is no such scenario or value.
    """
    outcome = run(wish, sys.stderr)
    if as_json_text:
        print(json.dumps(as_json(outcome), indent=2))
    else:
        print("\n".join(_text(outcome)))
    return 0


def list_scenarios(as_json_text: bool = False) -> int:
    """Print every scenario with its title."""
    catalogue = load_catalogue()
    scenarios = [load_scenario(name, catalogue) for name in scenario_names()]
    if as_json_text:
        print(json.dumps([_listed(each) for each in scenarios], indent=2, ensure_ascii=False))
        return 0
    width = max(len(each.name) for each in scenarios)
    for each in scenarios:
        print(f"{each.name:{width}}  {each.days:>4} days  {each.title.en}")
    return 0


def _listed(scenario: Scenario) -> dict[str, object]:
    title = {"ug": scenario.title.ug, "zh": scenario.title.zh, "en": scenario.title.en}
    return {
        "scenario": scenario.name, "days": scenario.days, "seed": scenario.seed,
        "families": scenario.families, "stores": scenario.stores, "title": title,
    }  # fmt: skip


def run(wish: Wish, progress: TextIO | None = None) -> Outcome:
    """The outcome; a long run shows how far it is where ``progress`` is a terminal.

    Raises:
        WrongWish: there is no such scenario or value.
    """
    try:
        catalogue, centre, scenario = _loaded(wish)
    except ContentError as error:
        raise WrongWish(_at_fault(wish, error)) from error
    except DemoStoreError as error:
        raise WrongWish(str(error)) from error
    days = scenario.days if wish.days is None else wish.days
    seed = scenario.seed if wish.seed is None else wish.seed
    long = store_days(scenario, days)
    with progress_bar(progress if long >= _LONG_RUN else None, long) as a_day_passed, no_litter():
        tally = simulated(catalogue, centre, scenario, days, seed, a_day_passed)
    return Outcome(scenario, days, seed, tally)


def _loaded(wish: Wish) -> tuple[Catalogue, Centre, Scenario]:
    with _content(wish) as folder:
        catalogue, centre = load_catalogue(folder), load_centre(folder)
        return catalogue, centre, load_scenario(wish.scenario, catalogue, folder / SCENARIOS)


def _at_fault(wish: Wish, error: ContentError) -> str:
    """The first change that makes the content wrong, and what is allowed there.

    Its file is gone with the run, so its lines would lead nowhere. A change that another field does
    not agree with is told with that field.
    """
    for count, text in enumerate(wish.changes, start=1):
        try:
            _loaded(replace(wish, changes=wish.changes[:count]))
        except ContentError as found:
            change = parsed(text)
            named = leads_to(change, found.field)
            told = found.problem if named else f"{found.field} {found.problem}"
            return f"--set {change}={change.value}: {told}"
    return str(error)


@contextmanager
def _content(wish: Wish) -> Iterator[Path]:
    """The folder of the content, with the changes in it."""
    changes = [parsed(text) for text in wish.changes]
    if not changes:
        yield CONTENT
        return
    known = scenario_names()
    if wish.scenario not in known:
        raise UnknownScenario(wish.scenario, known)
    with tempfile.TemporaryDirectory(prefix="kiosk-") as made:
        folder = Path(shutil.copytree(CONTENT, Path(made) / "content"))
        paths = {_stem(path, folder): path for path in sorted(folder.rglob("*.yaml"))}
        texts = {name: path.read_text("utf-8") for name, path in paths.items()}
        for name, text in edited(texts, f"{SCENARIOS}/{wish.scenario}", changes).items():
            paths[name].write_text(text, "utf-8")
        yield folder


def _stem(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()


def _text(outcome: Outcome) -> Iterator[str]:
    tally, scenario = outcome.tally, outcome.scenario
    found = as_json(outcome)
    yield f"{scenario.title.en} ({scenario.name}, {outcome.days} days, seed {outcome.seed})"
    yield ""
    yield from _published(outcome)
    units = ", ".join(f"{count:,} {kind}" for kind, count in found["units_sold"].items())
    yield from _columns(
        [
            ("families, stores", f"{scenario.families:,}, {scenario.stores:,}"),
            ("orders", f"{tally.orders:,}"),
            ("sold", units or "nothing"),
            ("customers paid", _yuan(tally.customers_paid_fen)),
            ("  fees", _yuan(tally.fees_fen)),
            ("  freight", _yuan(tally.freight_fen)),
            ("  refunds", _yuan(tally.refunds_fen)),
            ("  paid out", _yuan(tally.payout_fen)),
            ("  still held", _yuan(tally.held_fen)),
            ("making cost", _yuan(tally.making_cost_fen)),
            ("packaging", _yuan(tally.packaging_fen)),
            ("sent in time", _share(found["on_time"])),
            ("answered in a day", _share(found["replied_in_a_day"])),
            ("stars", "-" if found["stars"] is None else f"{found['stars']:.2f}"),
            ("broken, stale, lost", f"{tally.broken:,}, {tally.stale:,}, {tally.lost:,} units"),
            ("events", f"{tally.events:,}"),
        ]
    )


def _published(outcome: Outcome) -> Iterator[str]:
    if not outcome.published:
        return
    found = [_row(outcome, *each) for each in outcome.published]
    rows = [("figure", "published", "here", ""), *found]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, expected, here, verdict in rows:
        cells = (f"{name:{widths[0]}}", f"{expected:>{widths[1]}}", f"{here:>{widths[2]}}", verdict)
        yield "  ".join(cells).rstrip()
    yield ""
    for figure, _ in outcome.published:
        yield f"{figure.name}: {figure.source}"
    yield ""


def _row(outcome: Outcome, figure: Figure, here: float) -> tuple[str, str, str, str]:
    more = "> " if figure.at_least else ""
    agrees = compared(figure, outcome)
    verdict = f"{'within' if agrees else 'NOT within'} {figure.tolerance:.0%}"
    if agrees is None:
        verdict = f"not compared: needs {days_needed(figure, outcome.scenario)} days"
    return figure.name, f"{more}{figure.expected:,.10g}", f"{here:,.10g}", verdict


def _columns(rows: list[tuple[str, str]]) -> Iterator[str]:
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        yield f"{name:{width}}  {value}"


def _yuan(fen: int) -> str:
    return f"{fen / _YUAN:,.2f} yuan"


def _share(part: float | None) -> str:
    return "-" if part is None else f"{part:.1%}"
