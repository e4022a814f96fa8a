"""What stands above the doors of the store's front: last night's story, and her score."""

import flet as ft

from kiosk import theme
from kiosk.screens.store.coaching import Trading
from kiosk.screens.store.story import cards_of_last_night
from kiosk.visit import Action
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Phrase

HEIGHT = float(theme.TAP)
_STORYS_SHARE = 0.54
"""Its words are longer."""


def news(trading: Trading) -> ft.Control | None:
    """The row, or nothing: in a lesson, where something is wrong, before anything was sold."""
    if trading.moment is not None or trading.visit.trouble is not None:
        return None
    things: list[tuple[str, str, Phrase, str, Action]] = []
    if cards_of_last_night(trading):
        things.append(
            ("story", "moon", words("story.open"), theme.WARM, lambda: trading.go("/morning"))
        )
    if trading.store.orders:
        things.append(
            ("score", "star", words("score.open"), theme.AIR, lambda: trading.go("/score"))
        )
    if not things:
        return None
    room = trading.visit.layout.inner_width
    if len(things) == 1:
        return side_by_side([_thing(trading, room, *things[0])])
    widths = ((room - theme.GAP) * _STORYS_SHARE, (room - theme.GAP) * (1 - _STORYS_SHARE))
    return side_by_side(
        [_thing(trading, width, *each) for width, each in zip(widths, things, strict=True)]
    )


def _thing(
    trading: Trading, width: float, name: str, sign: str, phrase: Phrase, ground: str, act: Action
) -> ft.Control:
    visit = trading.visit
    said = visit.text(phrase)
    size = 48.0 if visit.layout.phone else 64.0
    room = width - size - 36
    letters = fitting(said, visit.language, room, 2, 22 if visit.layout.phone else 30)
    label = theme.text(said, visit.language, letters, max_lines=2)
    label.expand = True
    label.expand_loose = True
    return tap(
        visit,
        f"store.{name}",
        said,
        side_by_side([picture(sign, size), label], 12),
        act,
        width=width,
        height=HEIGHT,
        **card_style(ground, padding=6),
    )
