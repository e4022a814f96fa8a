"""What is true on average over many seeds: packing, sending late, price."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo_store.commands import (
    AcceptOrder,
    CheckOrder,
    CollectOrder,
    LabelOrder,
    MakeStock,
    PackOrder,
    ShipOrder,
    StampOrder,
)
from demo_store.days.night import end_day
from demo_store.days.sky import Overnight
from demo_store.engine import fold, handle
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

WORLD = load_catalogue()
# nobody asks anything: an answer that is owed would be one more reason for fewer stars
QUIET = replace(WORLD.manners.rules, question_chance=0, trouble_chance=0)
CATALOGUE = replace(WORLD, manners=replace(WORLD.manners, rules=QUIET))
BY_PROTECTION = sorted(CATALOGUE.packagings.values(), key=lambda each: each.protection)
FRAGILE = sorted(kind.id for kind in CATALOGUE.kinds.values() if kind.fragile)
KINDS = sorted(CATALOGUE.kinds)
CARRIERS = sorted(CATALOGUE.carriers)


def stamped(kind: str, city: str, quantity: int = 30, day: int = 20) -> Store:
    """An order that is ready to be packed."""
    price = CATALOGUE.kind(kind).price_fen.low
    order = Order(
        "o1", "p1", quantity, price, city, "teacher", day, day + 3, state=OrderState.STAMPED,
        batches=((day, quantity),),
    )  # fmt: skip
    return Store(day=day, products=(Product("p1", kind),), orders=(order,))


def sent(store: Store, packaging: str, carrier: str, seed: int) -> Order:
    rng = random.Random(seed)
    for command in (PackOrder("o1", packaging), LabelOrder("o1"), ShipOrder("o1", carrier)):
        store = fold(CATALOGUE, store, handle(CATALOGUE, store, command, rng))
    return store.orders[0]


@settings(deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    city=st.sampled_from(sorted(CATALOGUE.cities)),
    carrier=st.sampled_from(CARRIERS),
    quantity=st.integers(1, 60),
    seed=st.integers(0, 2**32),
)
def test_with_the_same_luck_better_packing_never_breaks_more(
    kind: str, city: str, carrier: str, quantity: int, seed: int
) -> None:
    store = stamped(kind, city, quantity)
    broken = [sent(store, each.id, carrier, seed).broken for each in BY_PROTECTION]
    assert broken == sorted(broken, reverse=True)
    assert kind in FRAGILE or broken[0] == 0


def test_better_packing_breaks_less_on_average() -> None:
    store = stamped("eggs", "beijing")
    broken = [
        sum(sent(store, each.id, "road", seed).broken for seed in range(100))
        for each in BY_PROTECTION
    ]
    assert broken[0] > 2 * broken[1] > 4 * broken[-1] > 0


def stars(kind: str, ready_day: int, shipped_day: int, seed: int) -> int:
    """Of a parcel that was ready on one day and is handed over on another."""
    store = replace(stamped(kind, "shanghai", day=ready_day), day=shipped_day)
    order = sent(store, "egg-tray", "road", seed)
    rng = random.Random(seed)
    store = replace(store, orders=(replace(order, lost=False),))
    while store.orders[0].stars is None:
        store = fold(CATALOGUE, store, end_day(CATALOGUE, store, rng, Overnight()))
    return store.orders[0].stars


@pytest.mark.parametrize("kind", ["nang", "eggs", "chicken", "cotton-quilt"])
@settings(deadline=None)
@given(st.integers(20, 30) | st.integers(215, 230), st.integers(1, 20))
def test_a_later_ship_day_never_raises_stars_on_average(kind: str, day: int, later: int) -> None:
    seeds = range(12)
    soon = sum(stars(kind, day, day, seed) for seed in seeds)
    late = sum(stars(kind, day, day + later, seed) for seed in seeds)
    assert late <= soon


def stars_with_new_stock(kind: str, age: int, waits: int, bakes: int, seed: int) -> int:
    """Of an order that waits some days on the shelf, while ``bakes`` new units come every day."""
    day, price = 100, CATALOGUE.kind(kind).price_fen.low
    order = Order("o1", "p1", 10, price, "beijing", "teacher", day, day + 3)
    # not published: who buys meanwhile would take the old ones away
    shelf = Product("p1", kind, batches=((day - age, 12),), price_fen=price)
    store, rng = Store(day=day, products=(shelf,), orders=(order,)), random.Random(seed)
    store = fold(CATALOGUE, store, handle(CATALOGUE, store, AcceptOrder("o1"), rng))
    for _ in range(waits):
        store = fold(CATALOGUE, store, end_day(CATALOGUE, store, rng, Overnight()))
        store = fold(CATALOGUE, store, handle(CATALOGUE, store, MakeStock("p1", bakes), rng))
    rng = random.Random(seed)  # the same luck under way, whenever it leaves
    for command in (
        CollectOrder("o1"), CheckOrder("o1"), StampOrder("o1"), PackOrder("o1", "egg-tray"),
        LabelOrder("o1"), ShipOrder("o1", "road"),
    ):  # fmt: skip
        store = fold(CATALOGUE, store, handle(CATALOGUE, store, command, rng))
    store = replace(store, orders=(replace(store.orders[0], lost=False),))
    while store.orders[0].stars is None:
        store = fold(CATALOGUE, store, end_day(CATALOGUE, store, rng, Overnight()))
    return store.orders[0].stars


@pytest.mark.parametrize("kind", ["nang", "eggs", "chicken"])
@settings(deadline=None, max_examples=30)
@given(st.integers(0, 40), st.integers(0, 4), st.integers(1, 5), st.integers(1, 20))
def test_a_later_ship_day_never_raises_stars_also_where_new_ones_are_made(
    kind: str, age: int, waits: int, later: int, bakes: int
) -> None:
    seeds = range(8)
    soon = sum(stars_with_new_stock(kind, age, waits, bakes, seed) for seed in seeds)
    late = sum(stars_with_new_stock(kind, age, waits + later, bakes, seed) for seed in seeds)
    assert late <= soon
