"""Which families' units fill an order."""

import random

from demo_store.village import units
from demo_store.village.state import Run, Village


def filled(village: Village, product: str, quantity: int) -> tuple[Run, ...]:
    """Units for an order: the oldest first, and of those the family's that has sold the least.

    Fewer than ``quantity`` where the families do not have as many.
    """
    sold = {family.id: (family.sold, family.number) for family in village.families}
    runs = [run for family in village.families for run in family.stock if run.product == product]
    runs.sort(key=lambda run: (run.day, sold[run.family], run.first))
    return units.taken(runs, quantity)


def replaced(
    village: Village, order: str, product: str, bad: int, rng: random.Random
) -> tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]]:
    """The bad units that chance picks, the good ones for them, and what the order holds then."""
    held = village.shared[order]
    places = rng.sample(range(units.count(held)), bad)
    taken_out = units.picked(held, frozenset(places))
    put_in = filled(village, product, bad)
    return taken_out, put_in, (*units.without(held, taken_out), *put_in)
