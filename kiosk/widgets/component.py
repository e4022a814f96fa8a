"""Flet's component decorator with a wall around it.

One exception while drawing would freeze a session for good, in silence. Here the part stays empty,
the visit learns of it, and the whole page becomes a screen that says so and leads home.
"""

import functools
import logging
from collections.abc import Callable
from typing import Any

import flet as ft

from kiosk.visit import Visit

log = logging.getLogger(__name__)


def component(draw: Callable[..., ft.Control]) -> Callable[..., ft.Control]:
    """Makes a component of a function that draws; callers may add ``key``."""

    @functools.wraps(draw)
    def drawn(*args: Any, **named: Any) -> ft.Control:
        try:
            return draw(*args, **named)
        except Exception:
            log.exception("drawing %s failed", draw.__name__)
            for given in (*args, *named.values()):
                if isinstance(given, Visit):
                    given.drawing_failed()
            return ft.Container()

    made: Callable[..., ft.Control] = ft.component(drawn)
    return made
