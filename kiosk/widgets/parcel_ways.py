"""Ways of parcels over the picture of the country, as shares of its width and height from 0 to 1.

The picture (``scene-country``) shows degrees 76-126 east and 47-18.2 north; so do these places.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Spot = tuple[float, float]

SHAPE = 1200 / 800
"""Width of the picture for a height of 1."""


def _spot(longitude: float, latitude: float) -> Spot:
    return (longitude - 76) / 50, (47 - latitude) / 28.8


VILLAGE = _spot(82.5, 40.9)
_KORLA, _URUMQI, _LANZHOU, _XIAN = map(_spot, (86.1, 87.6, 103.8, 108.9), (41.7, 43.8, 36.0, 34.3))
_EAST = (_KORLA, _URUMQI, _spot(93.5, 42.8), _spot(98.5, 39.7), _LANZHOU)
_ROADS: dict[str, tuple[Spot, ...]] = {
    "korla": (_KORLA,),
    "urumqi": (_KORLA, _URUMQI),
    "chengdu": (*_EAST, _spot(104, 30.7)),
    "xian": (*_EAST, _XIAN),
    "beijing": (*_EAST, _XIAN, _spot(112.5, 37.8), _spot(116.4, 39.9)),
    "shanghai": (*_EAST, _XIAN, _spot(113.6, 34.7), _spot(118.8, 32), _spot(121.5, 31.2)),
    "guangzhou": (
        *_EAST, _XIAN, _spot(113.6, 34.7), _spot(114.3, 30.6), _spot(113, 28.2),
        _spot(113.3, 23.1),
    ),
}  # fmt: skip


def city_spot(city: str) -> Spot:
    """Where a city stands; the village for one that the picture does not have."""
    return _ROADS[city][-1] if city in _ROADS else VILLAGE


def parcel_spot(city: str, carrier: str, share: float) -> Spot:
    """Where a parcel is that has gone ``share`` (0 to 1) of its way from the village."""
    road = (VILLAGE, *_ROADS.get(city, ()))
    return _along(road if carrier == "road" else (VILLAGE, road[-1]), min(1.0, max(0.0, share)))


def _along(way: Sequence[Spot], share: float) -> Spot:
    lengths = [hypot((bx - ax) * SHAPE, by - ay) for (ax, ay), (bx, by) in pairwise(way)]
    left = share * sum(lengths)
    for ((ax, ay), (bx, by)), length in zip(pairwise(way), lengths, strict=True):
        if left <= length and length > 0:
            return ax + (bx - ax) * left / length, ay + (by - ay) * left / length
        left -= length
    return way[-1]
