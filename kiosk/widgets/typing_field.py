"""The one place where something can be typed: a name, which nobody has to give."""

from collections.abc import Callable

import flet as ft

from kiosk import theme
from kiosk.visit import Visit
from lessons.phrase import Phrase


def text_field(
    visit: Visit,
    identifier: str,
    name: Phrase,
    text: str,
    longest: int,
    on_change: Callable[[str], object],
    told: Phrase,
    width: float,
) -> ft.Control:
    """A field for one line; ``told`` is spoken when it is touched."""
    said = visit.text(name)
    return ft.Semantics(
        identifier=identifier,
        label=said,
        content=ft.TextField(
            value=text,
            hint_text=said,
            max_length=longest,
            counter="",
            on_change=lambda event: on_change(event.control.value or ""),
            on_focus=visit.guarded(identifier, lambda: visit.say(told)),
            width=width,
            height=theme.TAP,
            text_size=30,
            text_style=_type(),
            hint_style=_type(24),
            filled=True,
            fill_color=theme.PAPER,
            border=ft.OutlineInputBorder(
                border_radius=28, side=ft.BorderSide(width=2, color=theme.EDGE)
            ),
            content_padding=ft.Padding.symmetric(horizontal=24, vertical=20),
            prefix_icon=ft.Icons.EDIT_ROUNDED,
        ),
    )


def _type(size: float | None = None) -> ft.TextStyle:
    return ft.TextStyle(size=size, font_family="Ar", font_family_fallback=["Lat", "SC"])
