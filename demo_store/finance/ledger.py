"""The book of her own money: every movement is written into it, and where the money lies follows.

Flour and boxes are paid in notes. What a customer gets back later, what trouble takes, and freight
that is more than the sale brought go off the card as far as there is, and out of the hand beyond.
"""

from typing import Final

from demo_store.changed import changed
from demo_store.store import LedgerEntry, Store

_OFF_THE_CARD: Final = frozenset({"payout", "refund", "trouble"})


def booked(store: Store, entry: LedgerEntry) -> Store:
    """The store after a movement that the card or the hand pays by itself, or a payout."""
    ledger, money = (*store.ledger, entry), store.money_fen + entry.fen
    card = store.purse.card_fen
    if entry.what == "payout" and entry.fen >= 0:
        card += entry.fen
    elif entry.what in _OFF_THE_CARD:
        card -= min(card, -entry.fen)
    if card == store.purse.card_fen:
        return changed(store, ledger=ledger, money_fen=money)
    purse = changed(store.purse, card_fen=card)
    return changed(store, ledger=ledger, money_fen=money, purse=purse)
