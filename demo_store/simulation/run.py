"""Runs a scenario: each store day by day through the engine, one store after the other.

Stores do not see each other, so each has its own generator, seeded by the run's seed and its name:
one store more changes nothing in the others, and only one store at a time is in memory.
"""

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from demo_store import engine
from demo_store.days import night
from demo_store.events import DayEnded, StoreEvent
from demo_store.simulation import bazaar, nights, together
from demo_store.simulation.policies import POLICIES, Scene
from demo_store.simulation.scenario import Scenario, Seller
from demo_store.simulation.tally import Tally
from demo_store.store import Store
from demo_store.village import engine as village_engine
from demo_store.village.centre import Centre
from demo_store.village.commands import VillageCommand
from demo_store.village.events import VillageEvent
from demo_store.village.state import Village
from demo_store.world.catalogue import Catalogue

Watch = Callable[[Tally, Store], None]
"""Called after every event, with the store as it is then."""


@dataclass(frozen=True, slots=True)
class World:
    """What all stores of a run have in common."""

    catalogue: Catalogue
    centre: Centre
    nights: nights.Nights
    seed: int
    tally: Tally
    a_day_passed: Callable[[], None]
    watch: Watch | None = None


def simulated(
    catalogue: Catalogue,
    centre: Centre,
    scenario: Scenario,
    days: int,
    seed: int,
    a_day_passed: Callable[[], None] = lambda: None,
    watch: Watch | None = None,
) -> Tally:
    """The sums of ``days`` days of every store; ``a_day_passed`` is told each store's days."""
    if scenario.named_for:
        catalogue = catalogue.in_year_of(scenario.named_for)
    all_nights = nights.drawn(catalogue, days, random.Random(f"{seed}/weather"))
    world = World(catalogue, centre, all_nights, seed, Tally(days), a_day_passed, watch)
    for seller in sorted(scenario.sellers.values(), key=lambda each: each.id):
        for number in range(1, seller.stores + 1):
            _RUNS[seller.where](world, seller, number)
            world.tally.end()
    return world.tally


def store_days(scenario: Scenario, days: int) -> int:
    """How many days of stores a run has."""
    return days * sum(seller.stores for seller in scenario.sellers.values())


def store_name(seller: Seller, number: int) -> str:
    """What a store is called: its group, and its number where there are several."""
    return f"{seller.id}-{number}" if seller.stores > 1 else seller.id


def _own(world: World, seller: Seller, number: int) -> None:
    name = store_name(seller, number)
    rng = random.Random(f"{world.seed}/{name}")
    world.tally.begin(seller.id, name)
    policy, store = POLICIES[seller.policy], Store()
    for tonight in world.nights:
        for command in policy(Scene(world.catalogue, seller, store, number)):
            store = _done(world, store, engine.handle(world.catalogue, store, command, rng))
        events, morning = night.passed(world.catalogue, store, rng, tonight)
        store = _night(world, store, events, morning)
        world.a_day_passed()


def _done(world: World, store: Store, events: Iterable[StoreEvent]) -> Store:
    for event in events:
        store = engine.apply(world.catalogue, store, event)
        world.tally.take(event)
        if world.watch:
            world.watch(world.tally, store)
    return store


def _night(world: World, store: Store, events: Iterable[StoreEvent], morning: Store) -> Store:
    """A night that is folded already; who watches sees every event all the same."""
    if world.watch:
        return _done(world, store, events)
    _told(world, events)
    return morning


def _told(world: World, events: Iterable[VillageEvent]) -> None:
    for event in events:
        world.tally.take(event)


def _at_bazaar(world: World, seller: Seller, number: int) -> None:
    assert seller.bazaar is not None
    name = store_name(seller, number)
    rng = random.Random(f"{world.seed}/{name}")
    world.tally.begin(seller.id, name)
    store, (offer, *_) = Store(), seller.offers
    for tonight in world.nights:
        for command in bazaar.preparations(world.catalogue, seller.bazaar, offer, store):
            store = _done(world, store, engine.handle(world.catalogue, store, command, rng))
        store = _done(world, store, bazaar.sales(seller.bazaar, store, rng))
        store = _done(world, store, (DayEnded(store.day + 1, tonight.weather), *tonight.happened))
        world.a_day_passed()


def _together(world: World, seller: Seller, number: int) -> None:
    name = store_name(seller, number)
    rng = random.Random(f"{world.seed}/{name}")
    world.tally.begin(seller.id, name, together=True)
    village = Village()
    for command in together.founding(seller):
        village = _commanded(world, village, command, rng)
    for tonight in world.nights:
        for part in together.PARTS_OF_A_DAY:
            for command in part(world.catalogue, seller, village):
                village = _commanded(world, village, command, rng)
        events, morning = village_engine.passed(
            world.catalogue, world.centre, village, rng, tonight
        )
        village = _village_night(world, village, events, morning)
        world.a_day_passed()


def _commanded(
    world: World, village: Village, command: VillageCommand, rng: random.Random
) -> Village:
    events = village_engine.handle(world.catalogue, world.centre, village, command, rng)
    return _village_done(world, village, events)


def _village_done(world: World, village: Village, events: Iterable[VillageEvent]) -> Village:
    for event in events:
        village = village_engine.apply(world.catalogue, village, event)
        world.tally.take(event)
        if world.watch:
            world.watch(world.tally, village.store)
    return village


def _village_night(
    world: World, village: Village, events: Iterable[VillageEvent], morning: Village
) -> Village:
    if world.watch:
        return _village_done(world, village, events)
    _told(world, events)
    return morning


_RUNS: Final[Mapping[str, Callable[[World, Seller, int], None]]] = {
    "own": _own,
    "village": _together,
    "bazaar": _at_bazaar,
}
