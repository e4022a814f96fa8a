"""A store's name and its words: renown from reviews, what is said of a product, fast copies."""

import random
from dataclasses import FrozenInstanceError, replace

import pytest

from demo_store.buyers.demand import words
from demo_store.changed import changed
from demo_store.commands import AddProduct, Describe
from demo_store.engine import apply, fold, handle
from demo_store.errors import UnknownId
from demo_store.events import Described, OrderDelivered, OrderShipped, ReviewWritten
from demo_store.practice.situations import focus, prepare
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
RNG = random.Random(1)


def delivered(count: int) -> Store:
    order = Order("", "p1", 20, 400, "beijing", "teacher", 1, 4, state=OrderState.DELIVERED)
    orders = tuple(replace(order, id=f"o{number}") for number in range(1, count + 1))
    return Store(products=(Product("p1", "nang"),), orders=orders)


def reviewed(store: Store, *stars: int) -> Store:
    events = [ReviewWritten(f"o{n}", each, ("delicious",)) for n, each in enumerate(stars, 1)]
    return fold(CATALOGUE, store, events)


def test_good_stars_make_a_name_and_bad_ones_lose_it() -> None:
    assert reviewed(delivered(3), 5, 4, 3).renown == 3
    assert reviewed(delivered(3), 5, 1, 5).renown == 2
    assert reviewed(delivered(3), 5, 1, 1).renown == 0, "never below that of a new store"


def test_a_review_that_is_written_anew_counts_instead_of_the_first() -> None:
    store = reviewed(delivered(2), 5, 2)
    assert fold(CATALOGUE, store, [ReviewWritten("o1", 4, ("no-help",))]).renown == 0
    store = reviewed(delivered(2), 5, 5)
    assert fold(CATALOGUE, store, [ReviewWritten("o1", 4, ("no-help",))]).renown == 3


def described(store: Store, *commands: Describe) -> Store:
    for command in commands:
        store = fold(CATALOGUE, store, handle(CATALOGUE, store, command, random.Random(1)))
    return store


def nang() -> Store:
    return fold(
        CATALOGUE, Store(), handle(CATALOGUE, Store(), AddProduct("nang"), random.Random(1))
    )


def test_what_is_said_twice_is_one_word() -> None:
    command = Describe("p1", ("handmade", "big", "handmade"))
    assert handle(CATALOGUE, nang(), command, random.Random(1)) == (
        Described("p1", ("handmade", "big"), ""),
    )


def test_a_recording_keeps_the_words_and_words_keep_the_recording() -> None:
    store = described(nang(), Describe("p1", ("big",)), Describe("p1", (), "clip"))
    assert (store.products[0].qualities, store.products[0].words_clip) == (("big",), "clip")
    assert words(store.products[0]) == 2
    store = described(store, Describe("p1", ("handmade",)))
    assert (store.products[0].qualities, store.products[0].words_clip) == (("handmade",), "clip")


def test_a_word_that_there_is_not_is_the_callers_mistake() -> None:
    with pytest.raises(UnknownId, match="moonlit"):
        described(nang(), Describe("p1", ("moonlit",)))


def test_a_changed_copy_is_what_replace_gives() -> None:
    order = delivered(1).orders[0]
    assert changed(order, stars=3, broken=2) == replace(order, stars=3, broken=2)
    assert changed(order) == order
    assert changed(order) is not order
    with pytest.raises(AttributeError):
        changed(order, star=3)
    with pytest.raises(FrozenInstanceError):
        changed(order).stars = 3  # type: ignore[misc]


def test_no_practice_waits_for_a_parcel_that_will_never_arrive() -> None:
    store = fold(CATALOGUE, Store(), prepare(CATALOGUE, Store(), "order-shipped", "nang", RNG))
    lost = replace(store, orders=(replace(store.orders[0], lost=True),))
    assert focus(lost, "order-shipped") is None
    for name in ("order-shipped", "order-delivered"):
        events = prepare(CATALOGUE, lost, name, "nang", RNG)
        sent = [event for event in events if isinstance(event, OrderShipped)]
        assert [event.order for event in sent] == ["o2"]
        assert not any(isinstance(e, OrderDelivered) and e.order == "o1" for e in events)


def test_no_parcel_of_a_practice_is_lost() -> None:
    carriers = {id: replace(each, loss=1.0) for id, each in CATALOGUE.carriers.items()}
    market = replace(CATALOGUE.market, beginner_orders=1)
    world = replace(CATALOGUE, carriers=carriers, market=market)
    store = delivered(30)
    events = prepare(world, store, "order-shipped", "nang", RNG)
    assert not any(event.lost for event in events if isinstance(event, OrderShipped))
    for event in events:
        store = apply(world, store, event)
    assert store.orders[-1].state is OrderState.SHIPPED
