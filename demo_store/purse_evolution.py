"""What an event makes of her purse: card, hand, what lies aside, the loan."""

from demo_store.changed import changed
from demo_store.errors import UnknownId
from demo_store.events.purse import (
    LoanHeard,
    LoanLeft,
    LoanPartMissed,
    LoanRepaid,
    LoanTaken,
    MoneySaved,
    MoneyTakenBack,
    MoneyWithdrawn,
    PurseEvent,
    SavingGoalBought,
    SavingGoalChosen,
    SavingGoalReached,
)
from demo_store.purse import BoughtGoal, ChosenGoal, Loan, Purse
from demo_store.store import LedgerEntry, Store


def purse_after(store: Store, event: PurseEvent) -> Store:
    """The store after the event.

    Raises:
        UnknownId: a part of a loan that she does not have.
    """
    purse = store.purse
    match event:
        case MoneyWithdrawn():
            after = changed(purse, card_fen=purse.card_fen - event.fen)
            return _moved(store, after, event.day, "withdrawal", event.fen)
        case MoneySaved():
            after = changed(
                purse,
                card_fen=purse.card_fen - event.from_card_fen,
                saved_fen=purse.saved_fen + event.fen,
            )
            return _moved(store, after, event.day, "saved", event.fen)
        case MoneyTakenBack():
            after = changed(purse, saved_fen=purse.saved_fen - event.fen)
            return _moved(store, after, event.day, "taken-back", event.fen)
        case SavingGoalChosen():
            return _with(store, changed(purse, goal=ChosenGoal(event.goal, event.price_fen)))
        case SavingGoalReached():
            return store
        case SavingGoalBought():
            return _bought(store, event)
        case LoanHeard():
            return _with(store, changed(purse, heard_loan=event.loan))
        case LoanLeft():
            return _with(store, changed(purse, heard_loan=""))
        case LoanTaken() | LoanRepaid() | LoanPartMissed():
            return _loan_event(store, event)


def _with(store: Store, purse: Purse, *entries: LedgerEntry) -> Store:
    if not entries:
        return changed(store, purse=purse)
    money = store.money_fen + sum(entry.fen for entry in entries)
    return changed(store, purse=purse, ledger=(*store.ledger, *entries), money_fen=money)


def _moved(store: Store, purse: Purse, day: int, what: str, fen: int) -> Store:
    """From one of her places to another: the sum stays."""
    goal = purse.goal.goal if purse.goal and what != "withdrawal" else ""
    return _with(store, purse, LedgerEntry(day, what, 0, goal, moved_fen=fen))


def _bought(store: Store, event: SavingGoalBought) -> Store:
    purse = store.purse
    after = changed(
        purse,
        saved_fen=purse.saved_fen - event.price_fen,
        goal=None,
        bought=(*purse.bought, BoughtGoal(event.goal, event.price_fen, event.day)),
    )
    return _with(store, after, LedgerEntry(event.day, "goal", -event.price_fen, event.goal))


def _loan_event(store: Store, event: LoanTaken | LoanRepaid | LoanPartMissed) -> Store:
    if isinstance(event, LoanTaken):
        return _taken(store, event)
    loan = store.purse.loan
    if loan is None or loan.loan != event.loan:
        raise UnknownId("loan", event.loan)
    if isinstance(event, LoanRepaid):
        return _repaid(store, loan, event)
    return _with(store, changed(store.purse, loan=changed(loan, missed=loan.missed + 1)))


def _taken(store: Store, event: LoanTaken) -> Store:
    purse = store.purse
    loan = Loan(
        loan=event.loan,
        fen=event.fen,
        cost_fen=event.cost_fen,
        parts=event.parts,
        every_days=event.every_days,
        taken_day=event.day,
    )
    after = changed(purse, card_fen=purse.card_fen + event.fen, loan=loan, heard_loan="")
    return _with(store, after, LedgerEntry(event.day, "loan", event.fen, event.loan))


def _repaid(store: Store, loan: Loan, event: LoanRepaid) -> Store:
    purse = store.purse
    left = changed(loan, repaid=event.part) if event.part < loan.parts else None
    after = changed(
        purse,
        card_fen=purse.card_fen - event.from_card_fen,
        loan=left,
        interest_fen=purse.interest_fen + event.cost_fen,
    )
    lent = event.fen - event.cost_fen
    return _with(
        store,
        after,
        LedgerEntry(event.day, "repayment", -lent, event.loan),
        LedgerEntry(event.day, "interest", -event.cost_fen, event.loan),
    )
