"""What a new learner may add: a name, typed or said, and secret pictures."""

from collections.abc import Callable

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.recordings import NothingHeard
from kiosk.visit import Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.component import component
from kiosk.widgets.microphone import NoMicrophone
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import pill_style, side_by_side
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Phrase

LONGEST_NAME = 24

Change = Callable[..., None]
"""Sets fields of the form by name."""


def option_width(visit: Visit) -> float:
    """Of the name and of the secret: beside each other, on a phone below each other."""
    room = visit.layout.inner_width
    return room if visit.layout.phone else min(420.0, (room - theme.GAP) / 2)


def name_field(visit: Visit, name: str, change: Change, width: float) -> ft.Control:
    said = visit.text(words("enrol.name"))
    return ft.Semantics(
        identifier="enrol.name",
        label=said,
        content=ft.TextField(
            value=name,
            hint_text=said,
            max_length=LONGEST_NAME,
            counter="",
            on_change=lambda event: change(name=event.control.value or ""),
            on_focus=visit.guarded("enrol.name", lambda: visit.say(words("enrol.write-name"))),
            width=width,
            height=theme.TAP,
            text_size=30,
            text_style=ft.TextStyle(font_family="Ar", font_family_fallback=["Lat", "SC"]),
            hint_style=ft.TextStyle(font_family="Ar", font_family_fallback=["Lat", "SC"], size=24),
            filled=True,
            fill_color=theme.PAPER,
            border=ft.OutlineInputBorder(
                border_radius=28, side=ft.BorderSide(width=2, color=theme.LINE)
            ),
            content_padding=ft.Padding.symmetric(horizontal=24, vertical=20),
            prefix_icon=ft.Icons.EDIT_ROUNDED,
        ),
    )


@component
def NameRecorder(visit: Visit, clip: str, change: Change) -> ft.Control:
    """Her name in her own voice: a tap says how and begins, the next one ends and plays it."""
    listening, set_listening = ft.use_state(False)

    async def begin() -> None:
        try:
            await visit.microphone.ask()
            # What is said by the tablet itself must not be heard in her name.
            if await visit.say_whole(words("enrol.say-name-now")):
                await visit.microphone.begin()
                set_listening(lambda _: True)
        except NoMicrophone:
            visit.tell(words("enrol.no-microphone"))

    async def toggle() -> None:
        if not listening:
            await begin()
            return
        set_listening(lambda _: False)
        try:
            key = visit.kiosk.recordings.keep(await visit.microphone.end())
        except NothingHeard:
            visit.tell(words("enrol.nothing-heard"))
            return
        change(name_clip=key)
        visit.say(words("enrol.name-heard"), Part(words("enrol.name"), recording=key))

    return round_sign(
        visit,
        "enrol.record-name",
        words("enrol.stop-recording" if listening else "enrol.record-name"),
        ft.Icons.STOP_ROUNDED if listening else ft.Icons.MIC_ROUNDED,
        toggle,
        colour=theme.POMEGRANATE if listening else theme.LEAF if clip else theme.TEAL,
    )


def secret_button(visit: Visit, is_set: bool, change: Change) -> ft.Control:
    phrase: Phrase = words("enrol.secret-is-set" if is_set else "enrol.secret-button")
    said = visit.text(phrase)
    width = option_width(visit)
    label = theme.text(said, visit.language, fitting(said, visit.language, width - 120, 1, 26))
    return tap(
        visit,
        "enrol.secret",
        said,
        side_by_side([picture("key", 48), label], 12),
        lambda: change(page="secret", secret=()),
        **{
            **pill_style(theme.DONE if is_set else theme.PAPER, theme.TAP, width),
            "border": ft.Border.all(2, theme.LINE),
        },
    )
