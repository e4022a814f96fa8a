"""The sign by which a neighbour gets the tablet, and by which it comes back: one tap each."""

from functools import partial

import flet as ft

from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import round_style
from kiosk.widgets.touch import tap
from kiosk.wording import words

HOME = "/home"


def change_learner(visit: Visit) -> ft.Control:
    """Her face who lent the tablet, to give it back; else the way to a neighbour's."""
    lending = visit.kiosk.classroom.lending(visit.tablet)
    if lending is None:
        return tap(
            visit,
            "learner.neighbour",
            visit.text(words("neighbour.try")),
            picture("handshake", theme.TAP * 0.66),
            partial(_ask_who, visit),
            **round_style(theme.ROSE),
        )
    card = visit.kiosk.classroom.records.learner(lending.learner)
    return tap(
        visit,
        "learner.give-back",
        visit.text(words("neighbour.back")),
        ft.Stack(
            [
                face((card.picture if card else "") or "guest", theme.TAP - 12),
                ft.Icon(ft.Icons.UNDO_ROUNDED, size=32, color=theme.CLAY, right=0, top=0),
            ]
        ),
        partial(_give_back, visit),
        **round_style(theme.PAPER, ring=theme.CLAY),
    )


def lend(visit: Visit, neighbour: str = "") -> None:
    """The neighbour has the tablet now: by her id, or as a visitor."""
    place, visit.lent_at = visit.lent_at or HOME, ""
    visit.player.stop()  # before it changes hands: what she heard of it is hers
    visit.kiosk.classroom.lend(visit.tablet, place, neighbour)
    visit.language = visit.kiosk.classroom.language_of(visit.tablet)
    visit.go(HOME)


def _ask_who(visit: Visit) -> None:
    visit.lent_at = visit.page.route
    visit.go("/neighbour")


def _give_back(visit: Visit) -> None:
    visit.player.stop()
    place = visit.kiosk.classroom.take_back(visit.tablet)
    visit.language = visit.kiosk.classroom.language_of(visit.tablet)
    is_here = visit.page.route == (place or HOME)
    visit.go(place or HOME)
    if is_here:  # of two visitors the same is shown, and what stays as it was does not speak
        visit.repeat()
