"""A village store with its families, as the tests of the village begin, and what happened in it."""

import random
from collections.abc import Iterator
from dataclasses import replace

from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    CheckOrder,
    ChoosePhoto,
    LabelOrder,
    PackOrder,
    Publish,
    SetPrice,
    ShipOrder,
    StampOrder,
)
from demo_store.events import OrderPlaced
from demo_store.village.centre import Centre, load_centre
from demo_store.village.commands import AtStore, BringStock, JoinVillage, VillageCommand
from demo_store.village.engine import fold, handle
from demo_store.village.events import VillageEvent
from demo_store.village.state import Village
from demo_store.world.catalogue import Catalogue, load_catalogue

CATALOGUE = load_catalogue()
CENTRE = load_centre()


def founding(families: int) -> Iterator[VillageCommand]:
    """Families with hens join, and their eggs get a photo and a price."""
    for _ in range(families):
        yield JoinVillage("egg-family")
    for command in (AddProduct("eggs"), ChoosePhoto("p1", "egg"), SetPrice("p1", 150)):
        yield AtStore(command)


class Told:
    """A village with what happened in it."""

    def __init__(
        self,
        families: int = 3,
        eggs: int = 20,
        centre: Centre = CENTRE,
        catalogue: Catalogue = CATALOGUE,
    ) -> None:
        self.village = Village()
        self.centre = centre
        self.catalogue = catalogue
        self.rng = random.Random(1)
        for command in founding(families):
            self.do(command)
        for number in range(1, families + 1):
            if eggs:
                self.do(BringStock(f"f{number}", "p1", eggs))
        self.do(AtStore(Publish("p1")))

    def do(self, command: VillageCommand) -> tuple[VillageEvent, ...]:
        events = handle(self.catalogue, self.centre, self.village, command, self.rng)
        self.happen(*events)
        return events

    def happen(self, *events: VillageEvent) -> None:
        self.village = fold(self.catalogue, self.village, events)

    def order(self, quantity: int, order: str = "o1") -> None:
        self.happen(OrderPlaced(order, "p1", quantity, 150, "beijing", "teacher", 1, 4))
        self.do(AtStore(AcceptOrder(order)))

    def send(self, order: str = "o1") -> None:
        for command in (
            CheckOrder(order),
            StampOrder(order),
            PackOrder(order, "egg-tray"),
            LabelOrder(order),
            ShipOrder(order, "air"),
        ):
            self.do(AtStore(command))


def small(**capacity: int) -> Centre:
    """A centre that can do little at some stations."""
    stations = {
        id: replace(station, capacity=capacity.get(id, station.capacity))
        for id, station in CENTRE.stations.items()
    }
    return replace(CENTRE, stations=stations)
