"""A night in the village, told card by card as that of her own store is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import flet as ft

from demo_store.commands import EndDay
from demo_store.events import OrderPaidOut, StockMade, StoreEvent
from demo_store.village.commands import AtStore
from demo_store.village.events import (
    FamiliesSettled,
    FamilyStocked,
    OutletEvent,
    OutletOpened,
    UnitComplained,
    UnitsReturned,
    VillageEvent,
)
from kiosk.screens.boundary import screen
from kiosk.screens.store.story import use_story
from kiosk.screens.store.telling import MOST_CARDS, OF_A_NIGHT, Card, last_night, paid_words, told
from kiosk.screens.village.complaints import complaint
from kiosk.screens.village.families import named
from kiosk.screens.village.working import HOME, Working, as_it_is_now, use_working
from kiosk.visit import Visit
from kiosk.wording import number, words

_BROUGHT: Final = (
    *OF_A_NIGHT,
    FamiliesSettled,
    FamilyStocked,
    OutletEvent,
    OutletOpened,
    StockMade,
    UnitComplained,
    UnitsReturned,
)
_AS_IN_A_STORE: Final = ("day", "incident", "lost", "lapsed", "orders", "arrived")


@screen
def VillageMorningScreen(visit: Visit) -> ft.Control:
    """What the last night brought to the village."""
    working = use_working(visit)
    return use_story(working, _told(working), words("village.to-village"), HOME)


def end_day(working: Working) -> None:
    """The night passes; what it brought is told, a quiet one in the village itself."""
    working.work(AtStore(EndDay()))
    working = as_it_is_now(working)
    if _told(working):
        working.go_home("/morning")
        return
    working.go_home()
    working.visit.tell(words("store.new-day", count=number(working.store.day)))


def _told(working: Working) -> tuple[Card, ...]:
    events = working.visit.kiosk.classroom.records.village_events(working.learner)
    return tuple(_cards(working, last_night(events, _BROUGHT)))[:MOST_CARDS]


def _cards(working: Working, night: Sequence[VillageEvent]) -> Iterator[Card]:
    catalogue = working.visit.kiosk.classroom.catalogue
    in_store = [event for event in night if isinstance(event, StoreEvent)]
    for card in told(catalogue, working.store, in_store):
        if card.name in _AS_IN_A_STORE:
            yield replace(card, inside=_inside(card.inside))
    for event in night:
        match event:
            case UnitComplained():
                yield from _complaint(working, event)
            case OrderPaidOut():
                said = paid_words(event.payout_fen, "village.money-came")
                inside = f"{HOME}/paid/{event.order}"
                yield Card("money", "scene-paid", said, inside, fen=max(0, event.payout_fen))
            case OutletOpened():
                name = named(working, working.village.family(event.family))
                yield Card("outlet", "scene-our-store", words("village.left", name=name), HOME)


def _complaint(working: Working, event: UnitComplained) -> Iterator[Card]:
    order = working.order_here(event.order)
    if order is not None:
        said = complaint(working, order)
        yield Card("complaint", "broken-egg", said, f"{HOME}/parcel/{order.id}")


def _inside(of_a_store: str) -> str:
    """The same place in the village."""
    if of_a_store.startswith("/order/"):
        return f"{HOME}{of_a_store}"
    return HOME if of_a_store else ""
