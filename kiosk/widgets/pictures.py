"""Pictures: drawn ones by name, and photos that were taken here by key."""

import flet as ft

from kiosk import theme
from kiosk.photos import PHOTO

_IN_PLACE_OF_HER = "guest"
_IN_PLACE_OF_IT = "camera"
"""Shown where the file of a photo is gone or broken."""
_SCENE = "scene-"
SCENE_SHAPE = 1.5
"""Width of a drawn scene in heights."""


def source(name: str) -> str:
    """Where the page gets a picture from."""
    if name.startswith(PHOTO):
        return f"/photo/{name.removeprefix(PHOTO)}"
    return f"/pictures/{name}.svg"


def is_scene(name: str) -> bool:
    """Whether it is a drawn scene, wider than high."""
    return name.startswith(_SCENE)


def picture(name: str, size: float, height: float | None = None) -> ft.Control:
    """A picture that fits into ``size`` (x ``height``); a photo is cut to fill it."""
    if is_scene(name) and height is None:
        height = size / SCENE_SHAPE  # in a square box it would be drawn as high, and too wide
    return ft.Image(
        src=source(name),
        width=size,
        height=height or size,
        fit=ft.BoxFit.COVER if name.startswith(PHOTO) else ft.BoxFit.CONTAIN,
        border_radius=size / 6 if name.startswith(PHOTO) else None,
        error_content=_stand_in(name, _IN_PLACE_OF_IT, size * 0.6),
        exclude_from_semantics=True,
        gapless_playback=True,
    )


def scene(name: str, width: float, height: float) -> ft.Control:
    """A scene that fills its frame, cut at the edges where the frame has another shape."""
    return ft.Container(
        ft.Image(
            src=source(name),
            width=width,
            height=height,
            fit=ft.BoxFit.COVER,
            exclude_from_semantics=True,
            gapless_playback=True,
        ),
        width=width,
        height=height,
        border_radius=32,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        bgcolor=theme.AIR,
    )


def face(name: str, size: float, ground: str = theme.HONEY) -> ft.Control:
    """Somebody's picture on a round ground."""
    photo = name.startswith(PHOTO)
    return ft.Container(
        ft.Image(
            src=source(name),
            width=size if photo else size * 0.8,
            height=size if photo else size * 0.8,
            fit=ft.BoxFit.COVER if photo else ft.BoxFit.CONTAIN,
            error_content=_stand_in(name, _IN_PLACE_OF_HER, size * 0.8),
            exclude_from_semantics=True,
            gapless_playback=True,
        ),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=ground,
        alignment=ft.Alignment.CENTER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )


def _stand_in(name: str, other: str, size: float) -> ft.Control | None:
    """A drawn picture for a photo that cannot be shown: never an empty place."""
    if not name.startswith(PHOTO):
        return None
    drawn = ft.Image(
        src=source(other),
        width=size,
        height=size,
        fit=ft.BoxFit.CONTAIN,
        exclude_from_semantics=True,
    )
    return ft.Container(drawn, alignment=ft.Alignment.CENTER)
