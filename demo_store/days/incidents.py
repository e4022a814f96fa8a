"""What happens in the world in a night, and which parcels wait because of it."""

import random
from collections.abc import Iterable, Iterator
from itertools import count, takewhile

from demo_store.days import tracking
from demo_store.events import IncidentHappened, ParcelDelayed
from demo_store.store import Incident, Order, OrderState, Store
from demo_store.world import calendar
from demo_store.world.catalogue import Catalogue, Effect, Mishap


def overnight(
    catalogue: Catalogue, day: int, recent: Iterable[Incident], rng: random.Random
) -> tuple[IncidentHappened, ...]:
    """What begins in the night to ``day``; ``recent`` is what lasted until the evening.

    The same does not come again in the night after it ended. Nothing happens in the first days.
    Many stores of one village share one such night: draw it once.
    """
    known = {incident.incident for incident in recent}
    happened = []
    for mishap_id in sorted(catalogue.mishaps):
        mishap = catalogue.mishaps[mishap_id]
        draw, days = rng.random(), rng.randint(mishap.lasts.low, mishap.lasts.high)
        if mishap_id not in known and draw < chance(catalogue, mishap, day):
            happened.append(IncidentHappened(mishap_id, day, day + days - 1))
    return tuple(happened)


def chance(catalogue: Catalogue, mishap: Mishap, day: int) -> float:
    """The chance from 0 to 1 that it begins in the night to ``day``."""
    if day <= catalogue.year.calm_days or not _is_its_time(catalogue, mishap, day):
        return 0
    if not mishap.only_in_its_year:
        return mishap.chance
    if mishap.id not in catalogue.named_mishaps:
        return 0
    # every night of its months alike, and in the last one surely
    left = takewhile(lambda later: _is_its_time(catalogue, mishap, later), count(day))
    return mishap.chance / sum(1 for _ in left)


def is_on(catalogue: Catalogue, effect: Effect, incidents: Iterable[Incident]) -> bool:
    """Whether any of the incidents has this effect."""
    return any(catalogue.mishap(each.incident).effect == effect for each in incidents)


def delays(catalogue: Catalogue, store: Store) -> Iterator[ParcelDelayed]:
    """The parcels that have to wait since this morning; one parcel may wait for two reasons."""
    if not store.incidents:
        return
    for order in store.open_orders:
        if order.state is not OrderState.SHIPPED or order.arrives_day is None:
            continue
        arrives = order.arrives_day
        for incident in store.incidents:
            mishap = catalogue.mishap(incident.incident)
            days = _wait(catalogue, mishap, incident, order, store.day)
            if days:
                arrives += days
                yield ParcelDelayed(order.id, mishap.id, arrives)


def _is_its_time(catalogue: Catalogue, mishap: Mishap, day: int) -> bool:
    return calendar.month(catalogue, day) in mishap.months


def _wait(catalogue: Catalogue, mishap: Mishap, incident: Incident, order: Order, day: int) -> int:
    """How many days more the parcel waits; 0 for none."""
    sent_last = order.shipped_day == day - 1
    rest = incident.last_day - day + 1
    if mishap.effect == "no-courier":
        return rest if sent_last else 0
    if mishap.effect != "closes-road" or order.carrier != mishap.carrier:
        return 0
    # those that were on the road when it was closed wait from then on, others when they come to it
    is_new = incident.day == day
    return (
        rest if (is_new or sent_last) and tracking.is_before_last_stop(catalogue, order, day) else 0
    )
