"""Whose things are in an order: each family's mark and how many of them."""

import flet as ft

from demo_store.store import Order, OrderState
from kiosk import theme
from kiosk.screens.village.families import faces, given
from kiosk.screens.village.working import Working
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.touch import value

_STAMPED = (OrderState.STAMPED, OrderState.PACKED, OrderState.LABELLED)


def stamped_picture(name: str) -> str:
    """The picture of a thing that bears its stamp, where it is drawn with one."""
    return "egg-stamped" if name == "egg" else name


def givers(working: Working, order: Order, width: float, height: float) -> ft.Control:
    """One chip for each family; before the round only what is to be collected."""
    gave = given(working.village, order.id)
    if not gave:
        size = max(40.0, min(140.0, height - 40))
        number = theme.digits(str(order.quantity), size * 0.6, theme.CLAY)
        loose = picture(working.kind.picture, size)
        inside: ft.Control = side_by_side([loose, number], 18)
    else:
        inside = _chips(working, order, gave, width - 30, height - 30)
    state = value("order.state", order.state, inside)
    return card(state, width=width, height=height, padding=10)


def _chips(
    working: Working, order: Order, gave: dict[str, int], width: float, height: float
) -> ft.Control:
    is_stamped = order.state in _STAMPED
    name = working.kind.picture
    name = stamped_picture(name) if is_stamped else name
    most = 2 if width < 260 else 3 if working.visit.layout.tall else 5 if len(gave) <= 5 else 4
    across = min(len(gave), most)
    rows = -(-len(gave) // across)
    wide = (width - (across - 1) * theme.GAP) / across
    high = (height - (rows - 1) * 8) / rows
    shown = faces(working)
    size = max(26.0, min(high - 4, wide * 0.42, 110.0))
    chips: list[ft.Control] = [
        ft.Container(
            _chip(shown[family], name, count, size, is_stamped=is_stamped),
            width=wide,
            height=high,
        )
        for family, count in gave.items()
    ]
    return stacked(
        [side_by_side(chips[at : at + across]) for at in range(0, len(chips), across)], 8
    )


def _chip(shown: str, name: str, count: int, size: float, *, is_stamped: bool) -> ft.Control:
    """Whose things: beside them at first, stamped on them later; and how many there are."""
    number = theme.digits(str(count), size * 0.5, theme.CLAY)
    if is_stamped:
        return side_by_side([marked(shown, name, size), number], 8)
    return side_by_side([face(shown, size * 0.8), picture(name, size * 0.7), number], 6)


def marked(shown: str, name: str, size: float) -> ft.Control:
    """A thing with the mark of its family on it."""
    mark = ft.Container(face(shown, size * 0.55, theme.PAPER), right=0, bottom=0)
    thing = ft.Container(picture(name, size * 0.86), left=0, top=0)
    return ft.Stack([thing, mark], width=size, height=size)
