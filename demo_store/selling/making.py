"""How much a family can make in a day: the season and what the weather left of it."""

from collections.abc import Iterable

from demo_store.store import Incident
from demo_store.world import calendar
from demo_store.world.catalogue import Catalogue


def most_made(catalogue: Catalogue, kind: str, day: int, incidents: Iterable[Incident] = ()) -> int:
    """How many units one family can make on this day, in a season that may have had mishaps.

    A learner is not bound by it: she knows best what she baked.

    Raises:
        UnknownId: there is no such kind or incident.
    """
    found = catalogue.kind(kind)
    units = found.capacity_units * found.made_percent[calendar.month(catalogue, day) - 1]
    percent = min((_left(catalogue, kind, each, day) for each in incidents), default=100)
    return units * percent // 10_000


def _left(catalogue: Catalogue, kind: str, incident: Incident, day: int) -> int:
    """What is left of the making, in percent."""
    mishap = catalogue.mishap(incident.incident)
    hit = not mishap.kinds or kind in mishap.kinds
    return mishap.made_percent if hit and incident.day <= day <= incident.last_day else 100
