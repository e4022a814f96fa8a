"""Trouble comes seldom, ends by any way with the cost that is shown, and blocks nothing."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from demo_store.commands import (
    AcceptOrder,
    AnswerMessage,
    CheckOrder,
    CollectOrder,
    EndDay,
    EndTrouble,
    LabelOrder,
    MakeStock,
    PackOrder,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.conversation import talk, troubles
from demo_store.engine import fold, handle
from demo_store.errors import UnknownId
from demo_store.events import (
    OrderPacked,
    OrderPlaced,
    OrderReturned,
    PriceSet,
    Refunded,
    Refused,
    StoreEvent,
    TroubleCame,
    TroubleEnded,
    TroubleGone,
)
from demo_store.finance.accounts import accounts
from demo_store.practice import scenes
from demo_store.practice.situations import SITUATIONS, prepare
from demo_store.selling.next_step import next_step
from demo_store.store import LedgerEntry, OrderState, Store, Trouble
from demo_store.world.catalogue import Catalogue, load_catalogue
from demo_store.world.trouble_kinds import TroubleKind

CATALOGUE = load_catalogue()
TROUBLES = list(CATALOGUE.troubles.values())
DAY = 20

every_trouble = pytest.mark.parametrize("kind", TROUBLES, ids=lambda each: each.id)


def in_trouble(trouble: str, store: Store | None = None, kind: str | None = None) -> Store:
    store = store or Store(day=DAY)
    return fold(
        CATALOGUE,
        store,
        scenes.bring(CATALOGUE, store, f"trouble:{trouble}", random.Random(1), kind),
    )


def chosen(store: Store, way: str) -> tuple[StoreEvent, ...]:
    trouble = store.troubles[-1].id
    return handle(CATALOGUE, store, EndTrouble(trouble, way), random.Random(1))


def after(store: Store, way: str) -> Store:
    return fold(CATALOGUE, store, chosen(store, way))


def slept(store: Store, seed: int = 1) -> Store:
    return fold(CATALOGUE, store, handle(CATALOGUE, store, EndDay(), random.Random(seed)))


def assert_adds_up(store: Store) -> None:
    """Customers' money, her own, and what making the units cost: nothing is lost or made up."""
    found = accounts(store)
    assert found.customers_paid_fen == sum(order.total_fen for order in store.orders)
    assert found.customers_paid_fen == (
        found.fees_fen + found.freight_fen + found.refunds_fen + found.payout_fen + found.held_fen
    )
    assert found.held_fen >= 0
    assert sum(entry.fen for entry in store.ledger) == store.money_fen
    assert all(entry.fen % 10 == 0 for entry in store.ledger)
    assert all(0 <= order.refund_fen <= order.total_fen for order in store.orders)
    assert all(product.stock >= 0 for product in store.products)
    made = -sum(entry.fen for entry in store.ledger if entry.what == "making")
    kept = sum(product.stock_cost_fen for product in store.products)
    kept += sum(order.making_fen for order in store.orders)
    assert made == kept + sum(trouble.goods_fen for trouble in store.troubles)


@every_trouble
@pytest.mark.parametrize("nights", [0, 1, 3])
def test_every_way_ends_it_today_or_later_and_keeps_the_money(
    kind: TroubleKind, nights: int
) -> None:
    store = in_trouble(kind.id)
    for seed in range(nights):
        store = slept(store, seed)
    trouble = store.troubles[0]
    troubles.story(CATALOGUE, store, trouble)
    for way in kind.ways.values():
        troubles.way_words(CATALOGUE, store, trouble, way.id)
        command = EndTrouble(trouble.id, way.id)
        events = handle(CATALOGUE, store, command, random.Random(1))
        assert events == handle(CATALOGUE, store, command, random.Random(2))
        ended = events[0]
        if isinstance(ended, TroubleGone):
            assert nights, "what has just come is not gone"
            assert_adds_up(fold(CATALOGUE, store, events))
            continue
        assert isinstance(ended, TroubleEnded)
        assert ended.good or ended.cost_fen > 0
        assert (ended.way, ended.good) == (way.id, way.good)
        assert 0 <= ended.lost_fen <= ended.cost_fen
        assert not any(isinstance(event, PriceSet) for event in events)
        now = fold(CATALOGUE, store, events)
        assert_adds_up(now)
        troubles.after(CATALOGUE, now, now.troubles[0])
        refused = handle(CATALOGUE, now, command, random.Random(1))
        assert refused == (Refused("EndTrouble", "done"),)
        assert_adds_up(slept(now))


@every_trouble
def test_a_good_way_costs_no_more_than_any_bad_one(kind: TroubleKind) -> None:
    store = in_trouble(kind.id)
    costs = {way.id: chosen(store, way.id)[0].cost_fen for way in kind.ways.values()}  # type: ignore[union-attr]
    good = [costs[way.id] for way in kind.ways.values() if way.good]
    bad = [costs[way.id] for way in kind.ways.values() if not way.good]
    assert min(good) <= min(bad)
    assert all(cost > 0 for cost in bad)


def test_what_is_not_there_is_the_callers_mistake() -> None:
    store = in_trouble("code-call")
    for command in (EndTrouble("t9", "tell-him"), EndTrouble("t1", "shout")):
        with pytest.raises(UnknownId):
            handle(CATALOGUE, store, command, random.Random(1))
    for scene in ("trouble:flood", "message:flood", "party:flood", "code-call"):
        with pytest.raises(UnknownId):
            scenes.bring(CATALOGUE, store, scene, random.Random(1))


def test_what_a_cheat_takes_is_gone_from_her_money_and_no_more_than_was_there() -> None:
    store = in_trouble("code-call")
    trouble = store.troubles[-1]
    lost = after(store, "tell-him")
    assert trouble.fen > 0
    assert lost.ledger[-1] == LedgerEntry(DAY, "trouble", -trouble.fen, "t1")
    assert lost.money_fen == store.money_fen - trouble.fen
    assert after(store, "tell-nobody").money_fen == store.money_fen
    fee = in_trouble("first-place-fee", after(store, "tell-him"))
    assert (
        0 < after(fee, "pay").troubles[-1].lost_fen <= CATALOGUE.troubles["first-place-fee"].amount
    )


def test_goods_that_are_sent_for_a_picture_of_money_are_gone() -> None:
    store = in_trouble("false-payment")
    trouble = store.troubles[-1]
    lost = after(store, "send-now")
    assert lost.products[0].stock == store.products[0].stock - trouble.quantity
    unit = CATALOGUE.kind(store.products[0].kind).unit_cost_fen
    assert lost.troubles[-1].cost_fen == lost.troubles[-1].goods_fen == unit * trouble.quantity
    assert lost.money_fen == store.money_fen, "making them was paid long ago"
    assert after(store, "wait").products == store.products


def promised_to_others(store: Store) -> Store:
    """The same store, but somebody has ordered everything that lies there."""
    product = store.products[0]
    placed = OrderPlaced("o1", product.id, product.stock, 300, "beijing", "teacher", DAY, DAY + 3)
    return fold(CATALOGUE, store, [placed])


def test_goods_that_a_cheat_got_are_lacking_to_others() -> None:
    store = promised_to_others(in_trouble("false-payment"))
    lost = after(after(store, "send-now"), "send-now")
    assert lost.troubles[0].cost_fen == lost.troubles[0].goods_fen > 0
    assert lost.products[0].stock == store.products[0].stock - store.troubles[0].quantity
    lost = fold(CATALOGUE, lost, handle(CATALOGUE, lost, AcceptOrder("o1"), random.Random(1)))
    assert handle(CATALOGUE, lost, CollectOrder("o1"), random.Random(1)) == (
        Refused("CollectOrder", "stock"),
    )


def test_a_price_below_the_cost_that_she_agreed_to_costs_also_when_all_is_promised() -> None:
    store = promised_to_others(in_trouble("haggler"))
    ended, order = chosen(store, "take-offer")
    assert isinstance(ended, TroubleEnded)
    assert isinstance(order, OrderPlaced)
    assert order.quantity == store.troubles[0].quantity
    unit = CATALOGUE.kind("nang").unit_cost_fen
    assert ended.cost_fen == (unit - order.price_fen) * order.quantity > 0


def test_what_can_not_cost_anything_any_more_goes_away_and_is_not_told_as_a_loss() -> None:
    store = in_trouble("false-payment")
    empty = replace(store, products=(replace(store.products[0], batches=()),))
    assert chosen(empty, "send-now") == (TroubleGone("t1", DAY),)
    assert isinstance(chosen(empty, "wait")[0], TroubleEnded)
    gone = after(empty, "send-now")
    assert troubles.open_troubles(gone) == ()
    assert handle(CATALOGUE, gone, EndTrouble("t1", "wait"), random.Random(1)) == (
        Refused("EndTrouble", "done"),
    )
    robbed = replace(store := in_trouble("code-call"), purse=replace(store.purse, card_fen=0))
    assert chosen(robbed, "tell-him") == (TroubleGone("t1", DAY),)


def test_a_trouble_whose_story_is_not_true_any_more_goes_away_in_the_night() -> None:
    store = in_trouble("below-cost")
    dearer = fold(CATALOGUE, store, [PriceSet("p1", 500)])
    assert chosen(dearer, "leave-it") == (TroubleGone("t1", DAY),)
    night = handle(CATALOGUE, dearer, EndDay(), random.Random(1))
    assert TroubleGone("t1", DAY + 1) in night
    assert not any(isinstance(e, TroubleGone) for e in handle(
        CATALOGUE, store, EndDay(), random.Random(1)))  # fmt: skip
    wrong = in_trouble("wrong-box")
    for command in (LabelOrder("o1"), ShipOrder("o1", "air")):
        wrong = fold(CATALOGUE, wrong, handle(CATALOGUE, wrong, command, random.Random(1)))
    assert TroubleGone("t1", DAY + 1) in handle(CATALOGUE, wrong, EndDay(), random.Random(1))


def test_of_a_whole_parcel_only_the_true_damage_is_paid_back() -> None:
    store = in_trouble("all-broke")
    order = store.orders[-1]
    assert 0 < order.broken * 2 < order.quantity
    fair = after(store, "ask-photo")
    assert fair.troubles[-1].cost_fen == order.broken * order.price_fen
    assert slept(fair).orders[0].refund_fen == order.broken * order.price_fen
    assert fair.orders[-1].stars == 5
    dear = after(store, "pay-all")
    assert dear.troubles[-1].cost_fen == order.total_fen
    assert slept(dear).orders[0].refund_fen == order.total_fen
    hard = after(store, "pay-nothing")
    assert hard.orders[-1].stars == 3
    assert slept(hard).orders[0].refund_fen == order.broken * order.price_fen


def test_packed_again_it_is_packed_best_and_both_packings_are_paid() -> None:
    store = in_trouble("wrong-box")
    bag = store.orders[-1].packaging_fen
    events = chosen(store, "pack-again")
    tray = CATALOGUE.packaging("egg-tray").cost_fen
    assert events[1:] == (OrderPacked(store.orders[-1].id, "egg-tray", tray),)
    packed = fold(CATALOGUE, store, events)
    assert packed.orders[-1].packaging_fen == bag + tray
    assert [e.fen for e in packed.ledger if e.what == "packaging"] == [-bag, -tray]
    labelled = fold(CATALOGUE, packed, [])
    assert next_step(labelled, labelled.orders[-1]) == "label"


def test_who_sends_it_as_it_is_loses_what_breaks_and_only_that() -> None:
    store = in_trouble("wrong-box")
    events = chosen(store, "send-it")
    assert [type(event) for event in events] == [TroubleEnded]
    assert after(store, "send-it").orders == store.orders
    sent = store
    for command in (LabelOrder("o1"), ShipOrder("o1", "air")):
        sent = fold(CATALOGUE, sent, handle(CATALOGUE, sent, command, random.Random(1)))
    late = chosen(sent, "pack-again")
    assert [type(event) for event in late] == [TroubleGone], "it is on its way already"


@pytest.mark.parametrize("paid", [False, True])
def test_what_comes_back_whole_can_be_sold_again(paid: bool) -> None:
    store = in_trouble("sent-back")
    order = store.orders[-1]
    if paid:
        night = handle(CATALOGUE, store, EndDay(), random.Random(1))
        store = fold(CATALOGUE, store, [e for e in night if not isinstance(e, OrderPlaced)])
        assert store.orders[-1].state is OrderState.PAID
    events = chosen(store, "take-it-back")
    assert any(isinstance(event, OrderReturned) for event in events)
    back = fold(CATALOGUE, store, events)
    assert back.products[0].stock == store.products[0].stock + order.quantity
    assert back.orders[-1].refund_fen == order.total_fen
    assert back.orders[-1].state is OrderState.RETURNED
    # in the end she has lost the way there, and the fee where it was taken already
    fee = store.orders[-1].fee_fen
    assert back.troubles[-1].cost_fen == order.freight_fen + fee
    before_sale = store.money_fen - store.orders[-1].payout_fen
    assert back.money_fen == before_sale - order.freight_fen - fee
    assert_adds_up(back)


def test_to_keep_it_for_less_costs_a_tenth() -> None:
    store = in_trouble("sent-back")
    order = store.orders[-1]
    (refund,) = [e for e in chosen(store, "keep-for-less") if isinstance(e, Refunded)]
    assert refund.fen == order.total_fen // 10
    paid = slept(after(store, "keep-for-less"))
    assert paid.orders[0].refund_fen == refund.fen


def test_a_large_order_becomes_one_that_can_be_filled() -> None:
    store = in_trouble("big-order")
    trouble = store.troubles[-1]
    (order,) = [e for e in chosen(store, "what-there-is") if isinstance(e, OrderPlaced)]
    assert order.quantity == store.products[0].stock < trouble.quantity
    assert not any(isinstance(event, OrderPlaced) for event in chosen(store, "promise-all"))


def test_a_haggler_buys_at_the_price_that_she_says() -> None:
    store = in_trouble("haggler")
    price, cost = store.products[0].price_fen or 0, CATALOGUE.kind("nang").unit_cost_fen
    prices = {
        way: next(e.price_fen for e in chosen(store, way) if isinstance(e, OrderPlaced))
        for way in CATALOGUE.troubles["haggler"].ways
    }
    assert prices["my-price"] == price
    assert cost < prices["a-little-less"] < price
    assert prices["take-offer"] < cost


def test_her_price_stays_hers() -> None:
    store = in_trouble("below-cost")
    for way in CATALOGUE.troubles["below-cost"].ways:
        assert after(store, way).products == store.products
    fair = in_trouble("below-cost", kind="eggs")
    assert fair.products[0].kind == "eggs"


@every_trouble
def test_it_can_be_brought_to_any_store_and_takes_no_time(kind: TroubleKind) -> None:
    for name in SITUATIONS:
        for sold in ("nang", "eggs", "cotton-quilt"):
            rng = random.Random(2)
            store = Store()
            store = fold(CATALOGUE, store, prepare(CATALOGUE, store, name, sold, rng))
            troubled = in_trouble(kind.id, store, sold)
            assert [each.trouble for each in troubles.open_troubles(troubled)] == [kind.id]
            assert troubled.day == store.day
            assert scenes.bring(CATALOGUE, troubled, f"trouble:{kind.id}", rng) == ()
            assert_adds_up(troubled)


@every_trouble
def test_no_practice_is_blocked_while_it_is_open_or_after_any_way(kind: TroubleKind) -> None:
    troubled = in_trouble(kind.id)
    stores = [troubled, *(after(troubled, way) for way in kind.ways)]
    for store in stores:
        for name in SITUATIONS:
            events = prepare(CATALOGUE, store, name, "eggs", random.Random(2))
            ready = fold(CATALOGUE, store, events)
            assert prepare(CATALOGUE, ready, name, "eggs", random.Random(2)) == ()
            assert_adds_up(ready)


def trader(nights: int, seed: int, catalogue: Catalogue = CATALOGUE) -> list[StoreEvent]:
    """What happens to someone with eggs and a quilt who does anything, also foolish things."""
    rng = random.Random(seed)
    store = Store()
    events: list[StoreEvent] = []

    def happen(more: tuple[StoreEvent, ...]) -> None:
        nonlocal store
        store = fold(catalogue, store, more)
        events.extend(more)

    def do(command: StoreCommand) -> None:
        happen(handle(catalogue, store, command, rng))

    for kind in ("eggs", "cotton-quilt"):
        happen(prepare(catalogue, store, "published", kind, rng))
    for _ in range(nights):
        do(EndDay())
        for order in store.open_orders:
            for command in (
                MakeStock(order.product, order.quantity),
                AcceptOrder(order.id),
                CollectOrder(order.id),
                CheckOrder(order.id),
                StampOrder(order.id),
                PackOrder(order.id, rng.choice(("bag", "egg-tray"))),
                LabelOrder(order.id),
                ShipOrder(order.id, rng.choice(("air", "road"))),
            ):
                if rng.random() < 0.9:
                    do(command)
        for message in talk.open_messages(store):
            reply = rng.choice(sorted(catalogue.questions[message.question].replies))
            if rng.random() < 0.8:
                do(AnswerMessage(message.id, reply))
        for trouble in troubles.open_troubles(store):
            if rng.random() < 0.5:
                do(
                    EndTrouble(
                        trouble.id, rng.choice(sorted(catalogue.troubles[trouble.trouble].ways))
                    )
                )
        if rng.random() < 0.1:
            do(SetPrice("p1", rng.choice((40, 150, 180))))
        if store.day % 10 == 0:
            assert_adds_up(store)
    assert_adds_up(store)
    assert fold(catalogue, Store(), events) == store
    return events


@pytest.mark.parametrize("seed", range(3))
def test_whatever_she_does_the_money_adds_up_and_trouble_comes_one_by_one(seed: int) -> None:
    events = trader(120, seed)
    first = CATALOGUE.manners.rules.first_trouble_day
    open_now = 0
    times: Counter[str] = Counter()
    for event in events:
        if isinstance(event, TroubleGone):
            open_now -= 1
        elif isinstance(event, TroubleCame):
            assert event.day >= first
            assert open_now == 0, "never two at once"
            open_now += 1
            times[event.trouble] += 1
        elif isinstance(event, TroubleEnded):
            open_now -= 1
    assert 2 <= sum(times.values()) <= 15
    assert max(times.values()) <= 2


def test_each_kind_comes_once_before_any_comes_twice() -> None:
    eager = replace(
        CATALOGUE,
        manners=replace(
            CATALOGUE.manners, rules=replace(CATALOGUE.manners.rules, trouble_chance=1.0)
        ),
    )
    base = in_trouble("sent-back", in_trouble("all-broke", in_trouble("wrong-box")))
    base = in_trouble("first-place-fee", base)
    store, seen = replace(base, troubles=(), day=30), []
    for number in range(1, 40):
        came = troubles.overnight(eager, store, random.Random(number))
        if not came:
            break
        (event,) = came
        assert isinstance(event, TroubleCame)
        seen.append(event.trouble)
        ended = Trouble(event.id, event.trouble, "", "", 0, 30, way="x")
        store = replace(store, troubles=(*store.troubles, ended))
    needed = {kind.id for kind in TROUBLES if not kind.own_mistake}
    times: Counter[str] = Counter()
    for id in seen:
        fewest = min(times[each] for each in needed)
        assert times[id] <= fewest
        times[id] += 1
    assert needed <= set(times)
    assert max(times.values()) >= 2


def test_no_trouble_comes_in_the_first_days_nor_to_an_empty_store() -> None:
    eager = replace(
        CATALOGUE,
        manners=replace(
            CATALOGUE.manners, rules=replace(CATALOGUE.manners.rules, trouble_chance=1.0)
        ),
    )
    store = replace(in_trouble("code-call"), troubles=())
    first = CATALOGUE.manners.rules.first_trouble_day
    for day in range(1, first):
        assert troubles.overnight(eager, replace(store, day=day), random.Random(1)) == ()
    assert troubles.overnight(eager, replace(store, day=first), random.Random(1))
    assert troubles.overnight(eager, Store(day=50), random.Random(1)) == ()


def test_the_order_of_the_files_changes_nothing() -> None:
    turned = replace(
        CATALOGUE,
        troubles=dict(reversed(CATALOGUE.troubles.items())),
        customers=dict(reversed(CATALOGUE.customers.items())),
        packagings=dict(reversed(CATALOGUE.packagings.items())),
        carriers=dict(reversed(CATALOGUE.carriers.items())),
    )
    store = replace(in_trouble("all-broke"), troubles=())
    for seed in range(200):
        once, again = (
            troubles.overnight(catalogue, store, random.Random(seed))
            for catalogue in (CATALOGUE, turned)
        )
        assert once == again
    for kind in TROUBLES:
        brought = [
            scenes.bring(catalogue, Store(), f"trouble:{kind.id}", random.Random(1))
            for catalogue in (CATALOGUE, turned)
        ]
        assert brought[0] == brought[1]
