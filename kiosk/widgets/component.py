"""Flet's component decorator, typed for what it returns: callers may add ``key``."""

from collections.abc import Callable

import flet as ft


def component(draw: Callable[..., ft.Control]) -> Callable[..., ft.Control]:
    """Makes a component of a function that draws; ``key`` tells it from its like."""
    made: Callable[..., ft.Control] = ft.component(draw)
    return made
