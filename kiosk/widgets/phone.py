"""A telephone that something is seen on."""

import flet as ft

from kiosk import theme

_PADDING = 10


def inside_phone(width: float, height: float) -> tuple[float, float]:
    """How wide and how high the screen of such a telephone is inside."""
    return width - 2 * (_edge(width) + _PADDING), height - 2 * (1.6 * _edge(width) + _PADDING)


def _edge(width: float) -> float:
    return max(8.0, width * 0.03)


def phone_frame(inside: ft.Control, width: float, height: float) -> ft.Control:
    """``inside`` on the screen of a telephone."""
    edge = _edge(width)
    return ft.Container(
        ft.Container(
            inside,
            bgcolor=theme.SCREEN,
            border_radius=26,
            padding=_PADDING,
            alignment=ft.Alignment.CENTER,
            expand=True,
            clip_behavior=ft.ClipBehavior.HARD_EDGE,
        ),
        width=width,
        height=height,
        bgcolor=theme.INK,
        border_radius=38,
        padding=ft.Padding.symmetric(horizontal=edge, vertical=edge * 1.6),
    )
