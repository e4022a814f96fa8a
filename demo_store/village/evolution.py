"""What an event makes of the village. Decides nothing."""

from collections.abc import Iterable
from dataclasses import replace

from demo_store import evolution as store_evolution
from demo_store.catalogue import Catalogue
from demo_store.errors import UnknownId
from demo_store.events import DayEnded, OrderCollected, OrderShipped, StoreEvent
from demo_store.store import Store
from demo_store.village import units
from demo_store.village.centre import StationEvent, worked
from demo_store.village.events import (
    FamiliesSettled,
    FamilyJoined,
    FamilyStocked,
    OrderShared,
    OutletEvent,
    OutletOpened,
    RoundMade,
    StationFull,
    UnitsReplaced,
    UnitsReturned,
    VillageEvent,
)
from demo_store.village.state import Family, Run, Village


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
            return replace(village, families=(*village.families, family))
        case FamilyStocked():
            return _stocked(village, event.units)
        case OrderShared():
            return _filled(_taken(village, event.units), event.order, event.units)
        case UnitsReplaced():
            bad = _sold(village, event.taken_out, -1)
            return _filled(_taken(bad, event.put_in), event.order, event.units)
        case UnitsReturned():
            return _brought_back(village, event.units)
        case FamiliesSettled():
            return _settled(village, event)
        case OutletOpened():
            return _with_outlet(village, event.family)
        case OutletEvent():
            store = village.outlets[event.family]
            store = store_evolution.apply(catalogue, store, event.event)
            return replace(village, outlets={**village.outlets, event.family: store})
        case RoundMade() | StationFull():
            return village
    return _store_event(catalogue, village, event)


def _store_event(catalogue: Catalogue, village: Village, event: StoreEvent) -> Village:
    store = store_evolution.apply(catalogue, village.store, event)
    if isinstance(event, DayEnded):
        return replace(village, store=store, used={})
    if isinstance(event, StationEvent):
        return _worked(replace(village, store=store), event)
    return replace(village, store=store)


def _worked(village: Village, event: StationEvent) -> Village:
    order = village.store.order(event.order)
    assert order is not None, "the store has just taken this event about it"
    in_store = village.in_store
    if isinstance(event, OrderCollected):
        in_store += order.quantity
    elif isinstance(event, OrderShipped):
        in_store -= order.quantity
    return replace(village, in_store=in_store, used=worked(village, event, order.quantity))


def _with_family(village: Village, changed: Family) -> Village:
    place = village.place(changed.id)
    families = (*village.families[:place], changed, *village.families[place + 1 :])
    return replace(village, families=families)


def _stocked(village: Village, run: Run) -> Village:
    family = village.family(run.family)
    stock = (*family.stock, run)
    return _with_family(village, replace(family, stock=stock, made=family.made + run.count))


def _filled(village: Village, order: str, held: tuple[Run, ...]) -> Village:
    return replace(village, shared={**village.shared, order: held})


def _taken(village: Village, out: tuple[Run, ...]) -> Village:
    for run in out:
        family = village.family(run.family)
        stock = units.without(family.stock, (run,))
        if units.count(family.stock) - units.count(stock) != run.count:
            raise UnknownId("unit", f"{run.family} {run.first}")
        village = _with_family(village, replace(family, stock=stock))
    return _sold(village, out, 1)


def _sold(village: Village, runs: tuple[Run, ...], sign: int) -> Village:
    for run in runs:
        family = village.family(run.family)
        village = _with_family(village, replace(family, sold=family.sold + sign * run.count))
    return village


def _brought_back(village: Village, back: tuple[Run, ...]) -> Village:
    for run in back:
        family = village.family(run.family)
        stock = units.by_age((*family.stock, run))
        village = _with_family(village, replace(family, stock=stock))
    return _sold(village, back, -1)


def _settled(village: Village, event: FamiliesSettled) -> Village:
    for family_id, fen in event.parts:
        family = village.family(family_id)
        village = _with_family(village, replace(family, settled_fen=family.settled_fen + fen))
    return replace(village, centre_fen=village.centre_fen + event.centre_fen)


def _with_outlet(village: Village, family_id: str) -> Village:
    village = _with_family(village, replace(village.family(family_id), outlet=True))
    return replace(village, outlets={**village.outlets, family_id: Store()})
