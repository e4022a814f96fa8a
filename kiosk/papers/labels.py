"""Labels for parcels: who sends it, what is in it, and lines for the buyer's address."""

from itertools import repeat
from typing import Final

from kiosk.papers.grid import Grid
from kiosk.papers.holder import Holder, Order
from kiosk.papers.paper import PICTURES, Paper
from kiosk.papers.words import word

_GRID: Final = Grid(columns=2, rows=4, width=98, height=69)
_EDGE: Final = 5.0


def labels(order: Order) -> bytes:
    """A page of eight for each holder."""
    paper = Paper(order)
    for holder in order.holders:
        for each, x, y in _GRID.placed(paper, repeat(holder, _GRID.columns * _GRID.rows)):
            _label(paper, each, x, y, order)
        order.one_more()
    return paper.data()


def _label(paper: Paper, holder: Holder, x: float, y: float, order: Order) -> None:
    paper.frame(x + 1, y + 1, _GRID.width - 2, _GRID.height - 2, dashed=True)
    left, inner, language = x + _EDGE, _GRID.width - 2 * _EDGE, order.language
    size, stamp = 18.0, 20.0
    near = paper.start(left, inner, size)
    far = left if paper.right_to_left else left + inner - stamp
    paper.picture(holder.product or PICTURES / "box.svg", near, y + 5, size)
    paper.frame(far, y + 5, stamp, stamp, round_by=2)
    paper.text(word("stamp", language), far, y + 13, stamp, 8)
    middle = (left + stamp if paper.right_to_left else left + size) + 2
    room = inner - size - stamp - 4
    paper.text(word("from", language), middle, y + 5, room, 8, align=paper.near)
    sender = holder.family or holder.name
    paper.text(sender, middle, y + 9, room, 15, bold=True, align=paper.near)
    paper.text(holder.product_name, middle, y + 18, room, 11, align=paper.near)
    _receiver(paper, left, y + 29, inner, order)


def _receiver(paper: Paper, left: float, y: float, inner: float, order: Order) -> None:
    for number, key in enumerate(("to", "address", "")):
        top = y + number * 12
        if key:
            paper.text(word(key, order.language), left, top, inner, 9, align=paper.near)
        paper.rule(left, top + 10, inner)
