"""Where a parcel is: how far on its way, which stop it has passed, and the point on a map."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from demo_store.store import Order, OrderState
from demo_store.world.catalogue import Catalogue

VILLAGE: Final = "village"

_ARRIVED: Final = (OrderState.DELIVERED, OrderState.PAID, OrderState.RETURNED)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way, at ``share`` of it; ``id`` is a city's or ``village``."""

    id: str
    share: float
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a parcel is on a day."""

    share: float
    """Of the way, from 0 to 1."""
    stop: str
    """The last one that it has reached: ``village`` or a city's id."""
    longitude: float
    latitude: float
    waits: bool
    """It stands still today."""


def where(catalogue: Catalogue, order: Order, day: int) -> Whereabouts:
    """Where the parcel of the order is on the morning of ``day``; it never moves back.

    Before it is sent it is in the village. Of a lost one it is what the seller believes.
    """
    share, waits = _way(order, day)
    stops = route(catalogue, order)
    last = [stop for stop in stops if stop.share <= share][-1]
    longitude, latitude = _point(stops, share)
    return Whereabouts(share, last.id, longitude, latitude, waits)


def route(catalogue: Catalogue, order: Order) -> tuple[Stop, ...]:
    """The stops from the village to the customer's city; before it is sent just these two."""
    market, goal = catalogue.market, catalogue.city(order.city)
    by_way_of = catalogue.carrier(order.carrier).by_way_of if order.carrier else ()
    between = [city for city in map(catalogue.city, by_way_of) if city.road_km < goal.road_km]
    return (
        Stop(VILLAGE, 0, market.village_longitude, market.village_latitude),
        *(
            Stop(city.id, city.road_km / goal.road_km, city.longitude, city.latitude)
            for city in (*between, goal)
        ),
    )


def is_before_last_stop(catalogue: Catalogue, order: Order, day: int) -> bool:
    """Whether a parcel under way has not yet passed the last stop before the customer's city."""
    share, _ = _way(order, day)
    last = route(catalogue, order)[-2]
    return share < 1 and (share < last.share or last.id == VILLAGE)


def _way(order: Order, day: int) -> tuple[float, bool]:
    """The share of the way that it has come, and whether it stands still."""
    if order.state in _ARRIVED:
        return 1, False
    if order.shipped_day is None or order.arrives_day is None:
        return 0, False
    waited, until, waits = 0, 0, False
    for begins, days in order.waits:
        begins = max(begins, until)  # one wait after the other, not two at once
        until = begins + days
        waited += min(days, max(0, day - begins))
        waits = waits or begins <= day < until
    travels = order.arrives_day - order.shipped_day - sum(days for _, days in order.waits)
    gone = day - order.shipped_day - waited
    return min(1.0, max(0.0, gone / max(1, travels))), waits


def _point(stops: tuple[Stop, ...], share: float) -> tuple[float, float]:
    for here, there in pairwise(stops):
        if share <= there.share:
            part = (share - here.share) / (there.share - here.share)
            return (
                here.longitude + part * (there.longitude - here.longitude),
                here.latitude + part * (there.latitude - here.latitude),
            )
    return stops[-1].longitude, stops[-1].latitude
