"""Choosing one's picture: drawn faces and things, or a photo."""

from collections.abc import Callable
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.picture_words import picture_words
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.unkept import Unkept
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.camera import CameraView, Shutter
from kiosk.widgets.component import component
from kiosk.widgets.frame import room_below_two_lines
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import above, card, round_style, side_by_side, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import words

PICTURES = tuple(f"learner-{number:02d}" for number in range(1, 25))

_AROUND_PHOTO = 32.0

Pick = Callable[[str], object]


@component
def PicturePicker(visit: Visit, height: float, on_pick: Pick, on_camera: Action) -> ft.Control:
    """Drawn faces and things, and the camera."""
    layout = visit.layout
    size = 98.0 if layout.phone else 124.0 if layout.low else 140.0
    across, down = fit(layout.inner_width, height, size, size)
    across = min(across, 9 if not layout.tall else across)
    if len(PICTURES) + 1 > across * down:
        across, down = fit(layout.inner_width, height - theme.TAP - theme.GAP, size, size)
    shown, ways = use_pages(visit, PICTURES, max(1, across * down - 1), "enrol.pictures")
    cells: list[ft.Control] = [
        tap(
            visit,
            f"enrol.picture:{PICTURES.index(name) + 1}",
            visit.text(picture_words(name)),
            face(
                name, size - 8, theme.FACE_GROUNDS[PICTURES.index(name) % len(theme.FACE_GROUNDS)]
            ),
            partial(on_pick, name),
            **round_style(theme.PAPER, size),
        )
        for name in shown
    ]
    if visit.settings.camera:
        cells.append(
            round_sign(
                visit,
                "enrol.camera",
                words("enrol.take-photo"),
                ft.Icons.PHOTO_CAMERA_ROUNDED,
                on_camera,
                colour=theme.TEAL,
                size=size,
            )
        )
    return stacked([grid(cells, across), *([ways] if ways else [])], theme.GAP)


@component
def Photograph(
    visit: Visit, height: float, on_photo: Callable[[Unkept], object], on_none: Action
) -> ft.Control:
    """The camera that sees her."""
    shutter, _ = ft.use_state(Shutter())
    ready, set_ready = ft.use_state(False)
    layout = visit.layout
    high = height - layout.action_height - layout.gap

    def started(works: bool) -> None:
        set_ready(lambda _: works)
        if not works:
            on_none()
            visit.tell(words("product.no-camera"))

    async def take() -> None:
        on_photo(visit.kiosk.photos.hold(await shutter.take()))

    view = min(layout.inner_width, high * 1.3)
    return stacked(
        [
            CameraView(shutter, view, high, started, key="view"),
            go_on(
                visit,
                "enrol.shutter",
                words("enrol.take-photo"),
                take if ready else None,
                width=min(440, layout.inner_width),
                icon=ft.Icons.PHOTO_CAMERA_ROUNDED,
            ),
        ],
        layout.gap,
    )


def photo_taken(visit: Visit, name: str, on_good: Action, on_again: Action) -> ft.Control:
    """Her photo, the way on with it, and the way back to the camera."""
    layout = visit.layout
    high = room_below_two_lines(visit) - layout.action_height - layout.gap
    side = min(layout.inner_width, high)
    again = round_sign(
        visit,
        "enrol.photo-again",
        words("enrol.photo-again"),
        ft.Icons.REPLAY_ROUNDED,
        on_again,
        colour=theme.HONEY,
    )
    good = go_on(
        visit,
        "enrol.photo-good",
        words("enrol.photo-good"),
        on_good,
        width=min(440, layout.inner_width - theme.TAP - theme.GAP),
        icon=ft.Icons.CHECK_ROUNDED,
    )
    shown = card(picture(name, side - _AROUND_PHOTO), theme.AIR, width=side, height=high)
    return above(shown, side_by_side([again, good]), layout.gap)
