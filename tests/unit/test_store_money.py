"""Counting: the fewest notes and coins, and the three heaps."""

import random
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo_store.commands import AddProduct, MakeStock
from demo_store.engine import fold, handle
from demo_store.errors import NotCountable
from demo_store.events import (
    OrderCollected,
    OrderLost,
    OrderPlaced,
    Refunded,
    TroubleCame,
    TroubleEnded,
)
from demo_store.finance.heaps import Heaps, heaps, unsold_fen
from demo_store.finance.money import DENOMINATIONS_FEN, notes_for
from demo_store.practice.situations import prepare
from demo_store.store import Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()


@cache
def fewest(fen: int) -> int:
    """The fewest pieces by trying every first piece: slow and surely right."""
    return 0 if fen == 0 else 1 + min(fewest(fen - d) for d in DENOMINATIONS_FEN if d <= fen)


def test_notes_come_the_largest_first() -> None:
    assert notes_for(18_860) == (10000, 5000, 2000, 1000, 500, 100, 100, 100, 50, 10)
    assert notes_for(0) == ()


@given(st.integers(0, 1_000_000).map(lambda jiao: jiao * 10))
def test_notes_make_exactly_the_amount(fen: int) -> None:
    notes = notes_for(fen)
    assert sum(notes) == fen
    assert list(notes) == sorted(notes, reverse=True)
    assert set(notes) <= set(DENOMINATIONS_FEN)


def test_no_fewer_pieces_would_do() -> None:
    for fen in range(0, 3000, 10):
        assert len(notes_for(fen)) == fewest(fen)


@pytest.mark.parametrize("fen", [-10, 5, 101])
def test_what_coins_cannot_make_is_the_callers_mistake(fen: int) -> None:
    with pytest.raises(NotCountable):
        notes_for(fen)


def test_the_heaps_of_a_paid_order_are_what_the_customer_paid() -> None:
    rng = random.Random(1)
    store = fold(CATALOGUE, Store(), prepare(CATALOGUE, Store(), "order-paid", "nang", rng))
    (order,) = store.orders
    found = heaps(store)
    assert found.cost_fen == order.making_fen + order.packaging_fen
    assert order.making_fen >= order.quantity * CATALOGUE.kind("nang").unit_cost_fen
    assert found.others_fen == order.fee_fen + order.freight_fen + order.refund_fen
    assert found.cost_fen + found.others_fen + found.mine_fen == order.total_fen


def test_what_was_made_and_not_sold_is_in_no_heap_yet() -> None:
    store = Store()
    for command in (AddProduct("nang"), MakeStock("p1", 10)):
        store = fold(CATALOGUE, store, handle(CATALOGUE, store, command, random.Random(1)))
    assert heaps(store) == Heaps(cost_fen=0, others_fen=0, mine_fen=0)
    assert store.money_fen == -10 * CATALOGUE.kind("nang").unit_cost_fen


def test_money_that_trouble_took_and_things_that_brought_none_are_in_the_heaps() -> None:
    rng = random.Random(1)
    store = fold(CATALOGUE, Store(), prepare(CATALOGUE, Store(), "order-paid", "nang", rng))
    (paid,) = store.orders
    happened = (
        Refunded("o1", 100, store.day),
        OrderPlaced("o2", "p1", 1, 200, "beijing", "teacher", store.day, store.day + 3),
        OrderCollected("o2"),
        OrderLost("o2", store.day),
        TroubleCame("t1", "code-call", "teacher", "", 500, store.day),
        TroubleEnded("t1", "tell-him", False, 300, store.day, 300),
    )
    before = heaps(store)
    stocked = fold(CATALOGUE, store, handle(CATALOGUE, store, MakeStock("p1", 5), random.Random(1)))
    after = fold(CATALOGUE, stocked, happened)
    found, lost = heaps(after), after.orders[1].making_fen
    assert lost > 0
    assert found.refunds_fen == before.refunds_fen + 100
    assert found.taken_fen == 300
    assert found.wasted_fen == lost
    assert found.cost_fen == before.cost_fen + lost
    assert found.others_fen == before.others_fen + 100 + 300
    assert found.mine_fen == before.mine_fen - 100 - 300 - lost
    assert found.cost_fen + found.others_fen + found.mine_fen == paid.total_fen
    assert found.mine_fen - unsold_fen(after) == after.money_fen
