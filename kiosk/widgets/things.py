"""So many of one thing, to be counted by eye; more than sixty stay sixty beside their number."""

import flet as ft

from kiosk.widgets.pictures import picture

_MOST = 60
_LARGEST, _SMALLEST = 76.0, 22.0
_TINIEST = 16.0
"""Rather than cut one off: hard to see singly, and the number stands beside."""
_GAP = 4


def counted(name: str, count: int, width: float, height: float) -> ft.Control:
    """``count`` pictures, as large as fit into ``width`` x ``height``."""
    shown = min(count, _MOST)
    size = _LARGEST
    while size > _TINIEST and _room(width, size) * _room(height, size) < shown:
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


def ten_of(name: str, width: float, height: float) -> ft.Control:
    """Ten small pictures in two rows of five, to be seen as ten at a glance."""
    size = min(width / 5, height / 2) - 2
    rows: list[ft.Control] = [
        ft.Row([picture(name, size) for _ in range(5)], spacing=2, tight=True) for _ in range(2)
    ]
    return ft.Column(rows, spacing=2, tight=True)


def fits(count: int, width: float, height: float) -> bool:
    """Whether so many are seen whole in ``width`` x ``height``."""
    return _room(width, _SMALLEST) * _room(height, _SMALLEST) >= min(count, _MOST)


def _room(length: float, size: float) -> int:
    return int(length // (size + _GAP))
