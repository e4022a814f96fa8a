"""The nights of a run: the same for all stores of a village."""

import random

from demo_store.days.sky import Overnight, overnight
from demo_store.store import Incident
from demo_store.world.catalogue import Catalogue

Nights = tuple[Overnight, ...]
"""The first one leads to day 2."""


def drawn(catalogue: Catalogue, days: int, rng: random.Random) -> Nights:
    """The nights of a run of ``days`` days."""
    nights: list[Overnight] = []
    lasting: list[Incident] = []
    for day in range(2, days + 2):
        tonight = overnight(catalogue, day, lasting, rng)
        lasting = [each for each in lasting if each.last_day >= day]
        lasting += [Incident(each.incident, each.day, each.last_day) for each in tonight.happened]
        nights.append(tonight)
    return tuple(nights)
