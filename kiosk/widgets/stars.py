"""Five stars, as many of them bright as were given."""

import flet as ft

from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import side_by_side

MOST = 5
_PALE = 0.22


def star_row(count: int, size: float = 36, gap: float = 4) -> ft.Control:
    """``count`` bright stars of ``size``, the others pale."""
    shown: list[ft.Control] = [
        ft.Container(picture("star", size), opacity=1 if each < count else _PALE)
        for each in range(MOST)
    ]
    return side_by_side(shown, gap, tight=True)
