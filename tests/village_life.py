"""A learner's village that somebody lives in, without a kiosk."""

import random

from demo_store.commands import AcceptOrder
from demo_store.practice import village_scene
from demo_store.store import OrderState
from demo_store.village import engine
from demo_store.village.commands import AtStore, TraceUnit, VillageCommand, WorkAt
from demo_store.village.events import VillageEvent
from demo_store.village.scene_content import load_scene
from demo_store.village.state import Village
from demo_store.village.stations import next_station
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
SCENE = load_scene()


class Lived:
    """A learner's village and all that happened in it."""

    def __init__(
        self, kind: str = "eggs", seed: int = 1, prepared: tuple[str, str] | None = None
    ) -> None:
        """``prepared`` is a situation and what the learner makes."""
        self.rng = random.Random(seed)
        self.village = Village()
        self.events: list[VillageEvent] = []
        situation, kind = prepared or ("", kind)
        village = self.village
        self.happen(*village_scene.prepared(CATALOGUE, SCENE, village, situation, kind, self.rng))

    def happen(self, *events: VillageEvent) -> tuple[VillageEvent, ...]:
        self.village = engine.fold(CATALOGUE, self.village, events)
        self.events += events
        return events

    def do(self, command: VillageCommand) -> tuple[VillageEvent, ...]:
        handled = engine.handle(CATALOGUE, SCENE.centre, self.village, command, self.rng)
        return self.happen(*handled)

    def night(self) -> tuple[VillageEvent, ...]:
        return self.happen(*village_scene.night(CATALOGUE, SCENE, self.village, self.rng))

    def work(self) -> None:
        """Whatever can be done today."""
        for order in self.village.store.open_orders:
            if order.state is OrderState.PLACED:
                self.do(AtStore(AcceptOrder(order.id)))
            before = None
            while before != self.village:
                before = self.village
                here = self.village.store.order(order.id)
                assert here is not None
                station = next_station(self.village, here)
                if station is not None:
                    self.do(WorkAt(order.id, station))

    def trace(self) -> None:
        """Every unit that somebody complained of."""
        for order, unit in self.village.complaints.items():
            self.do(TraceUnit(order, unit))

    def found(self, kind: type) -> list[VillageEvent]:
        return [each for each in self.events if isinstance(each, kind)]
