"""A share as a line: as far as it is green; it begins where reading begins."""

import flet as ft

from kiosk import theme
from kiosk.visit import Visit

HIGH = 14.0


def share_line(visit: Visit, share: float, width: float, rest: str = theme.LINE) -> ft.Control:
    """``share`` is from 0 to 1; ``rest`` is the colour of what is not green."""
    at = ft.Alignment.CENTER_RIGHT if visit.language == "ug" else ft.Alignment.CENTER_LEFT
    return ft.Container(
        ft.Container(width=width * share, height=HIGH, border_radius=7, bgcolor=theme.LEAF),
        width=width,
        height=HIGH,
        border_radius=7,
        bgcolor=rest,
        border=ft.Border.all(1, theme.EDGE),
        alignment=at,
    )
