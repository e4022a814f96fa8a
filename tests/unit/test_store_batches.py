"""Stock by the day on which it was made: the oldest goes first, and what went knows its own age."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo_store import batches
from demo_store.batches import Batches
from demo_store.buyers import claims
from demo_store.buyers.reviews import written
from demo_store.commands import CheckOrder, CollectOrder, MakeStock, StoreCommand
from demo_store.conversation.truth import asked, is_true
from demo_store.engine import fold, handle
from demo_store.events import (
    OrderAccepted,
    OrderChecked,
    OrderCollected,
    OrderLapsed,
    OrderPlaced,
    OrderReturned,
    ReviewWritten,
    StockMade,
)
from demo_store.selling.shelf import next_made_day
from demo_store.store import Message, Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
DAY = 60
SHELVES = st.dictionaries(st.integers(1, 9), st.integers(1, 9), max_size=5).map(
    lambda days: tuple(sorted(days.items()))
)


def shop(*shelf: tuple[int, int], kind: str = "nang", quantity: int = 5) -> Store:
    """An accepted order and what lies on the shelf."""
    cost = batches.count(shelf) * CATALOGUE.kind(kind).unit_cost_fen
    product = Product("p1", kind, batches=shelf, stock_cost_fen=cost, price_fen=300, published=True)
    order = Order(
        "o1", "p1", quantity, 300, "beijing", "teacher", DAY, DAY + 3, state=OrderState.ACCEPTED
    )
    return Store(day=DAY, products=(product,), orders=(order,))


def done(store: Store, *commands: StoreCommand, seed: int = 1) -> Store:
    rng = random.Random(seed)
    for command in commands:
        store = fold(CATALOGUE, store, handle(CATALOGUE, store, command, rng))
    return store


def came(store: Store) -> ReviewWritten:
    """What is written of the order that was sent today and arrives six days later."""
    sent = replace(store.orders[0], shipped_day=DAY)
    return written(CATALOGUE, replace(store, day=DAY + 6), sent)


def units(shelf: Batches) -> Counter[int]:
    return Counter({day: count for day, count in shelf if count})


def test_one_new_unit_does_not_make_the_old_ones_fresh() -> None:
    store = done(shop((1, 100)), MakeStock("p1", 1))
    assert store.products[0].batches == ((1, 100), (DAY, 1))
    sent = done(store, CollectOrder("o1"))
    assert sent.orders[0].batches == ((1, 5),)
    review = came(sent)
    assert (review.reasons, review.stale) == (("stale",), 5)


def test_of_a_mixed_parcel_only_the_old_units_are_counted_stale() -> None:
    sent = done(shop((1, 2), (DAY, 9)), CollectOrder("o1"))
    assert sent.orders[0].batches == ((1, 2), (DAY, 3))
    review = came(sent)
    assert (review.reasons, review.stale) == (("stale",), 2)


def test_it_is_not_from_today_where_the_next_buyer_gets_an_old_one() -> None:
    message = Message("m1", "is-it-fresh", "teacher", "p1", "", DAY, DAY + 1)

    def fresh(*shelf: tuple[int, int]) -> bool:
        about = asked(CATALOGUE, shop(*shelf), message)
        return is_true(about, about.question.reply("from-today"))

    assert not fresh((1, 100), (DAY, 1))
    assert fresh((1, 5), (DAY, 30)), "the five old ones are promised already"
    assert not fresh((1, 6), (DAY, 30))
    assert fresh((DAY - 1, 9))


def test_what_she_says_of_it_is_true_of_all_that_lies_there_and_of_all_that_went() -> None:
    mixed = shop((1, 1), (DAY, 30)).products[0]
    assert not claims.is_true_now(CATALOGUE, mixed, "fresh-today", DAY)
    told = replace(mixed, qualities=("fresh-today",))
    order = replace(shop().orders[0], shipped_day=DAY)
    for parcel, untrue in ((((DAY, 5),), ()), (((1, 1), (DAY, 4)), ("fresh-today",))):
        assert claims.untrue(CATALOGUE, told, replace(order, batches=parcel)) == untrue


@pytest.mark.parametrize(
    ("shelf", "sent", "reasons"),
    [
        (((50, 9),), ((50, 5),), ("broken-promise",)),
        (((50, 9), (DAY, 4)), ((50, 5),), ("broken-promise",)),
        (((50, 9), (DAY, 6)), ((DAY, 5),), ("delicious",)),
    ],
)
def test_who_promised_new_ones_sends_them_as_soon_as_there_are_enough(
    shelf: Batches, sent: Batches, reasons: tuple[str, ...]
) -> None:
    promise = Message(
        "m1", "is-it-fresh", "teacher", "p1", "", DAY, DAY + 1, "make-new", DAY, good=True
    )
    store = done(replace(shop(*shelf), messages=(promise,)), CollectOrder("o1"))
    (order,) = store.orders
    assert order.batches == sent
    assert written(CATALOGUE, replace(store, day=DAY + 1), order).reasons == reasons


def test_bad_units_are_taken_from_their_places_and_the_oldest_put_in() -> None:
    store = replace(shop((1, 3), (5, 4), (9, 9), kind="eggs", quantity=6))
    store = done(store, CollectOrder("o1"))
    checked = OrderChecked("o1", 2, bad=(0, 5), put_in=((5, 1), (9, 1)))
    after = fold(CATALOGUE, store, [checked])
    assert after.orders[0].batches == ((1, 2), (5, 3), (9, 1))
    assert after.products[0].batches == ((9, 8),)


@pytest.mark.parametrize("seed", range(30))
def test_a_check_changes_as_many_as_it_says_and_keeps_the_number(seed: int) -> None:
    store = done(shop((1, 20), (5, 40), kind="eggs", quantity=30), CollectOrder("o1"))
    (event,) = handle(CATALOGUE, store, CheckOrder("o1"), random.Random(seed))
    assert isinstance(event, OrderChecked)
    assert len(event.bad) == event.replaced == batches.count(event.put_in)
    after = fold(CATALOGUE, store, [event])
    assert batches.count(after.orders[0].batches) == 30
    assert after.products[0].stock == 30 - event.replaced


def test_what_comes_back_keeps_its_age() -> None:
    store = done(shop((1, 3), (5, 9)), CollectOrder("o1"))
    back = fold(CATALOGUE, store, [OrderLapsed("o1", DAY, 5)])
    assert back.products[0].batches == ((1, 3), (5, 9))
    some = fold(CATALOGUE, store, [OrderReturned("o1", 4, DAY)])
    assert some.products[0].batches == ((1, 3), (5, 8))


def test_records_that_are_older_than_the_days_can_still_be_told() -> None:
    old = [
        StockMade("p1", 10, 1500, 1), StockMade("p1", 10, 1500, 5),
        OrderPlaced("o1", "p1", 12, 300, "beijing", "teacher", 5, 8),
        OrderAccepted("o1"), OrderCollected("o1"), OrderChecked("o1", 2),
    ]  # fmt: skip
    store = fold(CATALOGUE, Store(products=(Product("p1", "nang"),)), old)
    assert store.orders[0].batches == ((1, 8), (5, 4))
    assert store.products[0].batches == ((5, 6),)


def test_the_next_buyer_gets_what_is_promised_to_nobody() -> None:
    store = shop((1, 5), (7, 2))
    assert next_made_day(store, store.products[0]) == 7
    assert next_made_day(shop((1, 3)), shop((1, 3)).products[0]) is None


@given(SHELVES, SHELVES)
def test_laying_units_on_a_shelf_loses_none_and_keeps_it_small(
    left: Batches, more: Batches
) -> None:
    shelf = batches.laid(left, more)
    assert units(shelf) == units(left) + units(more)
    assert list(shelf) == sorted(units(shelf).items()), "each day once, the oldest first"


@given(SHELVES, st.integers(0, 50))
def test_the_first_units_and_those_behind_them_are_all(shelf: Batches, wanted: int) -> None:
    out, left = batches.first(shelf, wanted), batches.after(shelf, wanted)
    assert batches.count(out) == min(wanted, batches.count(shelf))
    assert units(out) + units(left) == units(shelf)
    assert all(day <= other for day, _ in out for other, _ in left)
    assert batches.without(shelf, out) == left


@given(SHELVES, SHELVES)
def test_of_a_day_that_has_too_few_others_go(shelf: Batches, out: Batches) -> None:
    left = batches.without(shelf, out)
    assert batches.count(left) == max(0, batches.count(shelf) - batches.count(out))
    assert all(count > 0 for _, count in left)


@given(SHELVES, st.sets(st.integers(0, 44)))
def test_units_at_places_and_those_apart_from_them_are_all(
    shelf: Batches, places: set[int]
) -> None:
    there = [day for day, count in shelf for _ in range(count)]
    kept = [day for place, day in enumerate(there) if place not in places]
    assert units(batches.apart_from(shelf, places)) == Counter(kept)
