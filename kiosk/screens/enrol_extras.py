"""What a new learner may add: a name, typed or said, and secret pictures."""

from collections.abc import Callable

import flet as ft

from kiosk import theme
from kiosk.people import LONGEST_NAME
from kiosk.screens.name_recording import NameRecording
from kiosk.screens.recorder import Stage
from kiosk.visit import Visit
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import pill_style, round_style, side_by_side
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.widgets.typing_field import text_field
from kiosk.wording import words
from lessons.phrase import Phrase

Change = Callable[..., None]
"""Sets fields of the form by name."""


def option_width(visit: Visit) -> float:
    """Of the name and of the secret: beside each other, on a phone below each other."""
    room = visit.layout.inner_width
    return room if visit.layout.phone else min(420.0, (room - theme.GAP) / 2)


def name_field(visit: Visit, name: str, change: Change, width: float) -> ft.Control:
    return text_field(
        visit,
        "enrol.name",
        words("enrol.name"),
        name,
        LONGEST_NAME,
        lambda text: change(name=text),
        words("enrol.write-name"),
        width,
    )


def name_recorder(visit: Visit, recording: NameRecording) -> ft.Control:
    """A tap says how and begins, the next one ends and plays it; an hourglass until it listens."""
    if not visit.settings.microphone:
        return ft.Container(width=theme.TAP)
    phrase: Phrase
    sign: ft.Control
    match recording.stage:
        case Stage.IDLE:
            phrase, sign = words("enrol.record-name"), _icon(ft.Icons.MIC_ROUNDED)
            colour = theme.LEAF if recording.said else theme.TEAL
        case Stage.STARTING | Stage.TELLING | Stage.WORKING:
            phrase, sign = words("enrol.starting"), picture("hourglass", theme.TAP * 0.66)
            colour = theme.WARM
        case Stage.LISTENING:
            phrase, sign = words("enrol.stop-recording"), _icon(ft.Icons.STOP_ROUNDED)
            colour = theme.POMEGRANATE
    return tap(
        visit,
        "enrol.record-name",
        visit.text(phrase),
        sign,
        recording.touched,
        **round_style(colour),
    )


def _icon(icon: ft.IconData) -> ft.Control:
    return ft.Icon(icon, size=theme.TAP * 0.54, color=theme.ON_DEEP)


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
            "border": ft.Border.all(2, theme.EDGE),
        },
    )
