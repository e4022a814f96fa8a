"""The foot of the village's screens: the one thing to do now, and the next day."""

import flet as ft

from kiosk import theme
from kiosk.screens.village.morning import end_day
from kiosk.screens.village.working import Working
from kiosk.visit import Action
from kiosk.widgets.actions import go_on
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, round_style, side_by_side
from kiosk.widgets.touch import tap, value
from kiosk.wording import words
from lessons.phrase import Phrase


def foot_height(working: Working) -> float:
    """What foot and gap take; nothing where a practice step is done and the coach leads on."""
    layout = working.visit.layout
    return 0.0 if working.done else layout.action_height + layout.gap


def over_foot(working: Working, field: ft.Control, foot: ft.Control) -> ft.Control:
    """A field and, unless the step is done, the foot below it."""
    return field if working.done else above(field, foot, working.visit.layout.gap)


def act(
    working: Working, name: str, label: Phrase, sign: str, action: Action, taken: float = 0
) -> ft.Control:
    """The green thing ``village.<name>``; ``taken`` is the width of what stands beside it."""
    return go_on(
        working.visit,
        f"village.{name}",
        label,
        action,
        width=min(460.0, working.visit.layout.inner_width - taken),
        sign=sign,
        hand=working.stuck,
    )


def next_day(working: Working) -> ft.Control:
    """The next day as the one thing to do."""
    return act(working, "next-day", words("store.next-day"), "sun", lambda: end_day(working))


def small_sun(working: Working, size: float = theme.TAP) -> ft.Control:
    """The next day beside something else, with the number of this day on it."""
    visit = working.visit
    sun = tap(
        visit,
        "village.next-day",
        visit.text(words("store.next-day")),
        picture("sun", size * 0.62),
        lambda: end_day(working),
        **round_style(theme.HONEY, size),
    )
    return ft.Stack([sun, day(working)], clip_behavior=ft.ClipBehavior.NONE)


def day(working: Working) -> ft.Control:
    """Which day it is in the village, for the corner of a sun."""
    number = str(working.store.day)
    badge = ft.Container(
        theme.digits(number, 20, theme.ON_DEEP),
        width=36,
        height=36,
        border_radius=18,
        bgcolor=theme.CLAY,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Container(
        value("village.day", number, badge), right=-6, top=-8, ignore_interactions=True
    )


def beside_sun(working: Working, green: ft.Control) -> ft.Control:
    """The small sun and the green thing in one row."""
    return side_by_side([small_sun(working), green], theme.GAP)
