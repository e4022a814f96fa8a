"""Who waits in vain takes her money back and goes; a beginner's customers wait."""

import random
from dataclasses import replace

import pytest

from demo_store.buyers.score import score_of
from demo_store.commands import AcceptOrder, CollectOrder, EndDay
from demo_store.days.patience import last_day
from demo_store.engine import fold, handle
from demo_store.events import OrderLapsed, Refused, StoreEvent
from demo_store.finance.accounts import accounts
from demo_store.practice.situations import prepare
from demo_store.store import OVER, Order, OrderState, Store
from demo_store.village.commands import AtStore
from demo_store.village.engine import fold as fold_village
from demo_store.village.engine import passed
from demo_store.world.catalogue import Catalogue, load_catalogue
from tests.village_told import Told

CATALOGUE = load_catalogue()
GROWN = replace(CATALOGUE, market=replace(CATALOGUE.market, beginner_orders=0))
"""Where nobody is a beginner."""
STATES = {
    "order-waiting": OrderState.PLACED,
    "order-accepted": OrderState.ACCEPTED,
    "order-collected": OrderState.COLLECTED,
    "order-labelled": OrderState.LABELLED,
}


def at(situation: str) -> Store:
    events = prepare(CATALOGUE, Store(), situation, "eggs", random.Random(1))
    return fold(CATALOGUE, Store(), events)


def the_order(store: Store) -> Order:
    order = store.order("o1")
    assert order is not None
    return order


def slept_until(
    store: Store, day: int, catalogue: Catalogue = GROWN
) -> tuple[Store, list[StoreEvent]]:
    """The morning of a day, and all that the nights before it brought."""
    happened: list[StoreEvent] = []
    while store.day < day:
        events = handle(catalogue, store, EndDay(), random.Random(store.day))
        store = fold(catalogue, store, events)
        happened += events
    return store, happened


@pytest.mark.parametrize("situation", STATES)
def test_on_the_last_day_she_can_still_send_it_and_on_the_next_the_customer_is_gone(
    situation: str,
) -> None:
    store = at(situation)
    last = last_day(GROWN, the_order(store))
    still, _ = slept_until(store, last)
    assert the_order(still).state is STATES[situation]
    _, happened = slept_until(still, last + 1)
    assert [event.order for event in happened if isinstance(event, OrderLapsed)] == ["o1"]


def test_what_was_promised_is_waited_for_longer() -> None:
    waiting, accepted = the_order(at("order-waiting")), the_order(at("order-accepted"))
    more = GROWN.market.waits_after_days
    assert last_day(GROWN, waiting) == waiting.due_day
    assert last_day(GROWN, accepted) == accepted.due_day + more


@pytest.mark.parametrize("situation", STATES)
def test_she_gets_her_money_back_and_the_goods_lie_in_the_stock_again(situation: str) -> None:
    before = at(situation)
    order = the_order(before)
    gone, _ = slept_until(before, last_day(GROWN, order) + 1)
    lapsed = the_order(gone)
    assert lapsed.state is OrderState.LAPSED
    assert lapsed.state in OVER
    assert lapsed.refund_fen == order.total_fen
    assert accounts(replace(gone, orders=(lapsed,))).held_fen == 0
    collected = situation in ("order-collected", "order-labelled")
    back = order.quantity if collected else 0
    assert gone.products[0].stock == before.products[0].stock + back
    assert lapsed.making_fen == 0


def test_it_counts_as_not_sent_in_time() -> None:
    store = at("order-waiting")
    gone, _ = slept_until(store, last_day(GROWN, the_order(store)) + 1)
    assert score_of(GROWN, replace(gone, orders=gone.orders[:1])).shipped == 0


def test_what_lapsed_cannot_be_accepted_any_more() -> None:
    store = at("order-waiting")
    gone, _ = slept_until(store, last_day(GROWN, the_order(store)) + 1)
    events = handle(GROWN, gone, AcceptOrder("o1"), random.Random(1))
    assert events == (Refused("AcceptOrder", "done"),)


@pytest.mark.parametrize("situation", STATES)
def test_a_beginners_customer_waits_however_long_she_sleeps(situation: str) -> None:
    store = at(situation)
    later, happened = slept_until(store, 40, CATALOGUE)
    assert the_order(later).state is STATES[situation]
    assert not any(isinstance(event, OrderLapsed) for event in happened)


def test_the_families_have_their_units_again_and_the_centre_has_room() -> None:
    told = Told(families=2, eggs=40, catalogue=GROWN)
    told.order(50)
    told.do(AtStore(CollectOrder("o1")))
    assert told.village.in_store == sum(each.sold for each in told.village.families) == 50
    while the_order(told.village.store).state is not OrderState.LAPSED:
        before = told.village
        events, told.village = passed(GROWN, told.centre, before, told.rng)
    assert told.village == fold_village(GROWN, before, events)
    assert told.village.in_store == sum(each.sold for each in told.village.families) == 0
