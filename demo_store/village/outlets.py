"""A family that leaves with a store of its own: what moves with it, and how that store begins."""

import random
from collections.abc import Iterable, Iterator

from demo_store import batches
from demo_store.batches import Batches
from demo_store.changed import changed
from demo_store.days import night
from demo_store.days.sky import Overnight
from demo_store.evolution import making_fen, without
from demo_store.finance.ledger import booked
from demo_store.selling.shelf import promised
from demo_store.store import LedgerEntry, Product, Store
from demo_store.village import units
from demo_store.village.events import OutletEvent, OutletOpened
from demo_store.village.state import Run, Village
from demo_store.world.catalogue import Catalogue


def opened(village: Village, family_id: str) -> OutletOpened:
    """The family takes its units along, the newest, except those that orders here wait for."""
    family, moving = village.family(family_id), list[Run]()
    for product in village.store.products:
        runs = units.by_age(run for run in family.stock if run.product == product.id)
        free = max(0, product.stock - promised(village.store, product))
        stays = units.taken(runs, max(0, units.count(runs) - free))
        moving += units.without(runs, stays)
    return OutletOpened(family_id, tuple(moving))


def moved(store: Store, out: Iterable[Run]) -> tuple[Store, Store]:
    """The village's store without the units, and the family's own one on the same day with them.

    What making them cost moves along; the thing looks as it did, but she shows it herself.
    """
    own = Store(day=store.day, weather=store.weather, incidents=store.incidents)
    out = tuple(out)
    for product in store.products:
        going = _by_day(run for run in out if run.product == product.id)
        if going:
            cost = making_fen(product, batches.count(going))
            left = without(product, going)
            shelf = tuple(left if each.id == product.id else each for each in store.products)
            store = changed(store, products=shelf)
            store = booked(store, LedgerEntry(store.day, "making", cost, product.id))
            own = _with(own, product, going, cost)
    return store, own


def night_of(
    catalogue: Catalogue, village: Village, rng: random.Random, tonight: Overnight
) -> Iterator[OutletEvent]:
    """The night of every own store: the same calendar and the same sky for all of the village."""
    for family, own in village.outlets.items():
        evening = changed(own, day=village.store.day)  # of old records it may lag behind
        for event in night.passed(catalogue, evening, rng, tonight)[0]:
            yield OutletEvent(family, event)


def _with(own: Store, product: Product, going: Batches, cost_fen: int) -> Store:
    id = f"p{len(own.products) + 1}"
    hers = changed(product, id=id, batches=going, stock_cost_fen=cost_fen, published=False)
    own = changed(own, products=(*own.products, hers))
    return booked(own, LedgerEntry(own.day, "making", -cost_fen, id))


def _by_day(runs: Iterable[Run]) -> Batches:
    return batches.laid((), ((run.day, run.count) for run in runs))
