"""An address that leads nowhere (any more)."""

import flet as ft

from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, middle
from kiosk.widgets.pictures import scene
from kiosk.wording import words


@component
def NotHere(visit: Visit) -> ft.Control:
    """Says so and leads home."""
    layout = visit.layout
    width = min(layout.inner_width, 700)
    body = middle(
        [
            scene("scene-help", width, min(width * 0.6, layout.inner_height * 0.4)),
            go_on(
                visit,
                "not-here.home",
                words("nav.home"),
                lambda: visit.go("/home" if visit.learner else "/"),
                width=min(420, layout.inner_width),
                icon=ft.Icons.HOME_ROUNDED,
            ),
        ]
    )
    return frame(visit, body, words("trouble.not-here"), place="not-here", home=False)
