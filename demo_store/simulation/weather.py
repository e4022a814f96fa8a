"""What happens in the world during a run: the same for all stores of a village."""

import random

from demo_store.days import incidents
from demo_store.events import IncidentHappened
from demo_store.store import Incident
from demo_store.world.catalogue import Catalogue

Weather = tuple[tuple[IncidentHappened, ...], ...]
"""What begins in each night; the first one leads to day 2."""


def weather(catalogue: Catalogue, days: int, rng: random.Random) -> Weather:
    """The nights of a run of ``days`` days."""
    nights: list[tuple[IncidentHappened, ...]] = []
    lasting: list[Incident] = []
    for day in range(2, days + 2):
        happened = incidents.overnight(catalogue, day, lasting, rng)
        lasting = [each for each in lasting if each.last_day >= day]
        lasting += [Incident(each.incident, each.day, each.last_day) for each in happened]
        nights.append(happened)
    return tuple(nights)
