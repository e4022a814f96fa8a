"""The service centre: its stations and what each can do in a day."""

from collections.abc import Mapping
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


def _station(id: str, node: Node) -> Station:
    node.only("name", "picture", "capacity")
    unit = "unit" if id in _UNITS else "parcel"
    capacity = whole(node.field("capacity"), unit)
    return Station(id, node.field("name").phrase(), node.field("picture").text(), capacity)


def full_station(
    centre: Centre, village: Village, command: StoreCommand, quantity: int
) -> str | None:
    """The first station that has no room for the step, or None.

    An order that is more than a whole day's work is taken on when the station is idle.
    """
    for station in _AT.get(type(command), ()):
        used = village.in_store if station == "store" else village.used.get(station, 0)
        more = quantity if station in _UNITS else 1
        if used and used + more > centre.stations[station].capacity:
            return station
    return None


def worked(village: Village, event: StationEvent, quantity: int) -> Mapping[str, int]:
    """What each station has done today after the event."""
    more = {
        station: village.used.get(station, 0) + (quantity if station in _UNITS else 1)
        for station in _AT[type(event)]
    }
    return {**village.used, **more}
