"""So many of one thing, to be counted by eye; more than sixty stay sixty beside their number."""

import flet as ft

from kiosk.widgets.pictures import picture

_MOST = 60
_LARGEST, _SMALLEST = 76.0, 22.0
_GAP = 4


def counted(name: str, count: int, width: float, height: float) -> ft.Control:
    """``count`` pictures, as large as fit into ``width`` x ``height``."""
    shown = min(count, _MOST)
    size = _LARGEST
    while size > _SMALLEST and _room(width, size) * _room(height, size) < shown:
        size -= 2
    return ft.Container(
        ft.Row(
            [picture(name, size) for _ in range(shown)],
            wrap=True,
            spacing=_GAP,
            run_spacing=_GAP,
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        width=width,
        height=max(40.0, height),
        alignment=ft.Alignment.CENTER,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )


def fits(count: int, width: float, height: float) -> bool:
    """Whether so many are seen whole in ``width`` x ``height``."""
    return _room(width, _SMALLEST) * _room(height, _SMALLEST) >= min(count, _MOST)


def _room(length: float, size: float) -> int:
    return int(length // (size + _GAP))
