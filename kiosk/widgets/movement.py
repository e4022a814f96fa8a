"""Movement, where it is wanted: with less movement things are at once where they go to."""

import flet as ft

_LESS = "less-movement"


def set_less_movement(page: ft.Page, less: bool) -> None:
    """For everything that is drawn on this page from now on."""
    page.session.store.set(_LESS, less)


def is_still() -> bool:
    """Whether the page that is being drawn is to have less movement."""
    try:
        return bool(ft.context.page.session.store.get(_LESS))
    except RuntimeError:  # drawn for no page, as where only its shape is looked at
        return False


def moving(milliseconds: int, curve: ft.AnimationCurve) -> ft.Animation | None:
    """How something goes to its place; None for at once."""
    return None if is_still() else ft.Animation(milliseconds, curve)
