"""Situations: practice can begin in every store, and nothing is done that need not be."""

import random
from dataclasses import replace

import pytest

from demo_store.engine import apply, fold
from demo_store.errors import UnknownId
from demo_store.events import (
    Described,
    ListingPublished,
    OrderAccepted,
    OrderPlaced,
    PhotoChosen,
    PriceSet,
    ProductAdded,
    StockMade,
    StoreEvent,
)
from demo_store.practice.situations import SITUATIONS, focus, prepare
from demo_store.selling.next_step import setup_step
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def prepared(store: Store, name: str, kind: str = "nang") -> tuple[StoreEvent, ...]:
    return prepare(CATALOGUE, store, name, kind, random.Random(1))


def in_situation(name: str, kind: str = "nang", store: Store | None = None) -> Store:
    store = store or Store()
    return fold(CATALOGUE, store, prepared(store, name, kind))


def test_as_it_is_changes_nothing() -> None:
    assert prepared(Store(), "as-it-is") == ()


@pytest.mark.parametrize(
    ("name", "coach"),
    [
        ("product-added", "photo"),
        ("photo-chosen", "name"),
        ("made", "price"),
        ("priced", "publish"),
        ("published", None),
    ],
)
def test_a_listing_situation_leaves_the_next_step_to_the_learner(
    name: str, coach: str | None
) -> None:
    assert setup_step(in_situation(name).products[0]) == coach


def test_what_only_a_situation_listed_is_taken_back_with_its_cost() -> None:
    listed = in_situation("published", "eggs")
    assert listed.money_fen < 0
    store = in_situation("not-prepared", "eggs", listed)
    assert store.products == ()
    assert store.chosen == ""
    assert store.money_fen == 0
    assert in_situation("product-added", "eggs", store).products[0].id == "p1"


@pytest.mark.parametrize(
    "own", [PhotoChosen("p1", "photo:1"), PriceSet("p1", 10), Described("p1", ("fresh",), "")]
)
def test_what_she_did_herself_or_what_was_ordered_is_not_taken_back(own: StoreEvent) -> None:
    listed = in_situation("published", "eggs")
    assert prepared(apply(CATALOGUE, listed, own), "not-prepared", "eggs") == ()
    assert prepared(in_situation("order-waiting", "eggs"), "not-prepared", "eggs") == ()
    assert prepared(in_situation("photo-chosen", "eggs"), "not-prepared", "eggs") == ()
    assert prepared(listed, "not-prepared", "nang") == ()


def test_a_waiting_order_comes_from_beijing_and_can_be_filled() -> None:
    store = in_situation("order-waiting")
    (order,) = store.orders
    assert order.city == "beijing"
    assert CATALOGUE.customer(order.customer).city == "beijing"
    assert store.products[0].stock >= order.quantity
    assert store.products[0].photo == CATALOGUE.kind("nang").picture
    assert order.price_fen == 400


def test_her_own_photo_price_and_stock_are_kept() -> None:
    hers = Product("p1", "nang", photo="her-own", batches=((1, 100),), price_fen=350)
    events = prepared(Store(products=(hers,)), "order-waiting")
    assert not any(isinstance(event, ProductAdded | StockMade) for event in events)
    store = fold(CATALOGUE, Store(products=(hers,)), events)
    assert store.products[0].photo == "her-own"
    assert store.orders[0].price_fen == 350


def test_the_order_that_is_nearest_is_taken_on() -> None:
    store = in_situation("order-waiting")
    assert prepared(store, "order-accepted") == (OrderAccepted("o1"),)


def test_a_new_order_comes_where_the_old_ones_are_past_it() -> None:
    store = in_situation("order-shipped")
    events = prepared(store, "order-waiting")
    assert [event.order for event in events if isinstance(event, OrderPlaced)] == ["o2"]
    assert not any(isinstance(event, ListingPublished) for event in events)


def test_a_new_order_does_not_take_the_units_that_another_order_waits_for() -> None:
    store = in_situation("order-accepted")
    (first,) = store.orders
    only_enough = replace(store.products[0], batches=((1, first.quantity),))
    store = in_situation("order-waiting", store=replace(store, products=(only_enough,)))
    assert store.products[0].stock == sum(order.quantity for order in store.orders)


def test_what_an_order_lacks_is_made_for_it() -> None:
    store = in_situation("order-accepted")
    sold_out = replace(store.products[0], batches=())
    store = in_situation("order-collected", store=replace(store, products=(sold_out,)))
    assert store.orders[0].state is OrderState.COLLECTED
    assert store.products[0].stock == 0


def test_no_day_passes_so_that_her_own_orders_do_not_become_late() -> None:
    store = in_situation("order-paid")
    assert store.day == 1


@pytest.mark.parametrize("kind", CATALOGUE.kinds)
def test_a_sale_in_practice_leaves_money_and_is_fresh(kind: str) -> None:
    (order,) = in_situation("order-paid", kind).orders
    assert order.payout_fen > 0
    assert "stale" not in order.review_reasons


def test_the_focus_is_the_oldest_order_in_that_state() -> None:
    orders = tuple(
        Order(id, "p1", 1, 400, "beijing", "teacher", 1, 4, state=state)
        for id, state in [
            ("o1", OrderState.PAID),
            ("o2", OrderState.PLACED),
            ("o3", OrderState.PLACED),
        ]
    )
    store = Store(products=(Product("p1", "nang"),), orders=orders)
    assert focus(store, "order-waiting") == "o2"
    assert focus(store, "order-paid") == "o1"
    assert focus(store, "order-shipped") is None


def test_the_focus_is_the_newest_product_that_is_so_far() -> None:
    store = in_situation("product-added", "eggs", in_situation("published", "nang"))
    assert focus(store, "product-added") == "p2"
    assert focus(store, "published") == "p1"
    assert focus(store, "published", "eggs") == "p2"
    assert focus(Store(), "published") is None
    assert focus(store, "as-it-is") is None


def test_an_unknown_situation_or_kind_is_the_callers_mistake() -> None:
    with pytest.raises(UnknownId):
        prepared(Store(), "order-lost")
    with pytest.raises(UnknownId):
        focus(Store(), "order-lost")
    for name in SITUATIONS:
        with pytest.raises(UnknownId):
            prepared(Store(), name, "boat")
