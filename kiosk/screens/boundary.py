"""The wall around every screen: a drawing error becomes a screen that speaks and leads home.

Without it one exception while drawing would freeze the session for good, in silence.
"""

import functools
import logging
from collections.abc import Callable
from typing import Protocol, cast

import flet as ft

from kiosk.screens.dead_end import Oops
from kiosk.visit import Visit
from kiosk.widgets.component import component

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
