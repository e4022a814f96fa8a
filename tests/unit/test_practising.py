"""What is on the way to a goal of a practice step, and what leads astray."""

from typing import get_args

import pytest

from demo_store.events import StoreEvent
from demo_store.store import Order, OrderState, Store
from kiosk.practising import _CHAINS, _OF_NIGHTS, _OF_PARCELS, _OF_TALK, leads_on

EVENTS = {kind.__name__ for kind in get_args(StoreEvent)}


def store_with(*states: OrderState) -> Store:
    orders = tuple(
        Order(f"o{n}", "p1", 1, 500, "a-city", "somebody", 1, 3, state)
        for n, state in enumerate(states, start=1)
    )
    return Store(orders=orders)


def test_every_name_is_an_event_of_the_store() -> None:
    named = {name for chain in _CHAINS for name in chain}
    assert named | _OF_NIGHTS | _OF_PARCELS | _OF_TALK <= EVENTS


@pytest.mark.parametrize(
    ("wanted", "happened"),
    [
        ("OrderPacked", "OrderAccepted"),
        ("OrderCollected", "StockMade"),
        ("PhotoChosen", "ProductOpened"),
        ("ListingPublished", "PriceSet"),
        ("MoneySaved", "MoneyCounted"),
        ("MoneyCounted", "MoneyCounted"),
        ("LoanTaken", "LoanHeard"),
    ],
)
def test_what_comes_before_the_goal_leads_there(wanted: str, happened: str) -> None:
    assert leads_on({wanted}, Store(), [happened])


@pytest.mark.parametrize(
    ("wanted", "happened"),
    [
        ("MoneyCounted", "StoreViewedAsBuyer"),
        ("PhotoChosen", "PriceSet"),
        ("OrderAccepted", "OrderDeclined"),
        ("OrderAccepted", "StoreViewedAsBuyer"),
        ("StoreViewedAsBuyer", "MoneyCounted"),
        ("OrderAccepted", "Refused"),
    ],
)
def test_what_does_not_lead_to_the_goal_is_astray(wanted: str, happened: str) -> None:
    assert not leads_on({wanted}, Store(), [happened])


def test_the_next_day_leads_on_only_where_there_is_something_to_wait_for() -> None:
    under_way, waiting = store_with(OrderState.SHIPPED), store_with(OrderState.PLACED)
    assert leads_on({"OrderPaidOut"}, under_way, ["DayEnded"])
    assert leads_on({"OrderAccepted"}, Store(), ["DayEnded"])
    assert leads_on({"DayEnded"}, waiting, ["DayEnded"])
    assert not leads_on({"OrderPaidOut"}, waiting, ["DayEnded"])
    assert not leads_on({"OrderAccepted"}, waiting, ["DayEnded"])
    assert not leads_on({"MoneyCounted"}, under_way, ["DayEnded", "OrderPaidOut"])
