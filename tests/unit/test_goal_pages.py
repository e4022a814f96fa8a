"""Everything that a lesson may ask for has a place in the store, and the coach knows the way."""

from typing import get_args

import pytest

from demo_store.events import StoreEvent
from kiosk.screens.learner.goal_pages import PAGES, leads_on, matches, pages
from kiosk.screens.root import _STORE

EVENTS = sorted(kind.__name__ for kind in get_args(StoreEvent))
ROUTES = {"/".join("*" if part.startswith(":") else part for part in r.split("/")) for r in _STORE}


def test_every_event_of_the_store_has_its_pages_and_nothing_else_has() -> None:
    assert sorted(PAGES) == EVENTS


@pytest.mark.parametrize("event", EVENTS)
def test_every_page_of_an_event_is_an_address_of_the_store(event: str) -> None:
    found = set(pages([event], with_way=True))
    assert found
    assert found - {"*"} <= ROUTES


@pytest.mark.parametrize("event", EVENTS)
def test_what_begins_on_the_front_has_a_way_from_there(event: str) -> None:
    assert leads_on([event], "", "")
    assert any(matches(each, "") for each in pages([event], with_way=True))


@pytest.mark.parametrize("event", ["StationPassed", "StampTraced", "UnitsReplaced"])
def test_what_is_no_event_of_the_store_happens_in_the_village(event: str) -> None:
    assert leads_on([event], "/village", "/village/order/o1")
    assert leads_on([event], "", "/village")
    assert not leads_on([event], "", "/orders")


def test_a_step_about_one_order_is_about_no_other() -> None:
    assert leads_on(["OrderPacked"], "/order/o1", "/order/o1")
    assert not leads_on(["OrderPacked"], "/order/o1", "/order/o11")
    assert not leads_on(["OrderPacked"], "/order/o1", "/orders")
    assert leads_on(["OrderPacked"], "", "/order/o11")
    assert leads_on(["OrderPaidOut"], "/order/o1", "")


def test_a_product_leads_to_its_stations_and_to_no_other_product() -> None:
    assert leads_on(["Described"], "/product/p1", "/product/p1/describe")
    assert not leads_on(["Described"], "/product/p1", "/product/p2/describe")
    assert not leads_on(["Described"], "/product/p1", "/messages")
    assert leads_on(["Described"], "", "/product/p2/describe")
    assert not leads_on(["Described"], "", "/product/p2/price")


@pytest.mark.parametrize(
    ("event", "here"),
    [
        ("MessageAnswered", "/message/m3"),
        ("TroubleEnded", "/trouble/t1"),
        ("StoryHeard", "/morning"),
        ("MoneySaved", "/money/goal/save"),
        ("LoanTaken", "/money/loan/bank"),
        ("MoneyWithdrawn", "/money/card/withdraw"),
        ("ReviewHeard", "/messages"),
    ],
)
def test_who_is_where_it_happens_is_not_astray_and_elsewhere_is(event: str, here: str) -> None:
    assert leads_on([event], "", here)
    assert not leads_on(["OrderPacked"], "", here)
