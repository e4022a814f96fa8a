"""Putting a thing into the store: photo, name, stock, price, publishing."""

import random

import pytest

from demo_store.commands import (
    AddProduct,
    ChoosePhoto,
    MakeStock,
    OpenProduct,
    Publish,
    SayName,
    SetPrice,
    StoreCommand,
    ViewAsBuyer,
)
from demo_store.engine import fold, handle
from demo_store.errors import NotCountable, UnknownId
from demo_store.events import (
    ListingPublished,
    ProductAdded,
    ProductOpened,
    Refused,
    StockMade,
    StoreEvent,
    StoreViewedAsBuyer,
)
from demo_store.selling.next_step import setup_step
from demo_store.store import Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def told(store: Store, *commands: StoreCommand) -> tuple[Store, list[StoreEvent]]:
    """The store after the commands, and all that happened."""
    rng = random.Random(1)
    happened: list[StoreEvent] = []
    for command in commands:
        events = handle(CATALOGUE, store, command, rng)
        store = fold(CATALOGUE, store, events)
        happened += events
    return store, happened


def test_a_kind_is_added_once_and_opened_the_next_time() -> None:
    store, happened = told(Store(), AddProduct("nang"), AddProduct("eggs"), AddProduct("nang"))
    assert happened == [ProductAdded("p1", "nang"), ProductAdded("p2", "eggs"), ProductOpened("p1")]
    assert [product.kind for product in store.products] == ["nang", "eggs"]


def test_publishing_names_what_is_missing_first() -> None:
    store, _ = told(Store(), AddProduct("nang"))
    assert told(store, Publish("p1"))[1] == [Refused("Publish", "photo")]
    store, _ = told(store, ChoosePhoto("p1", "nang"))
    assert told(store, Publish("p1"))[1] == [Refused("Publish", "price")]
    store, _ = told(store, SetPrice("p1", 400))
    assert told(store, Publish("p1"))[1] == [Refused("Publish", "stock")]
    store, _ = told(store, MakeStock("p1", 1))
    store, happened = told(store, Publish("p1"))
    assert happened == [ListingPublished("p1")]
    assert store.products[0].published


def test_a_published_product_can_be_published_again_so_that_a_lesson_can_be_repeated() -> None:
    store, _ = told(
        Store(),
        AddProduct("nang"),
        ChoosePhoto("p1", "nang"),
        SetPrice("p1", 400),
        MakeStock("p1", 5),
        Publish("p1"),
    )
    assert told(store, Publish("p1"))[1] == [ListingPublished("p1")]


def test_making_costs_her_what_its_parts_cost() -> None:
    store, happened = told(Store(), AddProduct("nang"), MakeStock("p1", 20))
    cost = 20 * CATALOGUE.kind("nang").unit_cost_fen
    assert happened[-1] == StockMade("p1", 20, cost, day=1)
    assert store.products[0].stock == 20
    assert store.money_fen == -cost


def test_an_empty_hand_is_refused_and_changes_nothing() -> None:
    store, _ = told(Store(), AddProduct("nang"))
    after, happened = told(
        store, ChoosePhoto("p1", ""), MakeStock("p1", 0), SetPrice("p1", 0), MakeStock("p1", -3)
    )
    assert [event.missing for event in happened if isinstance(event, Refused)] == [
        "photo",
        "stock",
        "price",
        "stock",
    ]
    assert after == store


def test_more_than_anybody_makes_in_a_day_is_refused_and_changes_nothing() -> None:
    store, _ = told(Store(), AddProduct("nang"))
    most = CATALOGUE.kind("nang").most_units
    after, happened = told(store, MakeStock("p1", most + 1), MakeStock("p1", 10**9))
    assert happened == [Refused("MakeStock", "too-many")] * 2
    assert after == store
    assert told(store, MakeStock("p1", most))[0].products[0].stock == most


def test_a_price_that_coins_cannot_make_is_the_callers_mistake() -> None:
    store, _ = told(Store(), AddProduct("nang"))
    with pytest.raises(NotCountable):
        told(store, SetPrice("p1", 355))


@pytest.mark.parametrize("command", [AddProduct("boat"), OpenProduct("p9"), Publish("p9")])
def test_what_is_not_there_is_the_callers_mistake(command: StoreCommand) -> None:
    with pytest.raises(UnknownId):
        told(Store(), command)


def test_the_coach_leads_from_the_photo_to_publishing() -> None:
    store, _ = told(Store(), AddProduct("nang"))
    steps: dict[str, StoreCommand] = {
        "photo": ChoosePhoto("p1", "nang"),
        "name": SayName("p1"),
        "made": MakeStock("p1", 10),
        "price": SetPrice("p1", 400),
        "publish": Publish("p1"),
    }
    seen = []
    while (step := setup_step(store.products[0])) is not None:
        seen.append(step)
        store, _ = told(store, steps[step])
    assert seen == list(steps)


def test_the_coach_asks_for_more_when_a_product_is_sold_out() -> None:
    store, _ = told(Store(), AddProduct("nang"), ChoosePhoto("p1", "nang"), SayName("p1"))
    assert setup_step(store.products[0]) == "made"


def test_looking_at_the_store_changes_nothing() -> None:
    assert told(Store(), ViewAsBuyer()) == (Store(), [StoreViewedAsBuyer()])
