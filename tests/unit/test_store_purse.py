"""Card, hand, savings and a small loan: every fen is somewhere, and nothing costs unheard."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo_store.commands import (
    AddProduct,
    BuyGoal,
    ChooseGoal,
    EndDay,
    HearLoan,
    LeaveLoan,
    MakeStock,
    SaveMoney,
    StoreCommand,
    TakeBack,
    TakeLoan,
    WithdrawMoney,
)
from demo_store.engine import fold, handle
from demo_store.errors import NotCountable, UnknownId
from demo_store.events import (
    LoanHeard,
    LoanPartMissed,
    LoanRepaid,
    LoanTaken,
    MoneySaved,
    Refunded,
    Refused,
    SavingGoalBought,
    SavingGoalChosen,
    SavingGoalReached,
    StoreEvent,
    TroubleCame,
    TroubleEnded,
)
from demo_store.finance.heaps import heaps
from demo_store.finance.loans import due
from demo_store.finance.statement import (
    COST,
    KINDS,
    OTHERS,
    Line,
    by_day,
    heaps_of,
    statement,
)
from demo_store.practice.situations import prepare
from demo_store.purse import Loan, Purse
from demo_store.store import Store
from demo_store.world.catalogue import load_catalogue

CATALOGUE = load_catalogue()
BAG = CATALOGUE.saving_goal("school-bag")


def did(store: Store, *commands: StoreCommand) -> tuple[Store, tuple[StoreEvent, ...]]:
    happened: tuple[StoreEvent, ...] = ()
    for command in commands:
        events = handle(CATALOGUE, store, command, random.Random(1))
        store, happened = fold(CATALOGUE, store, events), (*happened, *events)
    return store, happened


def after(store: Store, *commands: StoreCommand) -> Store:
    return did(store, *commands)[0]


def with_money(name: str = "money-on-card", store: Store | None = None) -> Store:
    store = store or Store()
    return fold(CATALOGUE, store, prepare(CATALOGUE, store, name, "nang", random.Random(1)))


def holding(card: int, hand: int = 0, saved: int = 0, loan: Loan | None = None) -> Store:
    purse = Purse(card_fen=card, saved_fen=saved, loan=loan)
    return Store(day=8, money_fen=card + hand + saved, purse=purse)


def places(store: Store) -> tuple[int, int, int]:
    return store.purse.card_fen, store.hand_fen, store.purse.saved_fen


def test_what_the_platform_pays_out_comes_to_the_card_and_flour_is_paid_by_hand() -> None:
    store = with_money("order-paid")
    (order,) = store.orders
    assert store.purse.card_fen == order.payout_fen
    spent = sum(entry.fen for entry in store.ledger if entry.what in COST)
    assert store.hand_fen == spent < 0


def test_what_was_made_before_any_sale_was_laid_out_by_the_house() -> None:
    store = after(Store(), AddProduct("nang"), MakeStock("p1", 10))
    cost = 10 * CATALOGUE.kind("nang").unit_cost_fen
    assert places(store) == (0, -cost, 0)
    assert places(after(holding(cost, -cost), WithdrawMoney(cost))) == (0, 0, 0)


def test_notes_go_from_the_card_into_the_hand() -> None:
    assert places(after(holding(5000), WithdrawMoney(1200))) == (3800, 1200, 0)


@pytest.mark.parametrize(
    ("store", "command", "missing"),
    [
        (holding(500), WithdrawMoney(510), "card"),
        (holding(500), WithdrawMoney(0), "amount"),
        (holding(500), WithdrawMoney(-10), "amount"),
        (holding(500), SaveMoney(100), "goal"),
        (after(holding(500, 90), ChooseGoal(BAG.id)), SaveMoney(600), "money"),
        (after(holding(500, -400), ChooseGoal(BAG.id)), SaveMoney(510), "money"),
        (holding(0, saved=100), TakeBack(110), "saved"),
        (holding(9000, saved=100), BuyGoal(), "goal"),
        (after(holding(9000, saved=100), ChooseGoal(BAG.id)), BuyGoal(), "saved"),
        (holding(0), TakeLoan("bank"), "loan-heard"),
        (after(holding(0), HearLoan("bank")), TakeLoan("village-fund"), "loan-heard"),
        (after(holding(0), HearLoan("bank"), LeaveLoan("bank")), TakeLoan("bank"), "loan-heard"),
        (
            after(holding(0), HearLoan("bank"), TakeLoan("bank"), HearLoan("bank")),
            TakeLoan("bank"),
            "loan-over",
        ),
    ],
)
def test_what_is_not_there_cannot_be_moved_and_nothing_changes(
    store: Store, command: StoreCommand, missing: str
) -> None:
    later, events = did(store, command)
    assert events == (Refused(type(command).__name__, missing),)
    assert later == store


@pytest.mark.parametrize("command", [WithdrawMoney(15), SaveMoney(15), TakeBack(15)])
def test_an_amount_that_notes_cannot_make_is_the_callers_mistake(command: StoreCommand) -> None:
    store = after(holding(5000, saved=5000), ChooseGoal(BAG.id))
    with pytest.raises(NotCountable):
        handle(CATALOGUE, store, command, random.Random(1))


@pytest.mark.parametrize("command", [ChooseGoal("boat"), HearLoan("boat"), TakeLoan("boat")])
def test_a_goal_or_a_loan_that_there_is_not_is_the_callers_mistake(command: StoreCommand) -> None:
    with pytest.raises(UnknownId):
        handle(CATALOGUE, Store(), command, random.Random(1))


# -- saving


def test_notes_in_the_hand_are_put_aside_first_and_the_rest_comes_off_the_card() -> None:
    store = after(holding(5000, 300), ChooseGoal(BAG.id), SaveMoney(1000))
    assert places(store) == (4300, 0, 1000)


def test_what_the_house_laid_out_is_not_put_aside_for_it() -> None:
    store = after(holding(5000, -300), ChooseGoal(BAG.id), SaveMoney(1000))
    assert places(store) == (4000, -300, 1000)


def test_what_lies_aside_can_be_taken_back_into_the_hand() -> None:
    assert places(after(holding(0, saved=900), TakeBack(400))) == (0, 400, 500)


def test_a_goal_is_reached_once_by_what_reaches_it() -> None:
    store = after(holding(20_000), ChooseGoal(BAG.id), SaveMoney(BAG.price_fen - 10))
    store, events = did(store, SaveMoney(10), SaveMoney(10))
    assert events == (
        MoneySaved(10, 10, 8),
        SavingGoalReached(BAG.id, BAG.price_fen, 8),
        MoneySaved(10, 10, 8),
    )


def test_what_lies_aside_already_counts_for_another_goal() -> None:
    _, events = did(holding(0, saved=BAG.price_fen), ChooseGoal(BAG.id))
    price = BAG.price_fen
    assert events == (SavingGoalChosen(BAG.id, price, 8), SavingGoalReached(BAG.id, price, 8))


def test_a_reached_goal_is_bought_from_what_lies_aside_and_from_nothing_else() -> None:
    store = after(holding(700, 50, BAG.price_fen + 30), ChooseGoal(BAG.id))
    store, events = did(store, BuyGoal())
    assert events == (SavingGoalBought(BAG.id, BAG.price_fen, 8),)
    assert places(store) == (700, 50, 30)
    assert store.purse.goal is None
    assert [each.goal for each in store.purse.bought] == [BAG.id]


def test_a_goal_costs_what_it_cost_when_she_chose_it() -> None:
    store = fold(CATALOGUE, holding(0, saved=5000), [SavingGoalChosen(BAG.id, 5000, 8)])
    assert places(after(store, BuyGoal())) == (0, 0, 0)


# -- a loan


@pytest.mark.parametrize("loan_id", CATALOGUE.loans)
def test_all_that_a_loan_costs_is_told_before_it_is_taken(loan_id: str) -> None:
    offer = CATALOGUE.loan(loan_id)
    store, (heard, taken) = did(Store(), HearLoan(loan_id), TakeLoan(loan_id))
    assert isinstance(heard, LoanHeard)
    assert isinstance(taken, LoanTaken)
    assert (heard.fen, heard.cost_fen, heard.parts) == (taken.fen, taken.cost_fen, taken.parts)
    assert store.purse.card_fen == offer.fen
    loan = store.purse.loan
    assert loan is not None
    assert loan.left_fen == offer.parts * offer.part_fen == heard.fen + heard.cost_fen


@pytest.mark.parametrize("loan_id", CATALOGUE.loans)
def test_a_loan_that_is_paid_back_cost_what_was_told_and_is_over(loan_id: str) -> None:
    offer = CATALOGUE.loan(loan_id)
    store = after(holding(100_000), HearLoan(loan_id), TakeLoan(loan_id))
    events: tuple[StoreEvent, ...] = ()
    for _ in range(offer.parts * offer.every_days):
        store, happened = did(store, EndDay())
        events += happened
    repaid = [event for event in events if isinstance(event, LoanRepaid)]
    assert [event.day - 8 for event in repaid] == [
        offer.every_days * part for part in range(1, offer.parts + 1)
    ]
    assert sum(event.fen for event in repaid) == offer.fen + offer.cost_fen
    assert store.purse.loan is None
    assert places(store) == (100_000 - offer.cost_fen, 0, 0)
    assert heaps(store).interest_fen == heaps(store).others_fen == offer.cost_fen
    assert not [event for event in events if isinstance(event, LoanPartMissed)]


def owing(repaid: int = 0) -> Loan:
    return Loan("bank", 1000, 100, 2, every_days=7, taken_day=1, repaid=repaid)


def dues(store: Store) -> list[StoreEvent]:
    assert store.purse.loan is not None
    return list(due(store, store.purse.loan))


def test_before_its_day_nothing_falls_due() -> None:
    assert dues(Store(day=7, money_fen=5000, purse=Purse(5000, loan=owing()))) == []


def test_a_part_is_paid_off_the_card_and_beyond_it_with_the_notes_in_the_hand() -> None:
    assert dues(holding(400, 200, loan=owing())) == [LoanRepaid("bank", 1, 550, 50, 400, 8)]


@pytest.mark.parametrize(("card", "hand", "saved"), [(540, 0, 0), (0, 540, 0), (540, -90, 9000)])
def test_where_there_is_not_enough_the_part_is_missed_and_waits(
    card: int, hand: int, saved: int
) -> None:
    store = holding(card, hand, saved, owing())
    missed = LoanPartMissed("bank", 1, 550, 8)
    assert dues(store) == [missed]
    store = fold(CATALOGUE, store, [missed])
    assert places(store) == (card, hand, saved)
    assert store.purse.loan is not None
    assert (store.purse.loan.left_fen, store.purse.loan.missed) == (1100, 1)
    tomorrow = Store(day=9, money_fen=540, purse=Purse(540, loan=store.purse.loan))
    assert dues(tomorrow) == [], "it is said once"


def test_a_missed_part_is_paid_in_the_first_night_that_finds_enough() -> None:
    rich = Store(day=12, money_fen=600, purse=Purse(600, loan=owing()))
    assert dues(rich) == [LoanRepaid("bank", 1, 550, 50, 550, 12)]


def test_with_two_parts_due_and_money_for_one_the_older_one_is_paid() -> None:
    store = Store(day=15, money_fen=600, purse=Purse(600, loan=owing()))
    assert dues(store) == [
        LoanRepaid("bank", 1, 550, 50, 550, 15),
        LoanPartMissed("bank", 2, 550, 15),
    ]


def test_a_part_of_a_loan_that_she_does_not_have_is_no_history() -> None:
    with pytest.raises(UnknownId):
        fold(CATALOGUE, Store(), [LoanRepaid("bank", 1, 550, 50, 400, 8)])


@given(
    fen=st.integers(1, 500), cost=st.integers(0, 300), parts=st.integers(1, 12), days=st.integers(1)
)
def test_what_is_left_of_a_loan_falls_to_nothing_by_its_parts(
    fen: int, cost: int, parts: int, days: int
) -> None:
    whole = Loan("x", fen * parts * 10, cost * parts * 10, parts, days, 1)
    assert whole.left_fen == whole.fen + whole.cost_fen
    assert whole.owed_fen == whole.fen
    assert whole.parts * whole.part_fen == whole.left_fen


# -- trouble and refunds


def test_what_a_cheat_takes_goes_off_the_card_and_never_below_nothing() -> None:
    happened = (
        TroubleCame("t1", "code-call", "teacher", "", 500, 8),
        TroubleEnded("t1", "tell-him", False, 500, 8, 500),
    )
    assert places(fold(CATALOGUE, holding(800, 100), happened)) == (300, 100, 0)
    assert places(fold(CATALOGUE, holding(200, 100), happened)) == (0, -200, 0)


def test_what_a_buyer_gets_back_later_goes_off_the_card() -> None:
    store = with_money("order-paid")
    card, hand, _ = places(store)
    assert places(fold(CATALOGUE, store, [Refunded("o1", 100, 1)])) == (card - 100, hand, 0)


# -- the statement


def busy() -> Store:
    """A store in which there is a line of every kind."""
    store = fold(CATALOGUE, with_money(), [Refunded("o1", 100, 1)])
    store = after(store, WithdrawMoney(500), ChooseGoal(BAG.id), HearLoan("phone-message"))
    store = after(store, TakeLoan("phone-message"), SaveMoney(8100), TakeBack(50), BuyGoal())
    happened = (
        TroubleCame("t1", "code-call", "teacher", "", 500, 1),
        TroubleEnded("t1", "tell-him", False, 500, 1, 500),
    )
    return after(fold(CATALOGUE, store, happened), *[EndDay()] * 8)


def test_the_statement_has_a_line_of_every_kind() -> None:
    assert {line.what for line in statement(busy())} == KINDS


def test_the_lines_of_a_sale_are_what_the_customer_paid() -> None:
    store = with_money("order-paid")
    (order,) = store.orders
    lines = {line.what: line for line in statement(store) if line.reference == order.id}
    assert lines["sale"].fen == order.total_fen
    assert lines["fee"].fen == -order.fee_fen
    assert lines["freight"].fen == -order.freight_fen
    assert lines["payout"] == Line(1, "payout", 0, "o1", moved_fen=order.payout_fen)
    assert sum(line.fen for line in lines.values() if line.what != "packaging") == order.payout_fen


def test_all_lines_together_are_her_money() -> None:
    store = busy()
    assert sum(line.fen for line in statement(store)) == store.money_fen


def test_money_that_only_moved_is_in_no_heap() -> None:
    store = with_money()
    before = heaps_of(statement(store))
    moved = after(store, WithdrawMoney(900), ChooseGoal(BAG.id), SaveMoney(700), TakeBack(100))
    assert heaps_of(statement(moved)) == before


def test_a_loan_is_nobodys_gain_but_what_it_costs() -> None:
    store = with_money()
    before = heaps_of(statement(store))
    taken = after(store, HearLoan("bank"), TakeLoan("bank"))
    assert heaps_of(statement(taken)) == before
    (paid,) = (line for line in statement(busy()) if line.what == "interest")
    assert paid.fen == -CATALOGUE.loan("phone-message").part_cost_fen


def test_the_three_heaps_of_any_lines_are_what_their_customers_paid() -> None:
    lines = statement(busy())
    for some in (lines, lines[::2], *by_day(lines).values()):
        found = heaps_of(some)
        paid = sum(line.fen for line in some if line.what == "sale")
        assert found.cost_fen + found.others_fen + found.mine_fen == paid
        assert found.cost_fen == -sum(line.fen for line in some if line.what in COST)
        assert found.others_fen == -sum(line.fen for line in some if line.what in OTHERS)


def test_the_lines_of_some_days_are_those_days_lines() -> None:
    store = busy()
    lines = statement(store)
    days = by_day(lines)
    assert list(days) == sorted({line.day for line in lines})
    assert statement(store, 2) == tuple(line for line in lines if line.day >= 2)
    assert statement(store, 1, 1) == days[1]


# -- old histories


def old_events() -> Iterator[StoreEvent]:
    """As before there were a card and a hand: a sale that was paid out."""
    yield from prepare(CATALOGUE, Store(), "order-paid", "nang", random.Random(1))


def test_what_older_stores_were_paid_lies_on_the_card() -> None:
    store = fold(CATALOGUE, Store(), old_events())
    assert store.purse.card_fen == store.orders[0].payout_fen
    assert store.purse.loan is None
