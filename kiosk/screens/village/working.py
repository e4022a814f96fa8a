"""Acting in the village, alone or coached by a practice step."""

from dataclasses import dataclass, replace

from demo_store.commands import StoreCommand
from demo_store.events import Refused, StoreEvent
from demo_store.store import Order, OrderState
from demo_store.village.commands import AtStore, VillageCommand
from demo_store.village.events import StationFull, VillageEvent
from demo_store.village.state import Village
from demo_store.village.stations import is_full_today, next_station
from demo_store.world.things import ProductKind
from kiosk.screens.learner.lesson_place import is_stuck
from kiosk.screens.store.coaching import Trading, use_trading
from kiosk.visit import Visit
from kiosk.wording import words

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
        """Acts in the village's store."""
        events = self.work(AtStore(command), then)
        return tuple(event for event in events if isinstance(event, StoreEvent))

    def work(self, command: VillageCommand, then: str | None = None) -> tuple[VillageEvent, ...]:
        """Acts; what is refused is said, and what a station has no room for today.

        ``then`` is the place inside the store to go to when it was done.
        """
        classroom = self.visit.kiosk.classroom
        events = classroom.work_in_village(self.learner, command, self.lesson)
        for event in events:
            if isinstance(event, Refused):
                few = event.missing == "stock"  # here nobody makes more at once
                self.refuse(words("village.too-few" if few else f"refused.{event.missing}"))
                return events
            if isinstance(event, StationFull):
                station = classroom.villages.scene.centre.stations[event.station]
                self.visit.tell(words("village.full", name=station.name))
                return events
        if then is not None:
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
