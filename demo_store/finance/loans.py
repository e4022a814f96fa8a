"""A small loan: what it costs is heard before it is taken; its parts fall due in the night."""

from collections.abc import Iterator

from demo_store.commands import HearLoan, LeaveLoan, TakeLoan
from demo_store.events import (
    LoanHeard,
    LoanLeft,
    LoanPartMissed,
    LoanRepaid,
    LoanTaken,
    Refused,
    StoreEvent,
)
from demo_store.purse import Loan
from demo_store.store import Store
from demo_store.world.catalogue import Catalogue

LoanCommand = HearLoan | TakeLoan | LeaveLoan


def decide(catalogue: Catalogue, store: Store, command: LoanCommand) -> StoreEvent:
    """What a command about a loan brings about. One loan at a time."""
    offer = catalogue.loan(command.loan)
    match command:
        case HearLoan():
            return LoanHeard(offer.id, offer.fen, offer.cost_fen, offer.parts, offer.every_days)
        case LeaveLoan():
            return LoanLeft(offer.id)
    if store.purse.loan is not None:
        return Refused("TakeLoan", "loan-over")
    if store.purse.heard_loan != offer.id:
        return Refused("TakeLoan", "loan-heard")
    return LoanTaken(offer.id, offer.fen, offer.cost_fen, offer.parts, offer.every_days, store.day)


def due(store: Store, loan: Loan) -> Iterator[LoanRepaid | LoanPartMissed]:
    """What the night does about her loan: parts are paid off the card, then with notes in hand.

    A part that was missed is paid in the first night that finds enough.
    """
    card, hand = store.purse.card_fen, max(0, store.hand_fen)
    part = loan.repaid + 1
    while part <= loan.parts and loan.due_day(part) <= store.day:
        if card + hand < loan.part_fen:
            break
        off_card = min(card, loan.part_fen)
        card, hand = card - off_card, hand - (loan.part_fen - off_card)
        yield LoanRepaid(loan.loan, part, loan.part_fen, loan.part_cost_fen, off_card, store.day)
        part += 1
    for unpaid in range(part, loan.parts + 1):
        if loan.due_day(unpaid) == store.day:
            yield LoanPartMissed(loan.loan, unpaid, loan.part_fen, store.day)
