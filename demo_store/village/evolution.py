"""What an event makes of the village. Decides nothing."""

from collections.abc import Iterable, Mapping

from demo_store import evolution as store_evolution
from demo_store.changed import changed
from demo_store.errors import UnknownId
from demo_store.events import DayEnded, OrderCollected, OrderLapsed, OrderShipped, StoreEvent
from demo_store.village import outlets, units
from demo_store.village.centre import StationEvent, with_work, worked
from demo_store.village.events import (
    FamiliesSettled,
    FamilyJoined,
    FamilyStocked,
    OrderShared,
    OutletEvent,
    OutletOpened,
    RoundMade,
    StampTraced,
    StationFull,
    StationPassed,
    UnitComplained,
    UnitsLost,
    UnitsReplaced,
    UnitsReturned,
    VillageEvent,
)
from demo_store.village.state import Family, Run, Village
from demo_store.world.catalogue import Catalogue


def fold(catalogue: Catalogue, village: Village, events: Iterable[VillageEvent]) -> Village:
    """The village after all the events."""
    for event in events:
        village = apply(catalogue, village, event)
    return village


def apply(catalogue: Catalogue, village: Village, event: VillageEvent) -> Village:
    """The village after one event.

    Raises:
        UnknownId: the event is about something that the village never had.
    """
    match event:
        case FamilyJoined():
            family = Family(event.family, event.role, event.number)
            return changed(village, families=(*village.families, family))
        case FamilyStocked():
            return _stocked(village, event.units)
        case OrderShared():
            return _filled(_taken(village, event.units), event.order, event.units)
        case UnitsReplaced():
            left = _thrown_away(village, event.taken_out)
            return _filled(_taken(left, event.put_in), event.order, event.units)
        case UnitsReturned():
            return _brought_back(village, event.units)
        case UnitsLost():
            return _thrown_away(_taken(village, event.units), event.units)
        case FamiliesSettled():
            return _settled(village, event)
        case OutletOpened():
            return _with_outlet(village, event)
        case OutletEvent():
            store = village.outlets[event.family]
            store = store_evolution.apply(catalogue, store, event.event)
            return changed(village, outlets={**village.outlets, event.family: store})
        case StationPassed():
            return _passed(village, event)
        case UnitComplained(order=order, unit=unit):
            return changed(village, complaints={**village.complaints, order: unit})
        case StampTraced(order=order, unit=unit):
            return changed(village, traced={**village.traced, order: unit})
        case RoundMade() | StationFull():
            return village
    return _store_event(catalogue, village, event)


def _store_event(catalogue: Catalogue, village: Village, event: StoreEvent) -> Village:
    store = store_evolution.apply(catalogue, village.store, event)
    if isinstance(event, DayEnded):
        return changed(village, store=store, used={})
    if isinstance(event, OrderLapsed):
        return changed(village, store=store, in_store=village.in_store - event.restocked)
    if not isinstance(event, StationEvent):
        return changed(village, store=store)
    order = store.order(event.order)
    assert order is not None, "the store has just taken this event about it"
    in_store = village.in_store
    if isinstance(event, OrderCollected):
        in_store += order.quantity
    elif isinstance(event, OrderShipped):
        in_store -= order.quantity
    used = worked(village, event, order)
    return changed(village, store=store, in_store=in_store, used=used)


def _passed(village: Village, event: StationPassed) -> Village:
    order = village.store.order(event.order)
    if order is None:
        raise UnknownId("order", event.order)
    so_far = village.passed.get(order.id, ())
    return changed(
        village,
        passed={**village.passed, order.id: (*so_far, event.station)},
        used=with_work(village, (event.station,), order.quantity),
    )


def _with_families(village: Village, touched: Mapping[str, Family]) -> Village:
    families = list(village.families)
    for family_id, family in touched.items():
        families[village.place(family_id)] = family
    return changed(village, families=tuple(families))


def _stocked(village: Village, run: Run) -> Village:
    family = village.family(run.family)
    stock = (*family.stock, run)
    if family.stock and run.day < family.stock[-1].day:  # what it found is older than what it has
        stock = units.by_age(stock)
    family = changed(family, stock=stock, made=family.made + run.count)
    return _with_families(village, {family.id: family})


def _filled(village: Village, order: str, held: tuple[Run, ...]) -> Village:
    return changed(village, shared={**village.shared, order: held})


def _taken(village: Village, out: tuple[Run, ...]) -> Village:
    touched: dict[str, Family] = {}
    for run in out:
        family = touched.get(run.family) or village.family(run.family)
        stock = units.without(family.stock, (run,))
        if units.count(family.stock) - units.count(stock) != run.count:
            raise UnknownId("unit", f"{run.family} {run.first}")
        touched[run.family] = changed(family, stock=stock, sold=family.sold + run.count)
    return _with_families(village, touched)


def _thrown_away(village: Village, bad: tuple[Run, ...]) -> Village:
    touched: dict[str, Family] = {}
    for run in bad:
        family = touched.get(run.family) or village.family(run.family)
        touched[run.family] = changed(family, sold=family.sold - run.count)
    return _with_families(village, touched)


def _brought_back(village: Village, back: tuple[Run, ...]) -> Village:
    touched: dict[str, Family] = {}
    for run in back:
        family = touched.get(run.family) or village.family(run.family)
        stock = units.by_age((*family.stock, run))
        touched[run.family] = changed(family, stock=stock, sold=family.sold - run.count)
    return _with_families(village, touched)


def _settled(village: Village, event: FamiliesSettled) -> Village:
    found = ((village.family(family_id), fen) for family_id, fen in event.parts)
    paid = {each.id: changed(each, settled_fen=each.settled_fen + fen) for each, fen in found}
    return changed(_with_families(village, paid), centre_fen=village.centre_fen + event.centre_fen)


def _with_outlet(village: Village, event: OutletOpened) -> Village:
    family = village.family(event.family)
    left = units.without(family.stock, event.units)
    village = _with_families(village, {family.id: changed(family, stock=left, outlet=True)})
    store, own = outlets.moved(village.store, event.units)
    return changed(village, store=store, outlets={**village.outlets, family.id: own})
