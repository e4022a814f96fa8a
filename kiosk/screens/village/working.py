"""Acting in the village, alone or coached by a practice step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from demo_store.commands import PackOrder, ShipOrder, StoreCommand
from demo_store.events import Refused, StoreEvent
from demo_store.store import Order, OrderState
from demo_store.village.commands import AtStore, VillageCommand, WorkAt
from demo_store.village.events import StationFull, VillageEvent
from demo_store.village.state import Village
from demo_store.village.stations import is_full_today, next_station
from demo_store.world.things import ProductKind
from kiosk.screens.learner.lesson_place import is_stuck
from kiosk.screens.store.coaching import Trading, use_trading
from kiosk.visit import Visit
from kiosk.wording import words
from lessons.phrase import Phrase

HOME = "/village"
"""The village's place inside the store."""


@dataclass(frozen=True, slots=True)
class Working(Trading):
    """A learner in her village; ``store`` is the village's, not her own."""

    village: Village

    @property
    def stuck(self) -> bool:
        """Whether the hand should point at what leads on."""
        return self.moment is not None and is_stuck(self.moment.state)

    @property
    def done(self) -> bool:
        """Whether the practice step is done: then nothing leads on but the coach."""
        return self.moment is not None and self.moment.state.completed_step

    def is_full(self, order: Order, station: str) -> bool:
        """Whether a station has no room for the order today."""
        centre = self.visit.kiosk.classroom.villages.scene.centre
        return is_full_today(centre, self.village, order, station)

    @property
    def kind(self) -> ProductKind:
        """What the families make."""
        return self.visit.kiosk.classroom.catalogue.kind(self.store.products[0].kind)

    def order_here(self, order_id: str) -> Order | None:
        """The order that an address names."""
        return self.store.order(order_id)

    def go_home(self, inside: str = "") -> None:
        """To another screen of the village."""
        self.go(f"{HOME}{inside}")

    def do(self, command: StoreCommand, then: str | None = None) -> tuple[StoreEvent, ...]:
        """Acts in the village's store; what is packed and sent goes through the stations."""
        match command:
            case PackOrder(order=order):
                at_station = WorkAt(order, "pack", command)
                events = self.work(at_station, then or f"{HOME}/order/{order}")
            case ShipOrder(order=order):
                at_station = WorkAt(order, "send", command)
                events = self.work(at_station, then or f"{HOME}/order/{order}")
            case _:
                events = self.work(AtStore(command), then)
        return tuple(event for event in events if isinstance(event, StoreEvent))

    def foreseen(self, command: VillageCommand) -> tuple[VillageEvent, ...]:
        """What would come of it now: the same that comes of it when it is done next."""
        return self.visit.kiosk.classroom.villages.handled(self.learner, command)

    def hindrance(self, events: Sequence[VillageEvent]) -> Phrase | None:
        """Why it cannot be done now, if so."""
        for event in events:
            if isinstance(event, Refused):
                few = event.missing == "stock"  # here nobody makes more at once
                return words("village.too-few" if few else f"refused.{event.missing}")
            if isinstance(event, StationFull):
                stations = self.visit.kiosk.classroom.villages.scene.centre.stations
                return words("village.full", name=stations[event.station].name)
        return None

    def work(self, command: VillageCommand, then: str | None = None) -> tuple[VillageEvent, ...]:
        """Acts; what is refused is said, and what a station has no room for today.

        ``then`` is the place inside the store to go to when it was done.
        """
        classroom = self.visit.kiosk.classroom
        events = classroom.work_in_village(self.learner, command, self.lesson)
        why = self.hindrance(events)
        if why is not None and any(isinstance(event, Refused) for event in events):
            self.refuse(why)
        elif why is not None:
            self.visit.tell(why)
        elif then is not None:
            self.go(then)
        else:
            self.visit.changed()
        return events


def use_working(visit: Visit) -> Working:
    """The village of who is signed in, coached where the address is inside a lesson."""
    trading = use_trading(visit)
    village = visit.kiosk.classroom.village(trading.learner)
    return Working(
        visit,
        trading.learner,
        village.store,
        trading.base,
        trading.lesson,
        trading.moment,
        village,
    )


def as_it_is_now(working: Working) -> Working:
    """The same after something was done."""
    village = working.visit.kiosk.classroom.village(working.learner)
    return replace(working, village=village, store=village.store)


def at_work(village: Village) -> Order | None:
    """The order that can be worked on: the oldest one that is not sent yet."""
    for order in village.store.open_orders:
        if order.state is OrderState.PLACED or next_station(village, order):
            return order
    return None
