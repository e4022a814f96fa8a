"""An order's life: the steps in their order, what chance decides, the night, the money."""

import random
from dataclasses import replace

import pytest

from demo_store.buyers.demand import price_share
from demo_store.commands import (
    AcceptOrder,
    CheckOrder,
    CollectOrder,
    DeclineOrder,
    EndDay,
    HearOrder,
    LabelOrder,
    MakeStock,
    PackOrder,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.days.night import paid_out
from demo_store.engine import fold, handle
from demo_store.errors import UnknownId
from demo_store.events import (
    OrderDeclined,
    OrderDelivered,
    OrderHeard,
    OrderPaidOut,
    OrderPlaced,
    OrderShipped,
    Refused,
    ReviewWritten,
    StoreEvent,
)
from demo_store.finance.accounts import accounts
from demo_store.finance.heaps import Heaps, heaps
from demo_store.finance.statement import heaps_of, statement
from demo_store.practice.situations import prepare
from demo_store.purse import Purse
from demo_store.selling.next_step import next_step
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def after(store: Store, *commands: StoreCommand, seed: int = 1) -> Store:
    """The store after the commands."""
    rng = random.Random(seed)
    for command in commands:
        store = fold(CATALOGUE, store, handle(CATALOGUE, store, command, rng))
    return store


def answer(store: Store, command: StoreCommand, seed: int = 1) -> tuple[StoreEvent, ...]:
    """What one command brings about."""
    return handle(CATALOGUE, store, command, random.Random(seed))


def in_situation(name: str, kind: str = "eggs", store: Store | None = None) -> Store:
    """A store in which a practice step can begin."""
    store = store or Store()
    return fold(CATALOGUE, store, prepare(CATALOGUE, store, name, kind, random.Random(1)))


def open_store(price_fen: int = 150, stock: int = 60) -> Store:
    """Eggs that buyers can see, and no order yet."""
    eggs = Product(
        "p1", "eggs", photo="egg", batches=((1, stock),), price_fen=price_fen, published=True
    )
    return Store(products=(eggs,))


def orders_of(events: tuple[StoreEvent, ...]) -> list[OrderPlaced]:
    """The orders among the events."""
    return [event for event in events if isinstance(event, OrderPlaced)]


STEPS: list[tuple[str, StoreCommand]] = [
    ("accept", AcceptOrder("o1")),
    ("collect", CollectOrder("o1")),
    ("check", CheckOrder("o1")),
    ("stamp", StampOrder("o1")),
    ("pack", PackOrder("o1", "egg-tray")),
    ("label", LabelOrder("o1")),
    ("ship", ShipOrder("o1", "air")),
]


@pytest.mark.parametrize("done", range(len(STEPS) + 1))
def test_only_the_next_step_succeeds(done: int) -> None:
    store = after(in_situation("order-waiting"), *(command for _, command in STEPS[:done]))
    for place, (_, command) in enumerate(STEPS):
        events = answer(store, command)
        name = type(command).__name__
        if place < done:
            assert events == (Refused(name, "done"),)
        elif place > done:
            assert events == (Refused(name, STEPS[done][0]),)
        else:
            assert not isinstance(events[0], Refused)


def test_the_coach_leads_from_accepting_to_waiting() -> None:
    store = in_situation("order-waiting")
    for step, command in STEPS:
        assert next_step(store, store.orders[0]) == step
        store = after(store, command)
    assert next_step(store, store.orders[0]) == "wait"
    store = in_situation("order-paid", store=store)
    assert next_step(store, store.orders[0]) is None


def test_an_order_is_not_collected_from_too_small_a_stock() -> None:
    store = in_situation("order-accepted")
    short = replace(store.products[0], batches=((1, store.orders[0].quantity - 1),))
    store = replace(store, products=(short,))
    assert answer(store, CollectOrder("o1")) == (Refused("CollectOrder", "stock"),)
    assert next_step(store, store.orders[0]) == "make"


def test_collecting_takes_the_units_out_of_the_stock() -> None:
    before = in_situation("order-accepted")
    store = after(before, CollectOrder("o1"))
    assert store.products[0].stock == before.products[0].stock - before.orders[0].quantity


def test_a_bad_egg_is_changed_for_one_from_the_stock() -> None:
    before = in_situation("order-collected")
    before = replace(before, products=(replace(before.products[0], batches=((1, 100),)),))
    stores = [after(before, CheckOrder("o1"), seed=seed) for seed in range(20)]
    assert any(store.orders[0].replaced for store in stores)
    for store in stores:
        assert store.products[0].stock == 100 - store.orders[0].replaced


def test_no_more_eggs_are_bad_than_there_are_good_ones_to_put_in_their_place() -> None:
    before = in_situation("order-collected")
    before = replace(before, products=(replace(before.products[0], batches=((1, 1),)),))
    stores = [after(before, CheckOrder("o1"), seed=seed) for seed in range(20)]
    assert {store.orders[0].replaced for store in stores} == {0, 1}


def test_stale_is_what_was_made_long_before_even_if_fresh_ones_were_made_since() -> None:
    store = in_situation("order-accepted", "chicken")
    store = after(replace(store, day=9), CollectOrder("o1"), MakeStock("p1", 1))
    events = prepare(CATALOGUE, store, "order-delivered", "chicken", random.Random(1))
    (review,) = [event for event in events if isinstance(event, ReviewWritten)]
    assert "stale" in review.reasons


def test_a_declined_order_is_over() -> None:
    store = in_situation("order-waiting")
    assert answer(store, DeclineOrder("o1")) == (OrderDeclined("o1"),)
    store = after(store, DeclineOrder("o1"))
    assert answer(store, AcceptOrder("o1")) == (Refused("AcceptOrder", "done"),)
    assert next_step(store, store.orders[0]) is None


def test_a_promise_is_not_taken_back() -> None:
    store = in_situation("order-accepted")
    assert answer(store, DeclineOrder("o1")) == (Refused("DeclineOrder", "done"),)


def test_an_order_can_be_heard_at_any_time_and_need_not_be() -> None:
    for name in ("order-waiting", "order-shipped", "order-paid"):
        assert answer(in_situation(name), HearOrder("o1")) == (OrderHeard("o1"),)
    assert not in_situation("order-shipped").orders[0].heard


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("order-waiting", AcceptOrder("o9")),
        ("order-stamped", PackOrder("o1", "basket")),
        ("order-labelled", ShipOrder("o1", "donkey")),
    ],
)
def test_what_is_not_there_is_the_callers_mistake(name: str, command: StoreCommand) -> None:
    with pytest.raises(UnknownId):
        answer(in_situation(name), command)


def test_a_plane_is_sooner_there_and_costs_more() -> None:
    store = in_situation("order-labelled")
    (road,), (air,) = answer(store, ShipOrder("o1", "road")), answer(store, ShipOrder("o1", "air"))
    assert isinstance(road, OrderShipped)
    assert isinstance(air, OrderShipped)
    assert air.arrives_day < road.arrives_day
    assert air.freight_fen > road.freight_fen


def test_an_egg_tray_saves_eggs_that_a_bag_does_not() -> None:
    store = in_situation("order-stamped")

    def broken(packaging: str) -> int:
        packed = after(store, PackOrder("o1", packaging), LabelOrder("o1"))
        parcels = [after(packed, ShipOrder("o1", "road"), seed=seed) for seed in range(30)]
        return sum(parcel.orders[0].broken for parcel in parcels)

    assert broken("egg-tray") < broken("box") < broken("bag")


def test_what_does_not_break_arrives_whole_in_a_bag() -> None:
    store = after(in_situation("order-stamped", "raisins"), PackOrder("o1", "bag"))
    store = after(store, LabelOrder("o1"))
    for seed in range(20):
        assert after(store, ShipOrder("o1", "road"), seed=seed).orders[0].broken == 0


def test_a_parcel_arrives_on_its_day_and_is_paid_the_day_after() -> None:
    store = in_situation("order-shipped")
    days: dict[str, int] = {}
    for _ in range(20):
        for event in answer(store, EndDay()):
            if isinstance(event, OrderDelivered | OrderPaidOut) and event.order == "o1":
                days[type(event).__name__] = event.day
        store = after(store, EndDay())
    arrives = store.orders[0].arrives_day
    assert arrives is not None
    assert days == {"OrderDelivered": arrives, "OrderPaidOut": arrives + 1}
    assert [entry.fen for entry in store.ledger if entry.what == "payout"] == [
        store.orders[0].payout_fen
    ]


def shipped(**changes: object) -> Store:
    """A parcel of good eggs that arrives tomorrow, with changes to the order."""
    order = Order(
        "o1", "p1", 30, 150, "beijing", "teacher", placed_day=1, due_day=4, packaging="box"
    )
    order = replace(
        order,
        state=OrderState.SHIPPED,
        carrier="air",
        shipped_day=2,
        batches=((1, 30),),
        arrives_day=6,
    )
    order = replace(order, **changes)  # type: ignore[arg-type]
    return Store(day=5, products=(Product("p1", "eggs"),), orders=(order,))


@pytest.mark.parametrize(
    ("changes", "stars", "reasons"),
    [
        ({}, 5, ("delicious",)),
        ({"shipped_day": 5}, 4, ("late",)),
        ({"shipped_day": 7}, 4, ("late",)),
        ({"shipped_day": 8}, 3, ("late",)),
        ({"waits": ((3, 7),)}, 5, ("delicious",)),
        ({"waits": ((3, 30),)}, 4, ("long-way",)),
        ({"waits": ((9, 30),), "shipped_day": 8}, 3, ("late",)),
        ({"broken": 2}, 4, ("broken",)),
        ({"broken": 15}, 3, ("broken",)),
        ({"batches": ((-40, 1), (1, 29))}, 3, ("stale",)),
        ({"price_fen": 300}, 4, ("too-dear",)),
        (
            {"shipped_day": 5, "broken": 30, "batches": ((-40, 1), (1, 29)), "price_fen": 300},
            1,
            ("late", "broken", "stale", "too-dear"),
        ),
    ],
)
def test_stars_tell_what_went_wrong(
    changes: dict[str, object], stars: int, reasons: tuple[str, ...]
) -> None:
    events = answer(shipped(**changes), EndDay())
    found = [event for event in events if isinstance(event, ReviewWritten)]
    assert [(each.stars, each.reasons) for each in found] == [(stars, reasons)]


def test_a_payout_is_what_was_paid_less_refund_fee_and_freight() -> None:
    (order,) = shipped(broken=2, freight_fen=900).orders
    paid = paid_out(CATALOGUE, order, 7)
    # 30 eggs at 1.50; two came back: 45 - 3 = 42; five percent of it is 2.10; freight 9
    assert paid == OrderPaidOut("o1", 4500, 210, 900, 300, 3090, 7)


def test_freight_that_is_more_than_the_sale_is_paid_by_the_seller() -> None:
    (order,) = shipped(broken=29, freight_fen=900).orders
    paid = paid_out(CATALOGUE, order, 7)
    assert (paid.freight_fen, paid.payout_fen) == (900, 150 - 900)
    assert paid.fee_fen + paid.freight_fen + paid.refund_fen + paid.payout_fen == 4500
    before = shipped(broken=29, freight_fen=900, state=OrderState.DELIVERED)
    store = fold(CATALOGUE, replace(before, purse=Purse(card_fen=300), money_fen=300), [paid])
    assert store.ledger[-1].fen == -750
    assert (store.money_fen, store.purse.card_fen, store.hand_fen) == (-450, 0, -450)
    assert heaps(store) == Heaps(0, 5250, -750, refunds_fen=4350)
    assert heaps_of(statement(store, last_day=7)).mine_fen == -750
    found = accounts(store)
    assert found.customers_paid_fen == found.freight_fen + found.refunds_fen + found.payout_fen


def test_the_first_order_comes_the_day_after_a_fair_listing_whatever_chance_says() -> None:
    for seed in range(50):
        (order,) = orders_of(answer(open_store(), EndDay(), seed))
        assert order.day == 2
        assert order.price_fen == 150
        assert 20 <= order.quantity <= 60


def test_nobody_orders_what_is_not_shown_not_there_or_much_too_dear() -> None:
    shown = open_store()
    hidden = replace(shown, products=(replace(shown.products[0], published=False),))
    for store in (hidden, open_store(stock=0), open_store(price_fen=400)):
        assert not any(orders_of(answer(store, EndDay(), seed)) for seed in range(30))


def test_the_dearer_the_fewer_orders() -> None:
    eggs = CATALOGUE.kind("eggs")
    wishes = CATALOGUE.market.wishes
    found = [price_share(wishes, eggs, price) for price in (120, 200, 250, 300, 400, 900)]
    assert 1 == found[0] > found[1] > found[2] > found[3] > found[4] == found[5] == 0


def test_what_is_promised_is_not_sold_twice() -> None:
    store = open_store(stock=40)
    for seed in range(10):
        store = after(store, EndDay(), seed=seed)
    assert sum(order.quantity for order in store.orders) <= 40


def test_no_more_orders_wait_than_a_beginner_can_bear() -> None:
    store = open_store(stock=10_000)
    for seed in range(30):
        store = after(store, EndDay(), seed=seed)
    assert len(store.orders) == CATALOGUE.market.most_open_orders
