"""The three languages to choose from, each by its own name."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.shapes import pill_style, side_by_side
from kiosk.widgets.touch import tap
from kiosk.wording import OWN_NAMES
from lessons.phrase import LANGUAGES, Language


def languages(
    visit: Visit,
    area: str,
    choose: Callable[[Language], object],
    chosen: Language | None = None,
    among: Sequence[Language] = (),
) -> ft.Control:
    """A row of things ``<area>.language:<language>``; the ``chosen`` one is dark.

    By default that is the one on the screen, ``among`` those that the trainer has shown here.
    """
    phone, now = visit.layout.phone, chosen or visit.language
    shown = among or visit.settings.languages or LANGUAGES
    return side_by_side(
        [_language(visit, area, each, each == now, partial(choose, each)) for each in shown],
        12 if phone else theme.GAP,
    )


def _language(
    visit: Visit, area: str, language: Language, chosen: bool, choose: partial[object]
) -> ft.Control:
    phone = visit.layout.phone
    ground = theme.TEAL if chosen else theme.PAPER
    style = {
        **pill_style(ground, theme.TAP, 101 if phone else 124),
        "padding": ft.Padding.symmetric(horizontal=8),
        "border": ft.Border.all(2, theme.EDGE),
    }
    name = OWN_NAMES[language]
    shown = theme.text(name, language, 20 if phone else 24, theme.ink_on(ground))
    return tap(visit, f"{area}.language:{language}", name, shown, choose, **style)
