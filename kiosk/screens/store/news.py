"""What stands above the doors of the store's front: last night's story, and her score."""

from dataclasses import dataclass

import flet as ft

from demo_store.commands import ViewScore
from kiosk import theme
from kiosk.screens.store.coaching import Trading
from kiosk.screens.store.story import cards_of_last_night
from kiosk.visit import Action
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words

HEIGHT = float(theme.TAP)
_STORYS_SHARE = 0.54
"""Its words are longer."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """A way on; ``name`` is that of its identifier and of its words, ``event`` what it is for."""

    name: str
    sign: str
    ground: str
    action: Action
    event: str


def news(trading: Trading) -> ft.Control | None:
    """The row, or nothing: where something is wrong, before anything was sold.

    In a lesson there is only what is practised.
    """
    if trading.visit.trouble is not None:
        return None
    things = _things(trading)
    if not things:
        return None
    room = trading.visit.layout.inner_width
    pointed = _pointed_at(trading, things)
    if len(things) == 1:
        return side_by_side([_shown(trading, room, things[0], pointed)])
    widths = ((room - theme.GAP) * _STORYS_SHARE, (room - theme.GAP) * (1 - _STORYS_SHARE))
    return side_by_side(
        [_shown(trading, width, each, pointed) for width, each in zip(widths, things, strict=True)]
    )


def is_pointed_at(trading: Trading) -> bool:
    """Whether the hand is on something of the row."""
    return trading.moment is not None and _pointed_at(trading, _things(trading)) is not None


def _pointed_at(trading: Trading, things: list[_Thing]) -> _Thing | None:
    """The first that leads on: two hands would be none."""
    return next((each for each in things if trading.wants(each.event)), None)


def _things(trading: Trading) -> list[_Thing]:
    def hear() -> None:
        trading.go("/morning")

    def view() -> None:
        trading.do(ViewScore(), "/score")

    things = []
    if _is_shown(trading, "StoryHeard") and cards_of_last_night(trading):
        things.append(_Thing("story", "moon", theme.WARM, hear, "StoryHeard"))
    if _is_shown(trading, "ScoreViewed") and trading.store.orders:
        things.append(_Thing("score", "star", theme.AIR, view, "ScoreViewed"))
    return things


def _is_shown(trading: Trading, event: str) -> bool:
    return trading.moment is None or trading.practises(event)


def _shown(trading: Trading, width: float, thing: _Thing, pointed: _Thing | None) -> ft.Control:
    visit = trading.visit
    said = visit.text(words(f"{thing.name}.open"))
    size = 48.0 if visit.layout.phone else 64.0
    room = width - size - 36
    letters = fitting(said, visit.language, room, 2, 22 if visit.layout.phone else 30)
    label = theme.text(said, visit.language, letters, max_lines=2)
    label.expand = True
    label.expand_loose = True
    shown = tap(
        visit,
        f"store.{thing.name}",
        said,
        side_by_side([picture(thing.sign, size), label], 12),
        thing.action,
        width=width,
        height=HEIGHT,
        **card_style(thing.ground, padding=6),
    )
    return pointed_at(shown, thing is pointed, "below")
