"""Money as it is counted: the fewest notes and coins, and the three heaps of a sale.

Every price, fee, freight and cost is a multiple of the smallest coin, so that whatever a learner
is paid can be laid on a table.
"""

from dataclasses import dataclass
from typing import Final

from demo_store.errors import NotCountable
from demo_store.store import OrderState, Store

DENOMINATIONS_FEN: Final = (10000, 5000, 2000, 1000, 500, 100, 50, 10)
"""Notes and coins in use, the largest first."""

SMALLEST_FEN: Final = DENOMINATIONS_FEN[-1]


def notes_for(fen: int) -> tuple[int, ...]:
    """The fewest notes and coins that make ``fen``, the largest first; none for 0.

    Raises:
        NotCountable: ``fen`` is negative or no multiple of 10.
    """
    if not countable(fen):
        raise NotCountable(fen)
    pieces: list[int] = []
    for value in DENOMINATIONS_FEN:
        count, fen = divmod(fen, value)
        pieces += [value] * count
    return tuple(pieces)


def countable(fen: int) -> bool:
    """Whether notes and coins can make this amount."""
    return fen >= 0 and fen % SMALLEST_FEN == 0


def rounded_down(fen: int) -> int:
    """The largest countable amount that is not above ``fen``."""
    return fen - fen % SMALLEST_FEN


@dataclass(frozen=True, slots=True)
class Heaps:
    """Where the money of all paid orders went, in fen.

    The three together are what customers paid. What lies unsold in the stock is not in them.
    ``mine_fen`` is negative where she sold below her cost.
    """

    cost_fen: int
    """What making and packing the sold units cost her."""
    others_fen: int
    """Platform fees, freight and refunds."""
    mine_fen: int


def heaps(store: Store) -> Heaps:
    """What it cost, what others took and what is hers."""
    paid = [order for order in store.orders if order.state is OrderState.PAID]
    cost = sum(order.making_fen + order.packaging_fen for order in paid)
    return Heaps(
        cost_fen=cost,
        others_fen=sum(order.total_fen - order.payout_fen for order in paid),
        mine_fen=sum(order.payout_fen for order in paid) - cost,
    )
