"""The step bar: beads on a string, where I am in a lesson."""

import flet as ft

from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.shapes import bead
from kiosk.widgets.touch import saying, value
from kiosk.wording import number, words


def step_bar(
    visit: Visit, step: int, steps: int, width: float, identifier: str = "lesson.step"
) -> ft.Control:
    """``step`` counts from 1; done beads are green, the one she is on is apricot and longer."""
    size = min(36.0, (width - (steps - 1) * 6) / (steps + 1))
    beads: list[ft.Control] = [
        _here(2 * size, min(20.0, size))
        if index == step
        else bead(size, min(20.0, size), theme.LEAF if index < step else None)
        for index in range(1, steps + 1)
    ]
    said = words("lesson.step-of", count=number(step), of=number(steps))
    return value(
        identifier,
        f"{step}/{steps}",
        ft.Row(beads, spacing=6, alignment=ft.MainAxisAlignment.CENTER, width=width),
        says=saying(visit, identifier, said),
    )


def _here(width: float, height: float) -> ft.Control:
    return bead(width, height, theme.APRICOT, (2, theme.INK))
