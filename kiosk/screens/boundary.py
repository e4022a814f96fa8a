"""The wall around every screen: a drawing error becomes a screen that speaks and leads home.

Without it one exception while drawing would freeze the session for good, in silence.
"""

import functools
import logging
from collections.abc import Callable
from typing import Protocol, cast

import flet as ft

from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, middle
from kiosk.widgets.pictures import scene
from kiosk.wording import words

log = logging.getLogger(__name__)


class Screen(Protocol):
    """Shows a visit; ``key`` tells one screen from the next, so that none inherits its state."""

    def __call__(self, visit: Visit, key: str = ...) -> ft.Control: ...


def screen(draw: Callable[[Visit], ft.Control]) -> Screen:
    """Makes a component of ``draw`` whose errors are shown, spoken and logged."""

    @functools.wraps(draw)
    def drawn(visit: Visit) -> ft.Control:
        try:
            return draw(visit)
        except Exception:
            log.exception("drawing %s failed", draw.__name__)
            return Oops(visit, key="oops")

    return cast(Screen, component(drawn))


@component
def Oops(visit: Visit) -> ft.Control:
    """Something went wrong; nothing is lost; home is one tap away."""
    layout = visit.layout
    width = min(layout.inner_width, 760)
    body = middle(
        [
            scene("scene-oops", width, min(width * 0.6, layout.inner_height * 0.4)),
            go_on(
                visit,
                "oops.home",
                words("nav.home"),
                lambda: visit.go("/home" if visit.learner else "/"),
                width=min(420, layout.inner_width),
                icon=ft.Icons.HOME_ROUNDED,
            ),
        ]
    )
    return frame(visit, body, words("trouble.oops"), place="oops")
