"""Cards with a picture or a word on them, of which one is chosen."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.speaking import filling, line_or_two
from kiosk.widgets.touch import tap

_SMALL: Final = 15.0
"""Letters that would be smaller go into two lines."""
_USUAL: Final = {"phone": (101.0, 98.0), "tablet": (140.0, 136.0)}
_LARGE: Final = {"phone": (160.0, 112.0), "tablet": (228.0, 160.0)}
"""Width and height of a card: for faces, and for what has to be read."""
_TWO_LINES: Final = 46.0


@dataclass(frozen=True, slots=True)
class Card:
    """One to choose: a ``picture``, round where it is a ``face``, and what is said of it.

    ``words`` stand under it too, but where it is known by its picture alone.
    """

    id: str
    words: str
    picture: str = ""
    face: bool = False
    silent: bool = False
    """The words are said and not shown."""
    ground: str = theme.PAPER
    chosen: bool = False
    stars: str = ""
    """A figure beside a star, on the corner of the card."""


@component
def Cards(
    visit: Visit,
    cards: Sequence[Card],
    height: float,
    on_choose: Callable[[str], object],
    pages: str,
    large: bool = False,
) -> ft.Control:
    """As many as fit, over pages; ``on_choose`` is given the last part of the card's id."""
    layout = visit.layout
    wide, high = (_LARGE if large else _USUAL)["phone" if layout.phone else "tablet"]
    across, down = fit(layout.inner_width, height, wide, high)
    if len(cards) > across * down:
        across, down = fit(layout.inner_width, height - theme.TAP - theme.GAP, wide, high)
    shown, ways = use_pages(visit, cards, across * down, pages)
    cells = [_card(visit, each, wide, high, on_choose) for each in shown]
    return stacked(
        [grid(cells, across), *([ways] if ways else [])], theme.GAP, ft.MainAxisAlignment.START
    )


def _card(
    visit: Visit, card: Card, width: float, height: float, on_choose: Callable[[str], object]
) -> ft.Control:
    caption, taken = (None, 0.0) if card.silent else _caption(visit, card.words, width - 16)
    side = min(height, width) - taken - 24
    shown: list[ft.Control] = []
    if card.picture:
        ground = theme.PAPER if card.ground == theme.HONEY else theme.HONEY
        drawn = face(card.picture, side, ground) if card.face else picture(card.picture, side)
        shown.append(drawn)
    if caption is not None:
        shown.append(caption)
    content: ft.Control = stacked(shown, 4)
    if card.stars and not visit.layout.phone:
        # Narrow, so that it stands beside a face and not on it.
        figure = stacked([picture("star", 20), theme.digits(card.stars, 15)], 0, tight=True)
        corner = ft.Container(
            figure,
            bgcolor=theme.SCREEN,
            border_radius=14,
            padding=2,
            top=0,
            right=0,
        )
        content = ft.Stack([content, corner], alignment=ft.Alignment.CENTER)
    return tap(
        visit,
        card.id,
        card.words,
        content,
        partial(on_choose, re.split("[.:]", card.id, maxsplit=2)[-1]),
        width=width,
        height=height,
        **card_style(card.ground, padding=4, ring=theme.CLAY if card.chosen else None),
    )


def _caption(visit: Visit, words: str, width: float) -> tuple[ft.Control, float]:
    """What stands under a picture, and how high it is."""
    wanted = 20 if visit.layout.phone else 24
    size, lines = line_or_two(words, visit.language, width, wanted, _SMALL)
    if lines == 2:
        size = filling(words, visit.language, width, _TWO_LINES, size)
    high = lines * size * (1.55 if visit.language == "ug" else 1.3)
    return theme.text(words, visit.language, size, max_lines=lines), high
