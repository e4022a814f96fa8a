"""Pictures: a photo whose file is gone has a drawn one in its place."""

from collections.abc import Callable, Iterator

import flet as ft
import pytest

from kiosk.photos import PHOTO
from kiosk.widgets.pictures import face, picture

GONE = f"{PHOTO}{'0' * 32}"


def images(control: ft.Control | None) -> Iterator[ft.Image]:
    if isinstance(control, ft.Image):
        yield control
    elif isinstance(control, ft.Container) and isinstance(control.content, ft.Control):
        yield from images(control.content)


@pytest.mark.parametrize("draw", [face, picture])
def test_a_photo_that_cannot_be_shown_has_a_drawn_picture_in_its_place(
    draw: Callable[[str, float], ft.Control],
) -> None:
    (photo,) = images(draw(GONE, 100.0))
    assert isinstance(photo.error_content, ft.Control)
    (instead,) = images(photo.error_content)
    assert str(instead.src).startswith("/pictures/")
    assert instead.error_content is None


def test_a_drawn_picture_is_always_there() -> None:
    (drawn,) = images(face("learner-01", 100.0))
    assert drawn.error_content is None
