"""Whatever a learner taps, in whatever order, the store stays true."""

import random
from collections.abc import Callable

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from demo_store.catalogue import load_catalogue
from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    CheckOrder,
    ChoosePhoto,
    CollectOrder,
    CountMoney,
    DeclineOrder,
    EndDay,
    HearOrder,
    LabelOrder,
    MakeStock,
    OpenProduct,
    PackOrder,
    Publish,
    SayName,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
    ViewAsBuyer,
)
from demo_store.engine import apply, fold, handle
from demo_store.events import OrderDelivered, OrderPaidOut, Refused, ReviewWritten, StoreEvent
from demo_store.money import heaps, notes_for
from demo_store.next_step import STEP_AFTER, next_step, setup_step
from demo_store.situations import SITUATIONS, focus, prepare
from demo_store.store import Order, OrderState, Store

CATALOGUE = load_catalogue()
LIFE = list(OrderState)
KINDS = st.sampled_from(sorted(CATALOGUE.kinds))
PLACES = st.integers(0, 7)

ORDER_COMMANDS: dict[str, Callable[[str], StoreCommand]] = {
    "accept": AcceptOrder,
    "collect": CollectOrder,
    "check": CheckOrder,
    "stamp": StampOrder,
    "pack": lambda order: PackOrder(order, "padded-box"),
    "label": LabelOrder,
    "ship": lambda order: ShipOrder(order, "road"),
}


Action = Callable[[Store, random.Random], tuple[StoreEvent, ...]]


class StoreMachine(RuleBasedStateMachine):
    """A learner who taps anything. In the end the same taps with the same seed, and the history
    alone, must both make the same store."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store()
        self.history: list[StoreEvent] = []
        self.actions: list[Action] = []
        self.rng = random.Random(7)

    def do(self, command: StoreCommand) -> tuple[StoreEvent, ...]:
        events = self.act(lambda store, rng: handle(CATALOGUE, store, command, rng))
        assert events, "every tap is answered"
        return events

    def act(self, action: Action) -> tuple[StoreEvent, ...]:
        events = action(self.store, self.rng)
        self.actions.append(action)
        for event in events:
            self.check(event)
            self.store = apply(CATALOGUE, self.store, event)
            self.history.append(event)
        return events

    def check(self, event: StoreEvent) -> None:
        match event:
            case OrderPaidOut():
                parts = event.fee_fen + event.freight_fen + event.refund_fen + event.payout_fen
                assert event.customer_paid_fen == parts
                assert min(event.fee_fen, event.freight_fen, event.refund_fen) >= 0
                assert event.customer_paid_fen == self.order(event.order).total_fen
                assert sum(notes_for(event.payout_fen)) == event.payout_fen
            case ReviewWritten():
                assert 1 <= event.stars <= 5
                assert event.reasons
                assert (event.stars == 5) == (set(event.reasons) <= {"delicious", "helped"})
            case OrderDelivered():
                assert self.order(event.order).state is OrderState.SHIPPED

    def order(self, order_id: str) -> Order:
        order = self.store.order(order_id)
        assert order is not None
        return order

    def some_product(self, place: int) -> str | None:
        products = self.store.products
        return products[place % len(products)].id if products else None

    def some_order(self, place: int) -> Order | None:
        orders = self.store.orders
        return orders[-1 - place % len(orders)] if orders else None

    @rule(kind=KINDS)
    def add(self, kind: str) -> None:
        self.do(AddProduct(kind))

    @rule(
        place=PLACES,
        command=st.sampled_from([OpenProduct, SayName, Publish, lambda p: ChoosePhoto(p, "nang")]),
    )
    def list_it(self, place: int, command: Callable[[str], StoreCommand]) -> None:
        if product := self.some_product(place):
            self.do(command(product))

    @rule(place=PLACES, quantity=st.integers(-1, 80))
    def make(self, place: int, quantity: int) -> None:
        if product := self.some_product(place):
            self.do(MakeStock(product, quantity))

    @rule(place=PLACES, jiao=st.integers(0, 400))
    def price(self, place: int, jiao: int) -> None:
        if product := self.some_product(place):
            self.do(SetPrice(product, jiao * 10))

    @rule(place=PLACES, step=st.sampled_from(sorted(ORDER_COMMANDS)))
    def any_step(self, place: int, step: str) -> None:
        if not (order := self.some_order(place)):
            return
        due = STEP_AFTER.get(order.state)
        product = self.store.product(order.product)
        assert product is not None
        short = step == "collect" and product.stock < order.quantity
        (event,) = self.do(ORDER_COMMANDS[step](order.id))
        after = self.order(order.id).state
        if isinstance(event, Refused):
            assert after is order.state
            assert step != due or short
        else:
            assert step == due
            assert LIFE.index(after) == LIFE.index(order.state) + 1

    @rule(place=PLACES)
    def right_step(self, place: int) -> None:
        order = self.some_order(place)
        step = next_step(self.store, order) if order else None
        if order and step == "make":
            self.do(MakeStock(order.product, order.quantity))
        elif order and step in ORDER_COMMANDS:
            (event,) = self.do(ORDER_COMMANDS[step](order.id))
            assert not isinstance(event, Refused), "the coach pointed at a step that is refused"

    @rule(place=PLACES, command=st.sampled_from([HearOrder, DeclineOrder]))
    def hear_or_decline(self, place: int, command: Callable[[str], StoreCommand]) -> None:
        if order := self.some_order(place):
            self.do(command(order.id))

    @rule(command=st.sampled_from([ViewAsBuyer(), CountMoney(), EndDay(), EndDay(), EndDay()]))
    def look_or_sleep(self, command: StoreCommand) -> None:
        self.do(command)

    @rule(name=st.sampled_from(SITUATIONS), kind=KINDS)
    def situation(self, name: str, kind: str) -> None:
        day = self.store.day
        events = self.act(lambda store, rng: prepare(CATALOGUE, store, name, kind, rng))
        assert not any(isinstance(event, Refused) for event in events)
        assert self.store.day == day
        assert_is_in(self.store, name, kind)
        assert prepare(CATALOGUE, self.store, name, kind, random.Random(4)) == ()

    @invariant()
    def nothing_is_below_zero(self) -> None:
        assert all(product.stock >= 0 for product in self.store.products)
        assert all(0 <= order.broken <= order.quantity for order in self.store.orders)
        assert all(order.quantity >= 1 for order in self.store.orders)

    @invariant()
    def ids_are_unique(self) -> None:
        ids = [product.id for product in self.store.products]
        ids += [order.id for order in self.store.orders]
        assert len(ids) == len(set(ids))

    @invariant()
    def every_unit_keeps_what_making_it_cost(self) -> None:
        made = -sum(entry.fen for entry in self.store.ledger if entry.what == "making")
        in_stock = sum(product.stock_cost_fen for product in self.store.products)
        assert made == in_stock + sum(order.making_fen for order in self.store.orders)

    @invariant()
    def the_heaps_are_what_customers_paid(self) -> None:
        paid = [order for order in self.store.orders if order.state is OrderState.PAID]
        found = heaps(self.store)
        assert found.cost_fen + found.others_fen + found.mine_fen == sum(o.total_fen for o in paid)

    def teardown(self) -> None:
        assert fold(CATALOGUE, Store(), self.history) == self.store
        store, rng = Store(), random.Random(7)
        for action in self.actions:
            store = fold(CATALOGUE, store, action(store, rng))
        assert store == self.store


def assert_is_in(store: Store, name: str, kind: str) -> None:
    """The store is where the situation says, and the focus is on it."""
    found = focus(store, name, kind)
    if name == "as-it-is":
        assert found is None
    elif name.startswith("order-"):
        states = {"waiting": "placed", "labelled": "labelled"}
        word = name.removeprefix("order-")
        order = store.order(found or "")
        assert order is not None
        assert order.state == states.get(word, word)
    else:
        product = store.product(found or "")
        assert product is not None
        assert product.kind == kind
        assert name == "product-added" or product.photo
        assert name in ("product-added", "photo-chosen") or product.stock >= 1
        assert name not in ("priced", "published") or product.price_fen
        assert name != "published" or (product.published and setup_step(product) in (None, "name"))


TestStoreMachine = StoreMachine.TestCase
TestStoreMachine.settings = settings(
    max_examples=100,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
