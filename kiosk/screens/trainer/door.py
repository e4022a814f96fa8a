"""The trainer's door: four digits, set at the first visit."""

import asyncio
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.trainer.locking import open_desk
from kiosk.trainer_desk import PIN_LENGTH
from kiosk.visit import Action, Visit
from kiosk.widgets.beads import secret_beads
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import number, words

_ROWS = ("123", "456", "789", "0")


@screen
def TrainerDoor(visit: Visit) -> ft.Control:
    """Asks for the PIN; where there is none, has it chosen twice."""
    desk = visit.kiosk.desk
    typing, put = use_latest("")
    typed = typing()
    first, set_first = ft.use_state("")
    layout = visit.layout
    high = room_below(visit)

    async def whole(pin: str) -> None:
        put("")
        if desk.has_pin:
            await _knock(visit, pin)
        elif not first:
            set_first(lambda _: pin)
            visit.changed()
        elif pin == first:
            await asyncio.to_thread(desk.set_first_pin, pin)
            open_desk(visit)
        else:
            set_first(lambda _: "")
            visit.tell(words("trainer.pins-differ"))

    async def digit(pressed: str) -> None:
        visit.tick()
        put(typing() + pressed)
        if len(typing()) >= PIN_LENGTH:
            await whole(typing()[:PIN_LENGTH])

    def start_over() -> None:
        visit.tick()
        put("")

    say = "trainer.pin" if desk.has_pin else "trainer.pin-again" if first else "trainer.pin-first"
    low = not layout.tall and layout.height < 760
    rows = ("12345", "67890") if low else _ROWS
    down = len(rows) + 1
    size = max(float(theme.TAP), min(120.0, (high - (down - 1) * theme.GAP) / down))
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
    beads = secret_beads(visit, len(typed), PIN_LENGTH, "trainer.pin-clear", start_over)
    body = stacked([beads, *keys], theme.GAP)
    return frame(
        visit,
        body,
        words(say),
        place=say,
        help_phrase=words("trainer.pin-help"),
        back="/",
        home=False,
        end=ft.Container(),
    )


async def _knock(visit: Visit, pin: str) -> None:
    knock = await asyncio.to_thread(visit.kiosk.desk.knock, pin)
    if knock.result == "open":
        open_desk(visit)
    elif knock.wait_s:
        visit.tell_for(knock.wait_s, words("trainer.wait", count=number(knock.wait_s)))
    else:
        visit.tell(words("trainer.wrong-pin"))


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
