"""Things to press: the one green action of a screen, quiet ones, and round ones with a sign."""

import flet as ft

from kiosk import theme
from kiosk.visit import Action, Visit
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import pill_style, round_style, side_by_side
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from lessons.phrase import Phrase

_NARROW = 150
"""Below this room beside its sign an action shows the sign alone."""


def go_on(
    visit: Visit,
    identifier: str,
    phrase: Phrase,
    action: Action | None,
    *,
    width: float,
    icon: ft.IconData = ft.Icons.ARROW_FORWARD_ROUNDED,
    sign: str = "",
    hand: bool = False,
    height: float | None = None,
    colour: str = theme.LEAF,
    missing: Phrase | None = None,
) -> ft.Control:
    """The green thing: the next step. ``sign`` is a picture name in place of the icon.

    ``missing`` is said to who touches it while there is no ``action``.
    """
    high = height or visit.layout.action_height
    side = high * 0.56
    said = visit.text(phrase)
    ink = theme.ink_on(colour)
    size = fitting(said, visit.language, width - side - 70, 1, visit.layout.title_size)
    shown: ft.Control = picture(sign, side) if sign else ft.Icon(icon, size=side, color=ink)
    content = shown
    if width > side + _NARROW:
        label = theme.text(said, visit.language, size, ink, max_lines=2)
        label.expand = True
        label.expand_loose = True
        content = side_by_side([label, shown] if not sign else [shown, label], 14)
    box = pill_style(colour, high, width)
    thing = tap(visit, identifier, said, content, action, missing=missing, **box)
    return pointed_at(thing, hand)


def round_sign(
    visit: Visit,
    identifier: str,
    phrase: Phrase,
    icon: ft.IconData,
    action: Action | None,
    *,
    colour: str = theme.CLAY,
    size: float = theme.TAP,
    repeatable: bool = False,
    secret: bool = False,
    missing: Phrase | None = None,
) -> ft.Control:
    """A round thing with a sign; ``secret`` and ``missing`` as in `tap`."""
    return tap(
        visit,
        identifier,
        visit.text(phrase),
        ft.Icon(icon, size=size * 0.54, color=theme.ink_on(colour)),
        action,
        repeatable=repeatable,
        secret=secret,
        missing=missing,
        **round_style(colour, size),
    )


def more(
    visit: Visit, identifier: str, phrase: Phrase, action: Action, *, forward: bool
) -> ft.Control:
    """To the next or the previous page of pictures."""
    icon = ft.Icons.CHEVRON_RIGHT_ROUNDED if forward else ft.Icons.CHEVRON_LEFT_ROUNDED
    return round_sign(visit, identifier, phrase, icon, action, colour=theme.TEAL)
