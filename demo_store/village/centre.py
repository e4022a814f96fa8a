"""The service centre: its stations and what each can do in a day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from demo_store.commands import (
    CheckOrder,
    CollectOrder,
    PackOrder,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.events import (
    OrderChecked,
    OrderCollected,
    OrderPacked,
    OrderShipped,
    OrderStamped,
)
from demo_store.store import Order
from demo_store.village.state import Village
from demo_store.world.amounts import whole
from demo_store.world.catalogue import CONTENT
from lessons.content import Node, load_yaml
from lessons.phrase import Phrase

STATIONS: Final = ("collect", "check", "stamp", "store", "process", "pack", "send")
"""In the order in which an order goes through them."""

_UNITS: Final = ("collect", "check", "stamp", "store", "process")
"""Stations whose work is counted in units; the others count parcels."""

StationEvent = OrderCollected | OrderChecked | OrderStamped | OrderPacked | OrderShipped

_AT: Final[Mapping[type, tuple[str, ...]]] = MappingProxyType(
    {
        CollectOrder: ("collect", "store"),
        CheckOrder: ("check",),
        StampOrder: ("stamp",),
        PackOrder: ("process", "pack"),
        ShipOrder: ("send",),
        OrderCollected: ("collect",),  # what stands in the store is counted by the units there
        OrderChecked: ("check",),
        OrderStamped: ("stamp",),
        OrderPacked: ("process", "pack"),
        OrderShipped: ("send",),
    }
)


@dataclass(frozen=True, slots=True)
class Station:
    """One place in the service centre; ``capacity`` in units or parcels a day.

    The room ``store`` is different: it is how many units can stand there at once.
    """

    id: str
    name: Phrase
    picture: str
    capacity: int


@dataclass(frozen=True, slots=True)
class Centre:
    """The rules of a village's service centre."""

    stations: Mapping[str, Station]
    share_percent: int
    """Of every payout, for its trays, cartons and hands."""
    sees_old: float = 0.0
    """The share of units past their time that the check finds; see `village.ages`."""


def load_centre(folder: Path | None = None) -> Centre:
    """The service centre in ``folder``, by default the one that comes with the room.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    folder = folder or CONTENT
    return read_centre(load_yaml(folder / "village.yaml", folder))


def read_centre(node: Node) -> Centre:
    """The service centre that stands in ``village.yaml``."""
    node.only("share", "stations")
    stations = node.field("stations")
    stations.only(*STATIONS)
    return Centre(
        stations=MappingProxyType({id: _station(id, stations.field(id)) for id in STATIONS}),
        share_percent=whole(node.field("share"), "percent", minimum=0),
    )


def unit_of(station: str) -> str:
    """What its work is counted in: ``unit`` or ``parcel``."""
    return "unit" if station in _UNITS else "parcel"


def _station(id: str, node: Node) -> Station:
    node.only("name", "picture", "capacity")
    capacity = whole(node.field("capacity"), unit_of(id))
    return Station(id, node.field("name").phrase(), node.field("picture").text(), capacity)


def full_station(
    centre: Centre, village: Village, command: StoreCommand, order: Order
) -> str | None:
    """The first station that has no room for the step, or None.

    An order that is more than a whole day's work is taken on when the station is idle.
    """
    stations = _left(village, order, _AT.get(type(command), ()))
    return next((each for each in stations if is_full(centre, village, each, order.quantity)), None)


def is_full(centre: Centre, village: Village, station: str, quantity: int) -> bool:
    """Whether a station that has begun its day has no room for so many units more."""
    used = village.in_store if station == "store" else village.used.get(station, 0)
    more = quantity if station in _UNITS else 1
    return bool(used) and used + more > centre.stations[station].capacity


def worked(village: Village, event: StationEvent, order: Order) -> Mapping[str, int]:
    """What each station has done today after the event."""
    return with_work(village, _left(village, order, _AT[type(event)]), order.quantity)


def with_work(village: Village, stations: Collection[str], quantity: int) -> Mapping[str, int]:
    """What each station has done today when these have one order more."""
    more = {
        station: village.used.get(station, 0) + (quantity if station in _UNITS else 1)
        for station in stations
    }
    return {**village.used, **more}


def _left(village: Village, order: Order, stations: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that have done their part of the order already."""
    passed = village.passed.get(order.id)
    return stations if not passed else tuple(each for each in stations if each not in passed)
