"""The way of an order through the service centre: which station is next, what is done there."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from demo_store.commands import (
    CheckOrder,
    CollectOrder,
    LabelOrder,
    PackOrder,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.errors import UnknownId
from demo_store.selling.packing import fastest_carrier, packaging_for
from demo_store.store import Order, OrderState
from demo_store.village.centre import STATIONS, Centre, is_full
from demo_store.village.commands import WorkAt
from demo_store.village.state import Village
from demo_store.world.catalogue import Catalogue, ProductKind

OWN: Final = ("store", "process")
"""Stations that a single store has no step for; who works without stations may leave them out."""

_NEXT: Final[Mapping[OrderState, str]] = MappingProxyType(
    {
        OrderState.ACCEPTED: "collect",
        OrderState.COLLECTED: "check",
        OrderState.CHECKED: "stamp",
        OrderState.STAMPED: "pack",
        OrderState.PACKED: "send",
        OrderState.LABELLED: "send",
    }
)


def next_station(village: Village, order: Order) -> str | None:
    """Where the order goes next; None before it is accepted and after it is sent."""
    following = _NEXT.get(order.state)
    if following == "pack":
        passed = village.passed.get(order.id, ())
        return next((station for station in OWN if station not in passed), following)
    return following


def missing(village: Village, order: Order, station: str) -> str:
    """What must come before this station: another one, ``accept``; ``done`` where it is past.

    Empty where nothing is missing.

    Raises:
        UnknownId: there is no such station.
    """
    if station not in STATIONS:
        raise UnknownId("station", station)
    if order.state is OrderState.PLACED:
        return "accept"
    following = next_station(village, order)
    if following is None or STATIONS.index(station) < STATIONS.index(following):
        return "done"
    return "" if station == following else following


def is_full_today(centre: Centre, village: Village, order: Order, station: str) -> bool:
    """Whether the order has to wait for tomorrow before it can go through this station."""
    if station == "store":
        return False  # what lies there was counted when it was collected
    needed = ("collect", "store") if station == "collect" else (station,)
    return any(is_full(centre, village, each, order.quantity) for each in needed)


def steps(
    catalogue: Catalogue, village: Village, order: Order, command: WorkAt
) -> tuple[StoreCommand, ...]:
    """What is done there in terms of a single store: as was chosen, else as is best."""
    chosen = command.chosen
    match command.station:
        case "collect":
            return (CollectOrder(order.id),)
        case "check":
            return (CheckOrder(order.id),)
        case "stamp":
            return (StampOrder(order.id),)
        case "pack":
            if isinstance(chosen, PackOrder):
                return (replace(chosen, order=order.id),)
            return (best_packing(catalogue, village, order),)
        case "send":
            label = () if order.state is OrderState.LABELLED else (LabelOrder(order.id),)
            if isinstance(chosen, ShipOrder):
                return (*label, replace(chosen, order=order.id))
            return (*label, best_sending(catalogue, village, order))
    raise UnknownId("station", command.station)


def best_packing(catalogue: Catalogue, village: Village, order: Order) -> PackOrder:
    """In what protects it best, or costs least where nothing breaks."""
    return PackOrder(order.id, packaging_for(catalogue, _kind(catalogue, village, order)))


def best_sending(catalogue: Catalogue, village: Village, order: Order) -> ShipOrder:
    """By the fastest of those that leave enough of the sale."""
    kind = _kind(catalogue, village, order)
    return ShipOrder(order.id, fastest_carrier(catalogue, kind, order))


def _kind(catalogue: Catalogue, village: Village, order: Order) -> ProductKind:
    product = village.store.product(order.product)
    assert product is not None, "an order is of a product of its store"
    return catalogue.kind(product.kind)
