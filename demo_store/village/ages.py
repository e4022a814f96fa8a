"""Units past their time in a village: which they are, who finds them, and what a buyer says of one.

A run holds the true day of its units, so that a review, a complaint and a stamp agree.
"""

import random
from collections.abc import Sequence

from demo_store.changed import changed
from demo_store.errors import UnknownId
from demo_store.events import OrderChecked, StoreEvent
from demo_store.selling import shelf
from demo_store.store import Order, Product
from demo_store.village.centre import Centre
from demo_store.village.events import UnitComplained
from demo_store.village.state import Run, Village
from demo_store.world.catalogue import Catalogue


def is_too_old(catalogue: Catalogue, kind: str, made_day: int, day: int) -> bool:
    """Whether what was made then is past its time on this day."""
    return day - made_day > catalogue.kind(kind).shelf_life_days


def too_old(catalogue: Catalogue, village: Village, order: Order) -> tuple[int, ...]:
    """The places in the parcel, from 0, of units that are past their time on the village's day."""
    days = _days(village.shared.get(order.id, ()))
    kind, today = _product(village, order).kind, village.store.day
    return tuple(at for at, day in enumerate(days) if is_too_old(catalogue, kind, day, today))


def complaint(catalogue: Catalogue, village: Village, order: Order) -> UnitComplained | None:
    """What its buyer complains of on the day on which it comes; None where all of it is good.

    One that broke is named before one that is old; the broken ones are the last in a parcel.
    """
    day = village.store.day
    if order.broken:
        return UnitComplained(order.id, order.quantity, "broken", day)
    old = too_old(catalogue, village, order)
    return UnitComplained(order.id, old[0] + 1, "stale", day) if old else None


def seen_too(
    catalogue: Catalogue, centre: Centre, village: Village, event: StoreEvent, rng: random.Random
) -> StoreEvent:
    """The check with the old ones that it found beside the broken; any other event as it is.

    Nobody looks at the age before a first buyer has complained.
    """
    if not isinstance(event, OrderChecked) or not village.complaints:
        return event
    order = village.store.order(event.order)
    if order is None:
        raise UnknownId("order", event.order)
    old = [place for place in too_old(catalogue, village, order) if place not in event.bad]
    seen = [place for place in old if rng.random() < centre.sees_old]
    product = _product(village, order)
    # no more are changed than there are others for them
    bad = tuple(sorted([*event.bad, *seen][: product.stock]))
    if len(bad) == event.replaced:
        return event
    put_in = shelf.picked(catalogue, village.store, product, order, len(bad))
    return changed(event, replaced=len(bad), bad=bad, put_in=put_in)


def _days(runs: Sequence[Run]) -> list[int]:
    return [run.day for run in runs for _ in range(run.count)]


def _product(village: Village, order: Order) -> Product:
    product = village.store.product(order.product)
    if product is None:
        raise UnknownId("product", order.product)
    return product
