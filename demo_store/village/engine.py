"""Decides what happens in a village; its orders, nights and money are those of any store."""

import random
from collections.abc import Iterator, Sequence

from demo_store import batches
from demo_store import engine as store_engine
from demo_store.changed import changed
from demo_store.commands import AcceptOrder, CollectOrder, EndDay, MakeStock, StoreCommand
from demo_store.days import night
from demo_store.days.sky import Overnight, overnight
from demo_store.errors import UnknownId
from demo_store.events import (
    OrderChecked,
    OrderCollected,
    OrderLapsed,
    OrderPaidOut,
    OrderReturned,
    Refunded,
    Refused,
    StockMade,
    StoreEvent,
    TroubleEnded,
)
from demo_store.store import Order, OrderState
from demo_store.village import ages, outlets, sharing, stations, units
from demo_store.village.centre import Centre, full_station
from demo_store.village.commands import (
    AtOutlet,
    AtStore,
    BringStock,
    GoRound,
    JoinVillage,
    OpenOutlet,
    TraceUnit,
    VillageCommand,
    WorkAt,
)
from demo_store.village.events import (
    FamiliesSettled,
    FamilyJoined,
    FamilyStocked,
    OrderShared,
    OutletEvent,
    OwnEvent,
    RoundMade,
    StampTraced,
    StationFull,
    StationPassed,
    UnitsLost,
    UnitsReplaced,
    UnitsReturned,
    VillageEvent,
)
from demo_store.village.evolution import apply, fold
from demo_store.village.settlement import settled
from demo_store.village.state import Run, Stamp, Village
from demo_store.world.catalogue import Catalogue

__all__ = ["apply", "end_day", "fold", "handle", "passed", "trace", "with_consequences"]


def handle(
    catalogue: Catalogue,
    centre: Centre,
    village: Village,
    command: VillageCommand,
    rng: random.Random,
) -> tuple[VillageEvent, ...]:
    """What happens; what is not possible yet is answered with ``Refused`` or ``StationFull``.

    Raises:
        UnknownId: the command names something that there is not.
    """
    match command:
        case JoinVillage():
            return (_joined(village, command.role),)
        case BringStock():
            return _brought(catalogue, village, command, rng)
        case OpenOutlet():
            if village.family(command.family).outlet:
                return (Refused("OpenOutlet", "done"),)
            return (outlets.opened(village, command.family),)
        case GoRound():
            return _round(catalogue, centre, village, rng)
        case AtOutlet():
            return _at_outlet(catalogue, village, command, rng)
        case WorkAt():
            return _worked_at(catalogue, centre, village, command, rng)
        case TraceUnit():
            return (_traced(village, command),)
        case AtStore(command=EndDay()):
            return end_day(catalogue, centre, village, rng)
        case AtStore():
            return _at_store(catalogue, centre, village, command.command, rng)


def end_day(
    catalogue: Catalogue,
    centre: Centre,
    village: Village,
    rng: random.Random,
    tonight: Overnight | None = None,
) -> tuple[VillageEvent, ...]:
    """The village's night, as ``AtStore(EndDay())``: that of its store and of all own ones.

    ``tonight`` as in `night.end_day`.
    """
    return passed(catalogue, centre, village, rng, tonight)[0]


def passed(
    catalogue: Catalogue,
    centre: Centre,
    village: Village,
    rng: random.Random,
    tonight: Overnight | None = None,
) -> tuple[tuple[VillageEvent, ...], Village]:
    """As `end_day`, with the village in the morning; the same as folding the events."""
    store = village.store
    tonight = tonight or overnight(catalogue, store.day + 1, store.incidents, rng)
    store_events, store = night.passed(catalogue, store, rng, tonight)
    events: tuple[VillageEvent, ...] = (
        *with_consequences(centre, village, store_events),
        *outlets.night_of(catalogue, village, rng, tonight),
    )
    morning = fold(catalogue, village, (each for each in events if isinstance(each, OwnEvent)))
    back = sum(each.restocked for each in events if isinstance(each, OrderLapsed))
    in_store = village.in_store - back
    return events, changed(morning, store=store, used={}, in_store=in_store)


def trace(village: Village, order_id: str, unit_number: int) -> Stamp:
    """The stamp of a unit in a parcel, counted from 1: whose it is and of which day.

    Raises:
        UnknownId: the order was not filled yet, or its parcel has no such unit.
    """
    if order_id not in village.shared:
        raise UnknownId("order", order_id)
    stamp = units.stamp_at(village.shared[order_id], unit_number - 1) if unit_number > 0 else None
    if stamp is None:
        raise UnknownId("unit", str(unit_number))
    return stamp


def _joined(village: Village, role: str) -> FamilyJoined:
    number = sum(family.role == role for family in village.families) + 1
    return FamilyJoined(f"f{len(village.families) + 1}", role, number)


def _brought(
    catalogue: Catalogue, village: Village, command: BringStock, rng: random.Random
) -> tuple[VillageEvent, ...]:
    family = village.family(command.family)
    if family.outlet:
        return (Refused("BringStock", "outlet"),)
    make = MakeStock(command.product, command.quantity)
    events = store_engine.handle(catalogue, village.store, make, rng)
    stocked = tuple(
        FamilyStocked(
            Run(family.id, made.product, made.day, family.made + 1, made.quantity), made.cost_fen
        )
        for made in events
        if isinstance(made, StockMade)
    )
    return (*events, *stocked)


def _round(
    catalogue: Catalogue, centre: Centre, village: Village, rng: random.Random
) -> tuple[VillageEvent, ...]:
    """Orders from the oldest on, as far as stock and stations reach; one visit to each family."""
    events: list[VillageEvent] = []
    for order in village.store.open_orders:
        if order.state is not OrderState.ACCEPTED:
            continue
        found = _at_store(catalogue, centre, village, CollectOrder(order.id), rng)
        if any(isinstance(event, OrderShared) for event in found):
            events += found
            village = fold(catalogue, village, found)
    return (*events, _visits(village.store.day, events))


def _visits(day: int, events: Sequence[VillageEvent]) -> RoundMade:
    """The round that brought about these events."""
    shared = [event for event in events if isinstance(event, OrderShared)]
    families = sorted({run.family for event in shared for run in event.units}, key=_number)
    return RoundMade(day, tuple(event.order for event in shared), tuple(families))


def _number(family_id: str) -> int:
    return int(family_id[1:])


def _at_outlet(
    catalogue: Catalogue, village: Village, command: AtOutlet, rng: random.Random
) -> tuple[VillageEvent, ...]:
    if command.family not in village.outlets:
        raise UnknownId("outlet", command.family)
    if isinstance(command.command, EndDay):
        return (Refused("EndDay", "village"),)  # all of a village live on the same days
    store = village.outlets[command.family]
    events = store_engine.handle(catalogue, store, command.command, rng)
    return tuple(OutletEvent(command.family, event) for event in events)


def _at_store(
    catalogue: Catalogue,
    centre: Centre,
    village: Village,
    command: StoreCommand,
    rng: random.Random,
) -> tuple[VillageEvent, ...]:
    if isinstance(command, MakeStock):
        # the village store itself makes nothing: every unit comes from a family
        return (Refused("MakeStock", "family"),)
    handled = store_engine.handle(catalogue, village.store, command, rng)
    events = tuple(ages.seen_too(catalogue, centre, village, each, rng) for each in handled)
    order = _order_of(village, command)
    if order is not None and not any(isinstance(event, Refused) for event in events):
        station = full_station(centre, village, command, order)
        if station is not None:
            return (StationFull(station, order.id, village.store.day),)
    return tuple(with_consequences(centre, village, events))


def _worked_at(
    catalogue: Catalogue,
    centre: Centre,
    village: Village,
    command: WorkAt,
    rng: random.Random,
) -> tuple[VillageEvent, ...]:
    order = _known(village, command.order)
    missing = stations.missing(village, order, command.station)
    if missing:
        return (Refused("WorkAt", missing),)
    day = village.store.day
    if command.station in stations.OWN:
        if stations.is_full_today(centre, village, order, command.station):
            return (StationFull(command.station, order.id, day),)
        return (StationPassed(order.id, command.station, day),)
    events: tuple[VillageEvent, ...] = ()
    for step in stations.steps(catalogue, village, order, command):
        found = _at_store(catalogue, centre, village, step, rng)
        events += found
        if any(isinstance(event, StationFull | Refused) for event in found):
            break
        village = fold(catalogue, village, found)
    if any(isinstance(event, OrderShared) for event in events):
        events += (_visits(day, events),)
    return events


def _traced(village: Village, command: TraceUnit) -> StampTraced:
    stamp = trace(village, command.order, command.unit)
    return StampTraced(command.order, command.unit, stamp.family, stamp.day, stamp.serial)


def _order_of(village: Village, command: StoreCommand) -> Order | None:
    order_id = getattr(command, "order", None)
    if order_id is None or isinstance(command, AcceptOrder):
        return None
    return village.store.order(order_id)


def with_consequences(
    centre: Centre, village: Village, events: tuple[StoreEvent, ...]
) -> Iterator[VillageEvent]:
    """Each event of the store, and after it what it means for the families."""
    paid: set[str] = set()
    day = village.store.day
    for event in events:
        yield event
        match event:
            case OrderCollected():
                yield _shared(village, event)
            case OrderChecked() if event.replaced:
                yield _replaced(village, event)
            case TroubleEnded() if event.units_lost:
                yield _lost(village, event)
            case OrderReturned(restocked=whole) | OrderLapsed(restocked=whole) if whole:
                yield UnitsReturned(event.order, _whole(village, event.order, whole))
            case OrderPaidOut(payout_fen=fen, day=day) if fen:
                paid.add(event.order)
                yield _settled(centre, village, event.order, fen, day)
            case Refunded(fen=fen, day=day) if _is_paid(village, event.order, paid):
                yield _settled(centre, village, event.order, -fen, day)


def _shared(village: Village, event: OrderCollected) -> OrderShared:
    order = _known(village, event.order)
    return OrderShared(order.id, sharing.filled(village, order.product, event.units))


def _replaced(village: Village, event: OrderChecked) -> UnitsReplaced:
    order = _known(village, event.order)
    found = sharing.replaced(village, order.id, order.product, event.bad, event.put_in)
    return UnitsReplaced(order.id, *found)


def _lost(village: Village, event: TroubleEnded) -> UnitsLost:
    """The families whose units a cheat got: the oldest went, as they always do."""
    trouble = village.store.open_trouble(event.id)
    product = village.store.product(trouble.product) if trouble else None
    if product is None:
        raise UnknownId("trouble", event.id)
    out = batches.first(product.batches, event.units_lost)
    return UnitsLost(event.id, sharing.filled(village, product.id, out))


def _whole(village: Village, order_id: str, restocked: int) -> tuple[Run, ...]:
    """Which units came back whole; the broken ones are taken to be the last in the parcel."""
    return units.taken(village.shared[order_id], restocked)


def _settled(
    centre: Centre, village: Village, order_id: str, fen: int, day: int
) -> FamiliesSettled:
    kept, parts = settled(fen, centre.share_percent, village.shared[order_id])
    return FamiliesSettled(order_id, kept, parts, day)


def _is_paid(village: Village, order_id: str, paid: set[str]) -> bool:
    return order_id in paid or _known(village, order_id).state is OrderState.PAID


def _known(village: Village, order_id: str) -> Order:
    order = village.store.order(order_id)
    if order is None:
        raise UnknownId("order", order_id)
    return order
