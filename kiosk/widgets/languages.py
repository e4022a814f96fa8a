"""The three languages to choose from, each by its own name."""

from collections.abc import Callable
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.shapes import pill_style, side_by_side
from kiosk.widgets.touch import tap
from lessons.phrase import LANGUAGES, Language

_OWN_NAME: dict[Language, str] = {"ug": "ئۇيغۇرچە", "zh": "中文", "en": "English"}


def languages(visit: Visit, area: str, choose: Callable[[Language], object]) -> ft.Control:
    """A row of things ``<area>.language:<language>``; the one on the screen is dark."""
    phone = visit.layout.phone
    return side_by_side(
        [_language(visit, area, each, partial(choose, each)) for each in LANGUAGES],
        12 if phone else theme.GAP,
    )


def _language(visit: Visit, area: str, language: Language, choose: partial[object]) -> ft.Control:
    phone, chosen = visit.layout.phone, language == visit.language
    ink = theme.WHITE if chosen else theme.INK
    style = {
        **pill_style(theme.TEAL if chosen else theme.PAPER, theme.TAP, 101 if phone else 124),
        "padding": ft.Padding.symmetric(horizontal=8),
        "border": ft.Border.all(2, theme.LINE),
    }
    name = _OWN_NAME[language]
    shown = theme.text(name, language, 20 if phone else 24, ink)
    return tap(visit, f"{area}.language:{language}", name, shown, choose, **style)
