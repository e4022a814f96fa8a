"""How fast years of stores and villages run, how that grows, and whether the figures hold.

``python -m benchmarks.simulate [speed|growth|seeds] [SCENARIO ...]``
"""

import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from demo_store.simulation.loader import load_scenario
from demo_store.simulation.outcome import within
from demo_store.simulation.run import simulated
from demo_store.simulation.tally import Tally
from demo_store.store import Store
from demo_store.village.centre import load_centre
from demo_store.world.catalogue import load_catalogue
from kiosk.simulate import Wish, run

try:
    import resource
except ImportError:  # Windows has no such module
    resource = None  # type: ignore[assignment]

AIMS_S = {"village-eggs": 2.0, "daxi": 20.0}
SEEDS = range(1, 21)
SEED_TOLERANCE = 0.15
GROWTH_DAYS = (91, 182, 365)
GROWTH_STORES = (5, 10, 20, 40)
PUBLISHED = ("baker", "egg-seller", "village-eggs", "daxi")


def speed(names: tuple[str, ...]) -> None:
    """A year of each, and the same arrivals in bare SimPy."""
    for name in names or tuple(AIMS_S):
        begun = time.perf_counter(), time.process_time()
        tally = run(Wish(name)).tally
        took, worked = time.perf_counter() - begun[0], time.process_time() - begun[1]
        aim = f", aim {AIMS_S[name]:.0f} s" if name in AIMS_S else ""
        print(f"{name}: {took:.2f} s ({worked:.2f} s of the processor{aim}), {_memory()}")
        rate = f"{tally.events / took:,.0f} a second"
        print(f"  {tally.events:,} events, {rate}, {tally.orders:,} orders")
    _beside_simpy(names[0] if names else "village-eggs")


def growth(_: tuple[str, ...]) -> None:
    """The time of a store's day, for more days and for more stores; level means linear."""
    catalogue, centre = load_catalogue(), load_centre()
    daxi = load_scenario("daxi", catalogue)
    quilts = daxi.sellers["quilt-outlet"]
    wide = [(stores, 365) for stores in GROWTH_STORES]
    for stores, days in [*((20, days) for days in GROWTH_DAYS), *wide]:
        part = replace(daxi, sellers={quilts.id: replace(quilts, stores=stores)})
        begun = time.process_time()
        simulated(catalogue, centre, part, days, 1)
        took = time.process_time() - begun
        of_a_day = f"{took / stores / days * 1e3:.3f} ms a store and day"
        print(f"{stores:3} stores, {days:3} days: {took:6.2f} s, {of_a_day}")


def seeds(names: tuple[str, ...]) -> None:
    """The published figures under twenty other seeds."""
    for name in names or PUBLISHED:
        outcomes = [run(Wish(name, seed=seed)) for seed in SEEDS]
        for place, (figure, _) in enumerate(outcomes[0].published):
            got = [outcome.published[place][1] for outcome in outcomes]
            wide = replace(figure, tolerance=max(figure.tolerance, SEED_TOLERANCE))
            held = sum(within(wide, each) for each in got)
            print(
                f"{name} {figure.name}: published {figure.expected:,.10g}; "
                f"{min(got):,.10g} to {max(got):,.10g}, mean {statistics.mean(got):,.0f}; "
                f"{held} of {len(got)} seeds within {wide.tolerance:.0%}"
            )


def _memory() -> str:
    if resource is None:
        return "memory unknown here"
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB at most"


def _beside_simpy(name: str) -> None:
    """Bare SimPy: each order a process that waits to be sent, travels, is paid; no rules."""
    try:
        import simpy
    except ImportError:
        print("SimPy: skipped, it is not installed (pip install simpy)")
        return
    arrivals = list(_arrivals(name))
    begun = time.perf_counter()
    environment = simpy.Environment()
    for day in arrivals:
        environment.process(_an_order(environment, day))
    environment.run()
    took = time.perf_counter() - begun
    print(f"SimPy, the {len(arrivals):,} arrivals of {name} and nothing else: {took:.2f} s")


def _arrivals(name: str) -> Iterator[int]:
    catalogue, centre = load_catalogue(), load_centre()
    scenario = load_scenario(name, catalogue)
    found: list[int] = []
    seen = 0

    def watch(_: Tally, store: Store) -> None:
        nonlocal seen
        if len(store.orders) < seen:  # the next store begins
            seen = 0
        found.extend(order.placed_day for order in store.orders[seen:])
        seen = len(store.orders)

    simulated(catalogue, centre, scenario, scenario.days, scenario.seed, watch=watch)
    return iter(found)


def _an_order(environment: Any, day: int) -> Iterator[Any]:
    for days in (day, 1, 6, 1):  # it comes, it is sent, it travels, it is paid
        yield environment.timeout(days)


if __name__ == "__main__":
    what, *chosen = sys.argv[1:] or ["speed"]
    {"speed": speed, "growth": growth, "seeds": seeds}[what](tuple(chosen))
