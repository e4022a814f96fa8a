"""What a screen is."""

from collections.abc import Callable
from typing import Protocol, cast

import flet as ft

from kiosk.visit import Visit
from kiosk.widgets.component import component


class Screen(Protocol):
    """Shows a visit; ``key`` tells one screen from the next, so that none inherits its state."""

    def __call__(self, visit: Visit, key: str = ...) -> ft.Control: ...


def screen(draw: Callable[[Visit], ft.Control]) -> Screen:
    """Makes a screen of ``draw``."""
    return cast(Screen, component(draw))
