"""A list for a workshop: a row for each learner, and empty boxes for days."""

from typing import Final

from kiosk.papers.holder import Holder, Order
from kiosk.papers.paper import Paper
from kiosk.papers.words import word

_EDGE: Final = 12.0
_ROW: Final = 15.0
_ROWS: Final = 16
_BOXES: Final = 6
_BOX: Final = 15.0
_PERSON: Final = 84.0


def workshop(order: Order) -> bytes:
    """Sixteen learners a page; a page without any where there are none."""
    paper = Paper(order)
    holders = list(order.holders)
    for at in range(0, max(len(holders), 1), _ROWS):
        paper.page()
        _head(paper, order)
        for number, holder in enumerate(holders[at : at + _ROWS]):
            _row(paper, holder, 46 + number * _ROW)
            order.one_more()
    return paper.data()


def _head(paper: Paper, order: Order) -> None:
    inner = paper.width - 2 * _EDGE
    title = word("attendance", order.language)
    paper.text(title, _EDGE, 12, inner, 22, bold=True)
    paper.text(order.group, _EDGE, 24, inner, 14)
    name = paper.start(_EDGE, inner, _PERSON)
    paper.text(word("name", order.language), name, 36, _PERSON, 11, align=paper.near)
    paper.text(word("day", order.language), _boxes(paper)[0], 32, _BOX, 8)
    for x in _boxes(paper):
        paper.rule(x + 1, 43, _BOX - 2)


def _row(paper: Paper, holder: Holder, y: float) -> None:
    inner = paper.width - 2 * _EDGE
    size = _ROW - 3
    face = paper.start(_EDGE, inner, size)
    paper.picture(holder.picture, face, y + 1, size)
    left = _EDGE + inner - _PERSON if paper.right_to_left else _EDGE + size + 3
    paper.text(holder.name, left, y + 4.5, _PERSON - size - 3, 14, align=paper.near)
    for x in _boxes(paper):
        paper.frame(x + 1, y + 1, _BOX - 2, _ROW - 3, round_by=1)
    paper.rule(_EDGE, y + _ROW - 0.5, inner)


def _boxes(paper: Paper) -> list[float]:
    """The left edges of the boxes, the first day first."""
    inner = paper.width - 2 * _EDGE
    if paper.right_to_left:
        first = _EDGE + inner - _PERSON - _BOX
        return [first - number * _BOX for number in range(_BOXES)]
    return [_EDGE + _PERSON + number * _BOX for number in range(_BOXES)]
