"""Cards to sign in with: her picture, her name, and her random id as a code."""

from typing import Final

from kiosk.papers.grid import Grid
from kiosk.papers.holder import Holder, Order
from kiosk.papers.paper import Paper
from kiosk.papers.words import word

_GRID: Final = Grid(columns=2, rows=5, width=92, height=54)


def cards(order: Order) -> bytes:
    """Ten cards a page, to be cut out."""
    paper = Paper(order)
    for holder, x, y in _GRID.placed(paper, order.holders):
        _card(paper, holder, x, y, order)
        order.one_more()
    return paper.data()


def _card(paper: Paper, holder: Holder, x: float, y: float, order: Order) -> None:
    paper.frame(x, y, _GRID.width, _GRID.height, dashed=True)
    size, code = 34.0, 40.0
    near = paper.start(x + 4, _GRID.width - 8, size)
    far = x + 4 if paper.right_to_left else x + _GRID.width - 4 - code
    paper.picture(holder.picture, near, y + 4, size)
    paper.code(holder.id, far, y + 2, code)
    paper.text(holder.name, near - 2, y + 39, size + 4, 15, bold=True)
    paper.text(word("touch", order.language), x + 4, y + 47.5, _GRID.width - 8, 9)
