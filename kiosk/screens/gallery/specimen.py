"""One part in one state, as it is shown in the gallery."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from kiosk.visit import Visit

Draw = Callable[[Visit, float, float], ft.Control]
"""Draws a part into a width and a height."""


@dataclass(frozen=True, slots=True)
class Specimen:
    """``state`` is for who works on the kiosk; it needs ``width`` x ``height`` at least.

    One without a size fills the page.
    """

    state: str
    draw: Draw
    width: float = 0
    height: float = 0
