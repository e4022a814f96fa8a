"""Screens that lead nowhere but home: an address that is not there, a drawing that failed."""

import flet as ft

from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, middle
from kiosk.widgets.pictures import scene
from kiosk.wording import words


@component
def NotHere(visit: Visit) -> ft.Control:
    """An address that leads nowhere (any more)."""
    return _dead_end(visit, "not-here", "scene-help")


@component
def Oops(visit: Visit) -> ft.Control:
    """Something went wrong; nothing is lost."""
    return _dead_end(visit, "oops", "scene-oops")


def _dead_end(visit: Visit, name: str, shown: str) -> ft.Control:
    layout = visit.layout
    width = min(layout.inner_width, 760)
    body = middle(
        [
            scene(shown, width, min(width * 0.6, layout.inner_height * 0.4)),
            go_on(
                visit,
                f"{name}.home",
                words("nav.home"),
                lambda: visit.go("/home" if visit.learner else "/"),
                width=min(420, layout.inner_width),
                icon=ft.Icons.HOME_ROUNDED,
            ),
        ]
    )
    return frame(visit, body, words(f"trouble.{name}"), place=name, home=False)
