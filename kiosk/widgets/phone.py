"""A telephone that something is seen on."""

import flet as ft

from kiosk import theme


def phone_frame(inside: ft.Control, width: float, height: float) -> ft.Control:
    """``inside`` on the screen of a telephone."""
    edge = max(8, width * 0.03)
    return ft.Container(
        ft.Container(
            inside,
            bgcolor=theme.WHITE,
            border_radius=26,
            padding=10,
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
