"""Ten digits and beads: a PIN is given or chosen, and nobody near hears which."""

from collections.abc import Awaitable, Callable
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.trainer_desk import PIN_LENGTH
from kiosk.visit import Action, Visit
from kiosk.widgets.beads import secret_beads
from kiosk.widgets.component import component
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import words

_ROWS = ("123", "456", "789", "0")
_LOW_ROWS = ("12345", "67890")

Whole = Callable[[str], Awaitable[None]]
"""Takes a PIN when its last digit was touched."""


@component
def PinPad(visit: Visit, height: float, on_whole: Whole) -> ft.Control:
    """``on_whole`` is called with each whole PIN; the beads are empty again then."""
    typing, put = use_latest("")
    layout = visit.layout

    async def digit(pressed: str) -> None:
        visit.tick()
        put(typing() + pressed)
        if len(typing()) >= PIN_LENGTH:
            pin = typing()[:PIN_LENGTH]
            put("")
            await on_whole(pin)

    def start_over() -> None:
        visit.tick()
        put("")

    low = not layout.tall and layout.height < 760
    rows = _LOW_ROWS if low else _ROWS
    down = len(rows) + 1
    size = max(float(theme.TAP), min(120.0, (height - (down - 1) * theme.GAP) / down))
    # digits run from left to right in every language, on a screen that runs from the right as well
    keys = [
        side_by_side(
            [
                _key(visit, each, size, partial(digit, each))
                for each in (row[::-1] if visit.language == "ug" else row)
            ]
        )
        for row in rows
    ]
    beads = secret_beads(visit, len(typing()), PIN_LENGTH, "trainer.pin-clear", start_over)
    return stacked([beads, *keys], theme.GAP)


def use_chosen_twice(visit: Visit, on_chosen: Whole) -> tuple[bool, Whole]:
    """A new PIN, of the calling component: whether it was given once, and what takes it.

    ``on_chosen`` is called when it was given twice alike; else it begins anew, which is told.
    """
    first, set_first = ft.use_state("")

    async def whole(pin: str) -> None:
        if not first:
            set_first(lambda _: pin)
            visit.changed()
        elif pin == first:
            await on_chosen(pin)
        else:
            set_first(lambda _: "")
            visit.tell(words("trainer.pins-differ"))

    return bool(first), whole


def _key(visit: Visit, digit: str, size: float, action: Action) -> ft.Control:
    return tap(
        visit,
        f"trainer.pin:{digit}",
        digit,
        theme.digits(digit, size * 0.42),
        action,
        repeatable=True,
        secret=True,
        width=size,
        height=size,
        **card_style(radius=size / 3, padding=0),
    )
