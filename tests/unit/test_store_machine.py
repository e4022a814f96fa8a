"""Whatever a learner taps, in whatever order, the store stays true."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    AnswerMessage,
    BuyGoal,
    CheckOrder,
    ChooseGoal,
    ChoosePhoto,
    CollectOrder,
    CountMoney,
    DeclineOrder,
    Describe,
    EndDay,
    EndTrouble,
    HearLoan,
    HearOrder,
    LabelOrder,
    LeaveLoan,
    MakeStock,
    OpenProduct,
    PackOrder,
    Publish,
    SaveMoney,
    SayName,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
    TakeBack,
    TakeLoan,
    ViewAsBuyer,
    WithdrawMoney,
)
from demo_store.engine import apply, fold, handle
from demo_store.events import (
    LoanPartMissed,
    LoanRepaid,
    LoanTaken,
    OrderChecked,
    OrderCollected,
    OrderDelivered,
    OrderLapsed,
    OrderPaidOut,
    OrderReturned,
    ProductTakenBack,
    Refused,
    ReviewWritten,
    SavingGoalBought,
    SavingGoalReached,
    StockMade,
    StoreEvent,
    TroubleEnded,
)
from demo_store.finance.accounts import Accounts, accounts, order_accounts
from demo_store.finance.heaps import heaps, unsold_fen
from demo_store.finance.money import countable, notes_for
from demo_store.finance.saving import at_hand_fen
from demo_store.finance.statement import by_day, heaps_of, statement
from demo_store.practice.situations import SITUATIONS, focus, prepare
from demo_store.selling.next_step import STEP_AFTER, next_step, setup_step
from demo_store.store import OVER, Order, OrderState, Store
from demo_store.world.catalogue import Catalogue, load_catalogue

CATALOGUE = load_catalogue()
LIFE = list(OrderState)
KINDS = st.sampled_from(sorted(CATALOGUE.kinds))
LOANS = st.sampled_from(sorted(CATALOGUE.loans))
BEGINNINGS = ("as-it-is", "published", "order-waiting", "money-on-card")
PLACES = st.integers(0, 15)
QUALITIES = st.sampled_from(sorted(CATALOGUE.qualities))
REASONS = {
    "too-dear", "no-photo", "no-words", "too-slow", "few-stars", "not-known", "no-answer",
    "sold-out",
    "just-looking",
}  # fmt: skip

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

    catalogue = CATALOGUE

    def __init__(self) -> None:
        super().__init__()
        self.units: Counter[str] = Counter()
        """What was made of each product and did not go anywhere yet."""
        self.store = Store()
        self.history: list[StoreEvent] = []
        self.actions: list[Action] = []
        self.rng = random.Random(7)

    def do(self, command: StoreCommand) -> tuple[StoreEvent, ...]:
        events = self.act(lambda store, rng: handle(self.catalogue, store, command, rng))
        assert events, "every tap is answered"
        return events

    def act(self, action: Action) -> tuple[StoreEvent, ...]:
        events = action(self.store, self.rng)
        self.actions.append(action)
        for event in events:
            self.check(event)
            self.store = apply(self.catalogue, self.store, event)
            self.history.append(event)
            self.count(event)
            self.money_is_where_it_should_be()
        return events

    def count(self, event: StoreEvent) -> None:
        """No unit is sold twice or comes from nothing."""
        match event:
            case StockMade():
                self.units[event.product] += event.quantity
            case OrderCollected():
                self.units[self.order(event.order).product] -= self.order(event.order).quantity
            case OrderChecked():
                self.units[self.order(event.order).product] -= event.replaced
            case OrderReturned() | OrderLapsed():
                self.units[self.order(event.order).product] += event.restocked
            case ProductTakenBack():
                self.units[event.product] = 0
            case TroubleEnded() if event.units_lost:
                assert event.cost_fen > 0
                (trouble,) = (each for each in self.store.troubles if each.id == event.id)
                self.units[trouble.product] -= event.units_lost
        assert {p.id: p.stock for p in self.store.products} == {
            product.id: self.units[product.id] for product in self.store.products
        }

    def money_is_where_it_should_be(self) -> None:
        """Customers' money: with the platform, taken, paid back or paid out, to the fen."""
        whole = Accounts()
        for order in self.store.orders:
            found = order_accounts(order)
            taken = found.fees_fen + found.freight_fen + found.refunds_fen
            assert found.customers_paid_fen == taken + found.payout_fen + found.held_fen
            assert min(found.fees_fen, found.freight_fen, found.refunds_fen, found.held_fen) >= 0
            assert found.refunds_fen <= found.customers_paid_fen == order.total_fen
            assert not found.held_fen or order.state not in OVER
            whole += found
        assert accounts(self.store) == whole
        assert self.store.money_fen == sum(entry.fen for entry in self.store.ledger)
        purse = self.store.purse
        assert purse.card_fen + self.store.hand_fen + purse.saved_fen == self.store.money_fen
        assert min(purse.card_fen, purse.saved_fen) >= 0, "nobody lends to a card or a jar"
        assert countable(purse.card_fen)
        assert countable(purse.saved_fen)

    def check(self, event: StoreEvent) -> None:
        match event:
            case OrderPaidOut():
                parts = event.fee_fen + event.freight_fen + event.refund_fen + event.payout_fen
                assert event.customer_paid_fen == parts
                assert min(event.fee_fen, event.freight_fen, event.refund_fen) >= 0
                assert event.customer_paid_fen == self.order(event.order).total_fen
                assert sum(notes_for(abs(event.payout_fen))) == abs(event.payout_fen)
                assert event.freight_fen == self.order(event.order).freight_fen, "nothing forgiven"
            case ReviewWritten():
                assert 1 <= event.stars <= 5
                assert event.reasons
                assert (event.stars == 5) == (set(event.reasons) <= {"delicious", "helped"})
            case TroubleEnded():
                assert event.good or event.cost_fen > 0, "no mistake is told as costing nothing"
            case OrderDelivered():
                assert self.order(event.order).state is OrderState.SHIPPED
            case LoanTaken() | LoanRepaid() | LoanPartMissed():
                self.check_loan(event)
            case SavingGoalReached():
                assert self.store.purse.saved_fen >= event.price_fen
            case SavingGoalBought():
                assert self.store.purse.goal
                assert self.store.purse.saved_fen >= event.price_fen

    def check_loan(self, event: LoanTaken | LoanRepaid | LoanPartMissed) -> None:
        """The debt is what was heard, and falls exactly by what goes back."""
        before = self.store.purse.loan
        after = apply(self.catalogue, self.store, event).purse.loan
        left = after.left_fen if after else 0
        if isinstance(event, LoanTaken):
            assert before is None, "one loan at a time"
            assert self.store.purse.heard_loan == event.loan, "what it costs was heard before"
            assert left == event.fen + event.cost_fen
            return
        assert before is not None
        if isinstance(event, LoanRepaid):
            assert event.part == before.repaid + 1
            assert 0 <= event.from_card_fen <= self.store.purse.card_fen
            assert event.fen - event.from_card_fen <= max(0, self.store.hand_fen)
            assert left == before.left_fen - event.fen
        else:
            assert left == before.left_fen, "shown, not punished"

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

    @initialize(kind=KINDS, name=st.sampled_from(BEGINNINGS))
    def begin(self, kind: str, name: str) -> None:
        self.act(lambda store, rng: prepare(self.catalogue, store, name, kind, rng))

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

    @rule(place=PLACES, said=st.lists(QUALITIES, max_size=3), clip=st.sampled_from(["", "clip"]))
    def describe(self, place: int, said: list[str], clip: str) -> None:
        if product := self.some_product(place):
            self.do(Describe(product, tuple(said), clip))

    @precondition(lambda self: self.store.messages)
    @rule(place=PLACES)
    def answer(self, place: int) -> None:
        message = self.store.messages[-1 - place % len(self.store.messages)]
        replies = sorted(self.catalogue.questions[message.question].replies)
        self.do(AnswerMessage(message.id, replies[place % len(replies)]))

    @precondition(lambda self: self.store.troubles)
    @rule(place=PLACES)
    def end_trouble(self, place: int) -> None:
        trouble = self.store.troubles[-1 - place // 4 % len(self.store.troubles)]
        ways = sorted(self.catalogue.troubles[trouble.trouble].ways)
        self.do(EndTrouble(trouble.id, ways[place % len(ways)]))

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

    @rule(days=st.integers(1, 8), packaging=st.sampled_from(["bag", "egg-tray"]))
    def work_some_days(self, days: int, packaging: str) -> None:
        """So that much comes of it: everything that waits is sent, day after day."""
        for _ in range(days):
            for order in self.store.open_orders:
                self.send(order.id, packaging)
            self.do(EndDay())

    def send(self, order_id: str, packaging: str) -> None:
        while (step := next_step(self.store, self.order(order_id))) not in (None, "wait"):
            match step:
                case "make":
                    order = self.order(order_id)
                    self.do(MakeStock(order.product, order.quantity))
                case "pack":
                    self.do(PackOrder(order_id, packaging))
                case _:
                    self.do(ORDER_COMMANDS[step](order_id))

    @rule(place=PLACES, command=st.sampled_from([HearOrder, DeclineOrder]))
    def hear_or_decline(self, place: int, command: Callable[[str], StoreCommand]) -> None:
        if order := self.some_order(place):
            self.do(command(order.id))

    @rule(command=st.sampled_from([ViewAsBuyer(), CountMoney(), EndDay(), EndDay(), EndDay()]))
    def look_or_sleep(self, command: StoreCommand) -> None:
        self.do(command)

    @rule(
        percent=st.sampled_from([0, 1, 50, 100, 101]),
        command=st.sampled_from([WithdrawMoney, SaveMoney, SaveMoney, TakeBack]),
    )
    def move_money(self, percent: int, command: Callable[[int], StoreCommand]) -> None:
        there = {
            WithdrawMoney: self.store.purse.card_fen,
            SaveMoney: at_hand_fen(self.store),
            TakeBack: self.store.purse.saved_fen,
        }[command]
        worth, fen = self.store.money_fen, there * percent // 1000 * 10
        event = self.do(command(fen))[0]
        assert self.store.money_fen == worth, "money that is moved is neither lost nor made up"
        if not isinstance(event, Refused):
            assert 0 < fen <= there

    @rule(goal=st.sampled_from(sorted(CATALOGUE.saving_goals)), buys=st.booleans())
    def save_for(self, goal: str, buys: bool) -> None:
        self.do(BuyGoal() if buys else ChooseGoal(goal))

    @rule(kind=KINDS, goal=st.sampled_from(["school-bag", "warm-coat"]), buys=st.booleans())
    def save_up(self, kind: str, goal: str, buys: bool) -> None:
        """All that she has, for something small."""
        self.act(lambda store, rng: prepare(self.catalogue, store, "money-on-card", kind, rng))
        self.do(ChooseGoal(goal))
        self.do(SaveMoney(at_hand_fen(self.store)))
        if buys:
            self.do(BuyGoal())

    @rule(loan=LOANS, command=st.sampled_from([HearLoan, TakeLoan, LeaveLoan]))
    def look_at_a_loan(self, loan: str, command: Callable[[str], StoreCommand]) -> None:
        self.do(command(loan))

    @rule(loan=LOANS, weeks=st.integers(1, 2))
    def borrow_for_weeks(self, loan: str, weeks: int) -> None:
        self.do(HearLoan(loan))
        self.do(TakeLoan(loan))
        for _ in range(weeks * 7):
            self.do(EndDay())

    @rule(name=st.sampled_from(SITUATIONS), kind=KINDS)
    def situation(self, name: str, kind: str) -> None:
        day = self.store.day
        events = self.act(lambda store, rng: prepare(self.catalogue, store, name, kind, rng))
        assert not any(isinstance(event, Refused) for event in events)
        assert self.store.day == day
        assert_is_in(self.store, name, kind)
        assert prepare(self.catalogue, self.store, name, kind, random.Random(4)) == ()

    @invariant()
    def nothing_is_below_zero(self) -> None:
        assert all(product.stock >= 0 for product in self.store.products)
        assert all(0 <= order.broken <= order.quantity for order in self.store.orders)
        assert all(order.quantity >= 1 for order in self.store.orders)

    @invariant()
    def every_unit_knows_its_day_and_the_oldest_lies_first(self) -> None:
        for product in self.store.products:
            days = [day for day, _ in product.batches]
            assert days == sorted(set(days))
            assert all(count > 0 and day <= self.store.day for day, count in product.batches)
        for order in self.store.orders:
            if STEP_AFTER.get(order.state) in (None, "accept", "collect"):
                continue
            assert sum(count for _, count in order.batches) == order.quantity

    @invariant()
    def ids_are_unique(self) -> None:
        ids = [product.id for product in self.store.products]
        ids += [order.id for order in self.store.orders]
        assert len(ids) == len(set(ids))

    @invariant()
    def every_unit_keeps_what_making_it_cost(self) -> None:
        made = -sum(entry.fen for entry in self.store.ledger if entry.what == "making")
        in_stock = sum(product.stock_cost_fen for product in self.store.products)
        gone = sum(trouble.goods_fen for trouble in self.store.troubles)
        assert made == in_stock + gone + sum(order.making_fen for order in self.store.orders)

    @invariant()
    def every_packaging_is_an_orders_cost(self) -> None:
        paid = -sum(entry.fen for entry in self.store.ledger if entry.what == "packaging")
        assert paid == sum(order.packaging_fen for order in self.store.orders)

    @invariant()
    def who_looked_bought_or_had_a_reason(self) -> None:
        for look in self.store.looks:
            assert look.looked == look.bought + sum(people for _, people in look.reasons) > 0
            assert {reason for reason, _ in look.reasons} <= REASONS

    @invariant()
    def the_heaps_are_what_customers_paid(self) -> None:
        paid = [order for order in self.store.orders if order.paid_day is not None]
        found = heaps(self.store)
        assert found.cost_fen + found.others_fen + found.mine_fen == sum(o.total_fen for o in paid)

    @invariant()
    def her_heap_less_what_is_unsold_is_the_ledger(self) -> None:
        found = heaps(self.store)
        purse = self.store.purse
        bought = sum(each.fen for each in purse.bought)
        owed = purse.loan.owed_fen if purse.loan else 0
        money = self.store.money_fen
        assert found.mine_fen - unsold_fen(self.store) - bought + owed == money
        booked = sum(entry.fen for entry in self.store.ledger)
        assert booked == self.store.money_fen

    @invariant()
    def every_line_of_the_statement_adds_up(self) -> None:
        lines = statement(self.store)
        assert sum(line.fen for line in lines) == self.store.money_fen
        found, sold = heaps_of(lines), heaps(self.store)
        assert found.mine_fen == sold.mine_fen - unsold_fen(self.store)
        assert found.others_fen == sold.others_fen
        days = [heaps_of(each) for each in by_day(lines).values()]
        assert sum(day.mine_fen for day in days) == found.mine_fen

    def teardown(self) -> None:
        assert fold(self.catalogue, Store(), self.history) == self.store
        store, rng = Store(), random.Random(7)
        for action in self.actions:
            store = fold(self.catalogue, store, action(store, rng))
        assert store == self.store


def assert_is_in(store: Store, name: str, kind: str) -> None:
    """The store is where the situation says, and the focus is on it."""
    found = focus(store, name, kind)
    if name in ("as-it-is", "not-prepared", "money-on-card"):
        assert found is None
        assert name != "money-on-card" or store.purse.card_fen >= 10_000
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


def rough_world() -> Catalogue:
    """Where every night brings something and every third parcel is lost, also to a beginner."""
    carriers = {id: replace(each, loss=0.3) for id, each in CATALOGUE.carriers.items()}
    mishaps = {
        id: replace(each, chance=0.2, months=tuple(range(1, 13)))
        for id, each in CATALOGUE.mishaps.items()
    }
    rules = replace(
        CATALOGUE.manners.rules,
        question_chance=0.9, first_question_day=1, trouble_chance=0.9, first_trouble_day=1,
    )  # fmt: skip
    return replace(
        CATALOGUE,
        carriers=carriers,
        mishaps=mishaps,
        year=replace(CATALOGUE.year, calm_days=0),
        market=replace(CATALOGUE.market, beginner_orders=1, waits_after_days=1),
        manners=replace(CATALOGUE.manners, rules=rules),
    )


class RoughStoreMachine(StoreMachine):
    """The same in a world in which much goes wrong."""

    catalogue = rough_world()


LONG = settings(
    max_examples=120,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestStoreMachine = StoreMachine.TestCase
TestStoreMachine.settings = LONG
TestRoughStoreMachine = RoughStoreMachine.TestCase
TestRoughStoreMachine.settings = LONG
