"""How much a family makes on a day: her hands, the month, and what befell the village."""

from demo_store import calendar
from demo_store.catalogue import Catalogue, ProductKind
from demo_store.simulation.scenario import Offer
from demo_store.store import Store

_STEPS = 7
"""Families do not all finish on the same day; neighbours are this many hundredths apart."""


def made_today(catalogue: Catalogue, store: Store, offer: Offer, number: int) -> int:
    """Units that family ``number`` finishes on the store's day.

    What is no whole unit in a day comes on a later one: a quilt takes several.
    """
    kind = catalogue.kind(offer.kind)
    percent = kind.made_percent[calendar.month(catalogue, store.day) - 1]
    percent = percent * left_percent(catalogue, store, kind) // 100
    whole = 100 * offer.every_days
    begun = number * _STEPS * offer.every_days % whole
    rate = offer.units * percent
    return (begun + rate * store.day) // whole - (begun + rate * (store.day - 1)) // whole


def left_percent(catalogue: Catalogue, store: Store, kind: ProductKind) -> int:
    """What incidents leave of a day's making, in percent."""
    left = 100
    for incident in store.incidents:
        mishap = catalogue.mishap(incident.incident)
        if mishap.effect == "less-made" and (not mishap.kinds or kind.id in mishap.kinds):
            left = left * mishap.made_percent // 100
    return left
