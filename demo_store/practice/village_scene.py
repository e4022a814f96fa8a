"""The learner's village: how it begins, what a night brings it, and where practice steps begin.

What the other families do is decided here; what she does goes through the village's engine.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from demo_store.buyers import market, reviews
from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    ChoosePhoto,
    MakeStock,
    Publish,
    SetPrice,
    StoreCommand,
)
from demo_store.days import night as nights
from demo_store.errors import UnknownId
from demo_store.events import (
    MessageCame,
    OrderDeclined,
    OrderDelivered,
    OrderLapsed,
    OrderLost,
    OrderShipped,
    Refused,
    StoreEvent,
    TroubleCame,
)
from demo_store.finance.money import rounded_down
from demo_store.practice import outlet_keeper
from demo_store.store import Order, OrderState
from demo_store.village import engine, units
from demo_store.village.commands import (
    AtOutlet,
    AtStore,
    BringStock,
    JoinVillage,
    OpenOutlet,
    VillageCommand,
    WorkAt,
)
from demo_store.village.events import OutletEvent, StationFull, UnitComplained, VillageEvent
from demo_store.village.scene_content import VillageKind, VillageScene
from demo_store.village.state import Family, Village
from demo_store.village.stations import next_station
from demo_store.world.catalogue import Catalogue

PRODUCT: Final = "p1"
"""The one product that the families of a learner's village make."""
_STATES: Final[Mapping[str, OrderState]] = MappingProxyType(
    {
        "village-order": OrderState.PLACED,
        "village-accepted": OrderState.ACCEPTED,
        "village-collected": OrderState.COLLECTED,
        "village-checked": OrderState.CHECKED,
        "village-stamped": OrderState.STAMPED,
        "village-packed": OrderState.PACKED,
        "village-sent": OrderState.SHIPPED,
        "village-delivered": OrderState.DELIVERED,
        "village-paid": OrderState.PAID,
    }
)
VILLAGE_SITUATIONS: Final = tuple(_STATES)
"""Names for practice steps in the village: an order of its store is in this state."""
_LIFE: Final = tuple(_STATES.values())
_AT_ONCE: Final = 30
"""No situation needs more steps than this: to go on would try the same one for ever."""


def night(
    catalogue: Catalogue, scene: VillageScene, village: Village, rng: random.Random
) -> tuple[VillageEvent, ...]:
    """The village's night: that of its store, complaints, and what the families have anew.

    What buyers ask is answered by the official at the desk: here she works with the goods.
    """
    play = _Play(catalogue, scene, village, rng)
    events = engine.end_day(catalogue, scene.centre, village, rng)
    play.happen(*(each for each in events if not _asks(each)))
    for order_id in [each.order for each in events if isinstance(each, OrderDelivered)]:
        play.complain(order_id)
    play.leave()
    play.bring_more()
    play.keep_outlets()
    return tuple(play.events)


def _asks(event: VillageEvent) -> bool:
    happened = event.event if isinstance(event, OutletEvent) else event
    return isinstance(happened, MessageCame | TroubleCame)


def prepared(
    catalogue: Catalogue,
    scene: VillageScene,
    village: Village,
    name: str,
    kind: str,
    rng: random.Random,
) -> tuple[VillageEvent, ...]:
    """The events that bring the village into the situation; no day passes, only what is missing.

    A name that is none of ``VILLAGE_SITUATIONS`` asks for no more than that the village is there.
    """
    play = _Play(catalogue, scene, village, rng)
    if not village.families:
        play.begin(scene.kind(kind))
    if name in _STATES:
        play.bring_order(_STATES[name])
    return tuple(play.events)


def gone_beyond(village: Village, name: str) -> bool:
    """Whether an order has already passed the state that the situation is about."""
    if name not in _STATES:
        return False
    passed = _LIFE[_LIFE.index(_STATES[name]) + 1 : _LIFE.index(OrderState.PAID)]
    return any(order.state in passed for order in village.store.open_orders)


def is_taken_away(name: str, events: Iterable[VillageEvent]) -> bool:
    """Whether the events took an order that the situation may be about: it is over for good."""
    ends = (OrderDeclined, OrderLapsed, OrderLost)
    return name in _STATES and any(isinstance(event, ends) for event in events)


class _Play:
    """A village, and all that happened in it so far."""

    def __init__(
        self, catalogue: Catalogue, scene: VillageScene, village: Village, rng: random.Random
    ) -> None:
        self.events: list[VillageEvent] = []
        self.village = village
        self._catalogue = catalogue
        self._scene = scene
        self._rng = rng

    def begin(self, kind: VillageKind) -> None:
        """Families move in, the store lists what they make, and an order comes."""
        for number in range(self._scene.families):
            self._do(JoinVillage(self._scene.role if number else self._scene.learner))
        found = self._catalogue.kind(kind.id)
        for command in (
            AddProduct(kind.id),
            ChoosePhoto(PRODUCT, found.picture),
            SetPrice(PRODUCT, rounded_down(found.price_fen.middle)),
        ):
            self._do(AtStore(command))
        self.bring_more()
        self._do(AtStore(Publish(PRODUCT)))
        self.place_order()

    def bring_more(self) -> None:
        """Every family has again what it has on a morning; none is left without for the orders."""
        kind = self._kind()
        for family in self.village.families:
            self._bring(family, self._rng.randint(kind.home.low, kind.home.high))
        while self._stock() < kind.order:
            for family in self.village.families:
                self._bring(family, units.count(family.stock) + 1)

    def place_order(self) -> Order:
        """One more order from the practice city, as large as the first one."""
        number = len(self.village.store.orders) + 1
        product = self.village.store.product(PRODUCT)
        assert product is not None
        placed = market.placed(
            self._catalogue, self.village.store, f"o{number}", product, self._rng,
            city=self._catalogue.market.practice_city,
        )  # fmt: skip
        self.happen(replace(placed, quantity=self._kind().order))
        return self.village.store.orders[-1]

    def complain(self, order_id: str) -> None:
        """The buyer names one that was not good: a broken one, in the first parcel else a stale."""
        order = self._order(order_id)
        if order.broken:
            # the broken ones are taken to be the last in a parcel
            self.happen(UnitComplained(order.id, order.quantity, "broken", self.village.store.day))
            return
        # the oldest lie first in a parcel: what is called stale is of the oldest day in it
        unit, stale = self._rng.randint(1, order.batches[0][1]), self._rng.random()
        if self.village.complaints and stale >= self._scene.complaint:
            return
        self.happen(UnitComplained(order.id, unit, "stale", self.village.store.day))
        self.happen(*reviews.changed(self._catalogue, order, more="stale"))

    def leave(self) -> None:
        """The family that earned most opens its own store, once it has seen how it is done."""
        paid = sum(order.state is OrderState.PAID for order in self.village.store.orders)
        staying = [each for each in self.village.families if each.role != self._scene.learner]
        if paid < self._scene.own_outlet_after or any(each.outlet for each in staying):
            return
        best = max(staying, key=lambda each: (each.settled_fen, -each.number))
        self._do(OpenOutlet(best.id))

    def keep_outlets(self) -> None:
        """The families with an own store make what is missing there, show it and send orders."""
        kind = self._kind()
        for family in self.village.outlets:
            at_home = self._rng.randint(kind.home.low, kind.home.high)
            for product in self.village.outlets[family].products:
                if product.stock < kind.order:  # it gathers until there is enough for a parcel
                    self._do(AtOutlet(family, MakeStock(product.id, at_home)))
            while act := self._next_act(family, at_home):
                self._do(AtOutlet(family, act))

    def _next_act(self, family: str, at_home: int) -> StoreCommand | None:
        own = self.village.outlets[family]
        return outlet_keeper.next_act(self._catalogue, own, self._kind().id, at_home)

    def bring_order(self, state: OrderState) -> None:
        """Have one order in exactly this state: the one that is nearest to it, or a new one."""
        if any(order.state is state and not order.lost for order in self.village.store.orders):
            return
        order = self._nearest(state) or self._new_order()
        for _ in range(_AT_ONCE):
            order = self._order(order.id)
            if order.state is state:
                return
            self._advance(order)
        raise AssertionError(order)

    def happen(self, *events: VillageEvent) -> None:
        """Let this happen as it is."""
        self.village = engine.fold(self._catalogue, self.village, events)
        self.events += events

    def _bring(self, family: Family, wanted: int) -> None:
        missing = wanted - units.count(family.stock)
        if missing > 0 and not family.outlet:
            self._do(BringStock(family.id, PRODUCT, missing))

    def _nearest(self, state: OrderState) -> Order | None:
        before = _LIFE[: _LIFE.index(state)]
        found = [o for o in self.village.store.open_orders if o.state in before and not o.lost]
        return max(found, key=lambda order: _LIFE.index(order.state), default=None)

    def _new_order(self) -> Order:
        order = self.place_order()
        self.bring_more()
        return order

    def _advance(self, order: Order) -> None:
        match order.state:
            case OrderState.PLACED:
                self._do(AtStore(AcceptOrder(order.id)))
            case OrderState.SHIPPED:
                self._at_store(*nights.delivered(self._catalogue, self.village.store, order))
                self.complain(order.id)
            case OrderState.DELIVERED:
                self._at_store(nights.paid_out(self._catalogue, order, self.village.store.day))
            case _:
                station = next_station(self.village, order)
                assert station is not None, order
                self._do(WorkAt(order.id, station))

    def _at_store(self, *events: StoreEvent) -> None:
        self.happen(*engine.with_consequences(self._scene.centre, self.village, events))

    def _do(self, command: VillageCommand) -> None:
        hands = self._scene.many_hands
        events = engine.handle(self._catalogue, hands, self.village, command, self._rng)
        happened = [each.event if isinstance(each, OutletEvent) else each for each in events]
        if any(isinstance(event, Refused | StationFull) for event in happened):
            # broken code; to go on would try the same step for ever
            raise AssertionError(events)
        for event in events:
            self.happen(replace(event, lost=False) if isinstance(event, OrderShipped) else event)

    def _stock(self) -> int:
        return sum(units.count(family.stock) for family in self.village.families)

    def _kind(self) -> VillageKind:
        product = self.village.store.product(PRODUCT)
        if product is None:
            raise UnknownId("product", PRODUCT)
        return self._scene.kind(product.kind)

    def _order(self, order_id: str) -> Order:
        order = self.village.store.order(order_id)
        if order is None:
            raise UnknownId("order", order_id)
        return order
