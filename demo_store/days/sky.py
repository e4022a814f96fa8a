"""The night that all stores of a village share: what begins in it, and the weather after it."""

import random
from collections.abc import Iterable
from dataclasses import dataclass

from demo_store.days import incidents
from demo_store.events import IncidentHappened
from demo_store.store import Incident, Store
from demo_store.world import calendar
from demo_store.world.catalogue import Catalogue, Weather


@dataclass(frozen=True, slots=True)
class Overnight:
    """What a night brings to a village: the new day's weather, and what begins."""

    weather: str = ""
    happened: tuple[IncidentHappened, ...] = ()


def overnight(
    catalogue: Catalogue, day: int, recent: Iterable[Incident], rng: random.Random
) -> Overnight:
    """The night to ``day``; ``recent`` as in `incidents.overnight`.

    Many stores of one village share one such night: draw it once.
    """
    happened = incidents.overnight(catalogue, day, recent, rng)
    draw = rng.random()
    brought = (catalogue.mishap(each.incident).weather for each in happened)
    return Overnight(next(filter(None, brought), "") or _drawn(catalogue, day, draw), happened)


def today(catalogue: Catalogue, store: Store) -> Weather:
    """The weather of the store's day; where none was drawn, the month's most usual.

    None was drawn for the first day and for the nights of older records; of another content's
    weather nothing is known.
    """
    known = catalogue.weathers.get(store.weather)
    return known or catalogue.weather(_most_usual(catalogue, store.day))


def _drawn(catalogue: Catalogue, day: int, draw: float) -> str:
    month, reached = calendar.month(catalogue, day) - 1, 0
    for weather in sorted(catalogue.weathers):  # the order of the file says nothing
        reached += catalogue.weathers[weather].days_percent[month]
        if draw * 100 < reached:
            return weather
    return _most_usual(catalogue, day)


def _most_usual(catalogue: Catalogue, day: int) -> str:
    month = calendar.month(catalogue, day) - 1
    return max(
        sorted(catalogue.weathers), key=lambda id: catalogue.weathers[id].days_percent[month]
    )
