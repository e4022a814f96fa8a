"""Where customers' money is: held until it is paid out or paid back."""

import random
from dataclasses import replace

import pytest

from demo_store.commands import DeclineOrder, EndDay
from demo_store.engine import fold, handle
from demo_store.events import OrderReturned, Refunded
from demo_store.finance.accounts import Accounts, accounts, order_accounts
from demo_store.practice.situations import prepare
from demo_store.store import Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def in_situation(name: str, store: Store | None = None) -> Store:
    store = store or Store()
    events = prepare(CATALOGUE, store, name, "eggs", random.Random(1))
    return fold(CATALOGUE, store, events)


def balanced(found: Accounts) -> bool:
    parts = (found.fees_fen, found.freight_fen, found.refunds_fen, found.payout_fen)
    return found.customers_paid_fen == sum(parts) + found.held_fen


@pytest.mark.parametrize("name", ["order-waiting", "order-labelled", "order-delivered"])
def test_all_of_it_is_held_until_it_is_paid_out(name: str) -> None:
    store = in_situation(name)
    total = store.orders[0].total_fen
    assert accounts(store) == Accounts(total, held_fen=total)


def test_what_was_paid_out_is_held_no_more() -> None:
    store = in_situation("order-paid")
    found = accounts(store)
    (order,) = store.orders
    assert found.held_fen == 0
    assert found.payout_fen == order.payout_fen > 0
    assert found.freight_fen == order.freight_fen > 0
    assert balanced(found)


def test_a_declined_order_is_paid_back_whole() -> None:
    store = in_situation("order-waiting")
    command = DeclineOrder("o1")
    store = fold(CATALOGUE, store, handle(CATALOGUE, store, command, random.Random(1)))
    total = store.orders[0].total_fen
    assert accounts(store) == Accounts(total, refunds_fen=total)


def test_a_lost_parcel_is_paid_back_whole_and_its_freight_is_owed_to_nobody() -> None:
    store = in_situation("order-shipped")
    (order,) = store.orders
    store = replace(store, orders=(replace(order, lost=True, arrives_day=store.day + 1),))
    store = fold(CATALOGUE, store, handle(CATALOGUE, store, EndDay(), random.Random(1)))
    assert store.order("o1") is not None
    found = order_accounts(store.orders[0])
    assert found == Accounts(order.total_fen, refunds_fen=order.total_fen)
    assert store.orders[0].stars is None


def test_what_she_pays_back_after_the_payout_comes_out_of_it() -> None:
    store = in_situation("order-paid")
    before = accounts(store)
    (order,) = store.orders
    events = (Refunded("o1", order.total_fen, store.day), OrderReturned("o1", 1, store.day))
    after = accounts(fold(CATALOGUE, store, events))
    assert after.refunds_fen == before.refunds_fen + order.total_fen
    assert after.payout_fen == before.payout_fen - order.total_fen
    assert balanced(after)


def test_a_part_that_is_paid_back_before_is_held_no_more() -> None:
    store = in_situation("order-delivered")
    found = accounts(fold(CATALOGUE, store, [Refunded("o1", 300, store.day)]))
    assert (found.refunds_fen, found.held_fen) == (300, found.customers_paid_fen - 300)


def test_accounts_of_many_stores_add_up() -> None:
    paid, waiting = accounts(in_situation("order-paid")), accounts(in_situation("order-waiting"))
    both = paid + waiting
    assert both.customers_paid_fen == paid.customers_paid_fen + waiting.customers_paid_fen
    assert both.held_fen == waiting.held_fen
    assert balanced(both)
