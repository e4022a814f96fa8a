"""How much a family makes on a day: her hands, the month, and what befell the village."""

from typing import Final

from demo_store.simulation.scenario import Offer
from demo_store.store import Store
from demo_store.world import calendar
from demo_store.world.catalogue import Catalogue, ProductKind

_WHOLE: Final = 100 * 100
"""A percentage of a percentage."""


def made_today(catalogue: Catalogue, store: Store, offer: Offer, number: int = 0) -> int:
    """Units that are ready on the store's day: on every ``every_days`` th one, and else none.

    ``number`` shifts the days, so that not all neighbours finish on the same one. What the month
    leaves of a unit is kept for the next time. What she plans is bound by what one family can make
    on so many days; what is ready on one day, by what can be.
    """
    times, rest = divmod(store.day + number, offer.every_days)
    if rest:
        return 0
    kind = catalogue.kind(offer.kind)
    percent = kind.made_percent[calendar.month(catalogue, store.day) - 1]
    rate = (
        min(offer.units, kind.capacity_units * offer.every_days)
        * percent
        * left_percent(catalogue, store, kind)
    )
    made = rate * times // _WHOLE - rate * (times - 1) // _WHOLE
    return min(made, kind.most_units)


def left_percent(catalogue: Catalogue, store: Store, kind: ProductKind) -> int:
    """What weather and incidents leave of a day's making, in percent."""
    weather = catalogue.weathers.get(store.weather)
    left = weather.made_percent if weather and kind.id in weather.kinds else 100
    for incident in store.incidents:
        mishap = catalogue.mishap(incident.incident)
        if mishap.effect == "less-made" and (not mishap.kinds or kind.id in mishap.kinds):
            left = left * mishap.made_percent // 100
    return left
