"""State that quick taps build on: what was tapped last, not what was drawn last."""

from collections.abc import Callable
from typing import TypeVar

import flet as ft

T = TypeVar("T")


def use_latest(initial: T) -> tuple[Callable[[], T], Callable[[T], None]]:
    """A value of the calling component: how to read it now, and how to set it.

    A tap may come before the answer to the one before is drawn; its handler must not start from
    the older picture.
    """
    held: list[T]
    held, _ = ft.use_state([initial])
    _, redraw = ft.use_state(0)

    def put(new: T) -> None:
        held[0] = new
        redraw(lambda version: version + 1)

    return lambda: held[0], put
