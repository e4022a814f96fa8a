"""Round stamps for eggs with the family's name, and a line for the day."""

from itertools import repeat
from typing import Final

from kiosk.papers.grid import Grid
from kiosk.papers.holder import Holder, Order
from kiosk.papers.paper import Paper
from kiosk.papers.words import word

_GRID: Final = Grid(columns=7, rows=10, width=27, height=27)
_SIZE: Final = 24.0


def stamps(order: Order) -> bytes:
    """A page of seventy for each holder."""
    paper = Paper(order)
    for holder in order.holders:
        for each, x, y in _GRID.placed(paper, repeat(holder, _GRID.columns * _GRID.rows)):
            _stamp(paper, each, x + 1.5, y + 1.5, order)
        order.one_more()
    return paper.data()


def _stamp(paper: Paper, holder: Holder, x: float, y: float, order: Order) -> None:
    paper.ring(x, y, _SIZE)
    paper.egg(x + _SIZE / 2 - 3, y + 2, 6)
    paper.text(holder.family or holder.name, x + 2, y + 9, _SIZE - 4, 11, bold=True)
    paper.text(word("day", order.language), x + 6, y + 18.7, _SIZE - 12, 6)
    paper.rule(x + 4, y + 17.5, _SIZE - 8)
