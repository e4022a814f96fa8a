"""Money as it is counted, in notes and coins.

Every price, fee, freight and cost is a multiple of the smallest coin, so that whatever a learner
is paid can be laid on a table.
"""

from typing import Final

from demo_store.errors import NotCountable

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
