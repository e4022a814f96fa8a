"""A certificate: her picture, her name, and a picture for each lesson that she finished."""

from typing import Final

from kiosk.papers.holder import Holder, Order
from kiosk.papers.paper import ACCENT, PICTURES, Paper
from kiosk.papers.words import word

_EDGE: Final = 10.0
_A_ROW: Final = 5
_MOST: Final = 10
"""Lessons that are shown; the latest count."""


def certificate(order: Order) -> bytes:
    """A page for each holder."""
    paper = Paper(order, landscape=True)
    for holder in order.holders:
        paper.page()
        _page(paper, holder, order)
        order.one_more()
    return paper.data()


def _page(paper: Paper, holder: Holder, order: Order) -> None:
    width, height, language = paper.width, paper.height, order.language
    inner = width - 4 * _EDGE
    paper.frame(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE, line=1.5, colour=ACCENT)
    paper.frame(_EDGE + 3, _EDGE + 3, width - 2 * _EDGE - 6, height - 2 * _EDGE - 6)
    paper.text(word("certificate", language), 2 * _EDGE, 20, inner, 40, bold=True, colour=ACCENT)
    paper.picture(holder.picture, width / 2 - 22, 42, 44)
    paper.text(holder.name, 2 * _EDGE, 89, inner, 32, bold=True)
    said = word("finished" if holder.lessons else "begun", language)
    paper.text(said, 2 * _EDGE, 106, inner, 18)
    _lessons(paper, holder)
    _foot(paper, order)


def _lessons(paper: Paper, holder: Holder) -> None:
    shown = holder.lessons[-_MOST:]
    rows = [shown[at : at + _A_ROW] for at in range(0, len(shown), _A_ROW)]
    size = 26.0 if len(rows) < 2 else 17.0
    each = (paper.width - 4 * _EDGE) / _A_ROW
    for number, row in enumerate(rows):
        top = 119 + number * (size + 10)
        places = range(len(row))
        for place, (title, picture) in zip(places, row, strict=True):
            column = len(row) - 1 - place if paper.right_to_left else place
            left = paper.width / 2 - len(row) * each / 2 + column * each
            paper.picture(picture, left + (each - size) / 2, top, size)
            paper.picture(PICTURES / "star.svg", left + (each + size) / 2 - 6, top - 2, 8)
            paper.text(title, left + 1, top + size + 1, each - 2, 11)


def _foot(paper: Paper, order: Order) -> None:
    top, width = paper.height - 32, 70.0
    sides = (30.0, paper.width - 30 - width)
    day, trainer = reversed(sides) if paper.right_to_left else sides
    for x, key in ((day, "day"), (trainer, "trainer")):
        paper.rule(x, top, width)
        paper.text(word(key, order.language), x, top + 2, width, 12)
    paper.text(order.day.isoformat(), day, top - 8, width, 14)
