"""The learner's village: how it begins, what a night brings it, and where practice steps begin.

What the other families do is decided here; what she does goes through the village's engine.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from demo_store.buyers import market
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
    StockMade,
    StoreEvent,
    TroubleCame,
)
from demo_store.finance.money import rounded_down
from demo_store.practice import outlet_keeper
from demo_store.store import Order, OrderState, Product
from demo_store.village import ages, engine, units
from demo_store.village.commands import (
    AtOutlet,
    AtStore,
    BringStock,
    JoinVillage,
    OpenOutlet,
    VillageCommand,
    WorkAt,
)
from demo_store.village.events import FamilyStocked, OutletEvent, StationFull, VillageEvent
from demo_store.village.scene_content import VillageKind, VillageScene
from demo_store.village.state import Family, Run, Village
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
_AT_ONCE: Final = 60
"""No situation needs more steps than this: to go on would try the same one for ever."""
_LATE_AT_MOST: Final = 7
"""An old unit is at most so many days past its time."""


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
    if rng.random() < scene.old_unit or play.is_first_to_come():
        play.bring_old()
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
        self.bring_old()
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

    def bring_old(self) -> None:
        """An old one lies among what a neighbour gives; as all that is old it goes out first."""
        product = self._product()
        neighbours = [each for each in self._staying() if not each.outlet]
        if not neighbours:
            return
        family, late = self._rng.choice(neighbours), self._rng.randint(1, _LATE_AT_MOST)
        kind = self._catalogue.kind(product.kind)
        day = self.village.store.day - kind.shelf_life_days - late
        self.happen(
            StockMade(product.id, 1, kind.unit_cost_fen, day),
            FamilyStocked(Run(family.id, product.id, day, family.made + 1, 1), kind.unit_cost_fen),
        )

    def is_first_to_come(self) -> bool:
        """Whether nobody has complained yet, and nothing is there or under way to complain of."""
        waiting = (order for order in self.village.store.open_orders if self._is_bad(order))
        return not (self.village.complaints or self._old_lies_there() or any(waiting))

    def complain(self, order_id: str) -> None:
        """The buyer names one that was not good, if one was not."""
        said = ages.complaint(self._catalogue, self.village, self._order(order_id))
        if said is not None:
            self.happen(said)

    def leave(self) -> None:
        """The family that earned most opens its own store, once it has seen how it is done."""
        paid = sum(order.state is OrderState.PAID for order in self.village.store.orders)
        staying = self._staying()
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
        for _ in range(_AT_ONCE):
            order = self._nearest(state) or self._new_order()
            if state is OrderState.DELIVERED:
                self._give_a_cause(order)
            if order.state is not state:  # a new one may be there already
                self._advance(order)
            if self._order(order.id).state is state:
                return
        raise AssertionError(state)

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
        if state is OrderState.DELIVERED:  # she learns there whose the one is that was not good
            found = [o for o in found if not o.batches or self._is_bad(o)]
        return max(found, key=lambda order: _LIFE.index(order.state), default=None)

    def _is_bad(self, order: Order) -> bool:
        return ages.complaint(self._catalogue, self.village, order) is not None

    def _give_a_cause(self, order: Order) -> None:
        """What waits for its parcel has an old one among it, before anybody collects it."""
        if not order.batches and not self._old_lies_there():
            self.bring_old()

    def _old_lies_there(self) -> bool:
        product, today = self._product(), self.village.store.day
        oldest = product.made_day
        return oldest is not None and ages.is_too_old(self._catalogue, product.kind, oldest, today)

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

    def _staying(self) -> list[Family]:
        """The neighbours: all families but her own."""
        return [each for each in self.village.families if each.role != self._scene.learner]

    def _product(self) -> Product:
        product = self.village.store.product(PRODUCT)
        if product is None:
            raise UnknownId("product", PRODUCT)
        return product

    def _kind(self) -> VillageKind:
        return self._scene.kind(self._product().kind)

    def _order(self, order_id: str) -> Order:
        order = self.village.store.order(order_id)
        if order is None:
            raise UnknownId("order", order_id)
        return order
