"""A picture that fills with colour from below, as money for the thing is put aside."""

import flet as ft

from kiosk.widgets.pictures import picture

_PALE = 0.22


def filled(name: str, share: float, size: float) -> ft.Control:
    """The picture of ``size``, in full colour up to ``share`` (0 to 1) of its height."""
    high = size * max(0.0, min(1.0, share))
    # the inner stack is cut at its top edge; the picture stands on its ground whatever is cut
    coloured = ft.Stack(
        [ft.Container(picture(name, size), bottom=0, left=0, width=size, height=size)],
        width=size,
        height=high,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )
    return ft.Stack(
        [
            ft.Container(picture(name, size), opacity=_PALE),
            ft.Container(coloured, bottom=0, left=0, width=size, height=high),
        ],
        width=size,
        height=size,
    )
