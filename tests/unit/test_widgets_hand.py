"""The coach's hand stays off picture and words, and inside the window's margin."""

import flet as ft
import pytest
from flet.components.component import Renderer

from kiosk.widgets.hand import pointed_at
from kiosk.widgets.shapes import card_style, pill_style


def hand_on(box: ft.Container) -> ft.Container:
    with Renderer().with_context():
        stack = pointed_at(ft.Semantics(content=box), here=True)
    assert isinstance(stack, ft.Stack)
    placed = stack.controls[1]
    assert isinstance(placed, ft.Container)
    return placed


@pytest.mark.parametrize(("width", "height"), [(160, 161), (101, 124), (310, 170), (400, 300)])
def test_a_card_is_touched_beside_its_picture_above_its_label(width: int, height: int) -> None:
    hand = hand_on(ft.Container(width=width, height=height, **card_style()))
    assert hand.right is not None
    assert hand.right >= -12
    assert hand.bottom == 0
    assert hand.alignment == ft.Alignment(0, -0.25)


def test_a_long_thing_is_touched_from_below_its_words() -> None:
    hand = hand_on(ft.Container(**pill_style("#000000", 116, 460)))
    assert hand.bottom is not None
    assert hand.bottom < 0
    assert hand.content.alignment == ft.MainAxisAlignment.CENTER  # type: ignore[attr-defined]


def test_a_long_card_is_touched_below_the_picture_at_its_start() -> None:
    hand = hand_on(ft.Container(width=460, height=116, **card_style()))
    assert hand.content.alignment == ft.MainAxisAlignment.START  # type: ignore[attr-defined]


def test_where_nothing_is_to_be_touched_there_is_no_hand() -> None:
    stack = pointed_at(ft.Semantics(content=ft.Container()), here=False)
    assert isinstance(stack, ft.Stack)
    assert len(stack.controls) == 1
