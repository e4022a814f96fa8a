"""The photo of one of her goods: the camera's where there is one, else a drawn picture."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from demo_store.commands import ChoosePhoto
from demo_store.store import Product
from kiosk import theme
from kiosk.photos import PHOTO
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import Trading, use_trading
from kiosk.screens.store.photo_choice import photo_choice
from kiosk.screens.store.station import (
    field_height,
    kind_of,
    product_here,
    station,
    station_green,
)
from kiosk.unkept import Unkept
from kiosk.visit import Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.camera import BACK, CameraView, Shutter
from kiosk.widgets.frame import room_below, room_below_two_lines
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import above, card, side_by_side
from kiosk.wording import words
from lessons.course import Photo
from lessons.phrase import Phrase

_NO_PHOTO: Unkept | None = None


@dataclass(frozen=True, slots=True)
class _Camera:
    """The camera as it is now; ``switch`` opens and closes it, ``found`` says whether it works.

    ``missing``: it was looked for, and there is none. ``shot`` is what it took, in no file yet;
    ``took`` puts another one, or none, in its place.
    """

    shutter: Shutter
    live: bool
    ready: bool
    missing: bool
    shot: Unkept | None
    switch: Callable[[bool], None]
    found: Callable[[bool], None]
    took: Callable[[Unkept | None], None]

    @property
    def sees(self) -> bool:
        """Whether what it sees is shown."""
        return self.live and self.shot is None

    @property
    def offer(self) -> Phrase:
        """What the green thing does."""
        if self.shot is not None:
            return words("enrol.photo-good")
        return words("product.take-photo" if self.sees else "product.this-picture")


@screen
def PhotoScreen(visit: Visit) -> ft.Control:
    """The drawn picture is offered at once; the camera opens on its own sign."""
    trading = use_trading(visit)
    product = product_here(trading)
    is_lesson = _is_learning(trading)
    camera = _use_camera(visit, is_lesson)
    if product is None:
        return NotHere(visit, key="gone")
    layout = visit.layout
    say = words("product.say-photo", product=kind_of(trading, product).name)
    if is_lesson and camera.missing:
        chosen = photo_choice(trading, product, field_height(trading))
        return station(trading, product, "photo", chosen, say)
    shown = _view(trading, product, camera)
    switch = _switch(visit, camera)
    green = _green(trading, product, camera)
    if layout.phone:
        body = above(shown, side_by_side([switch, green]), layout.gap)
    else:
        body = above(side_by_side([shown, switch], 24), green, layout.gap)
    return station(trading, product, "photo", body, say)


def _is_learning(trading: Trading) -> bool:
    """Whether a photo is what she learns now, and she has none yet."""
    moment = trading.helped
    if moment is None or moment.state.completed_step:
        return False
    return isinstance(moment.step, Photo)


def _use_camera(visit: Visit, is_lesson: bool) -> _Camera:
    """In a lesson about photos it opens by itself; where there is none a photo is chosen."""
    shutter, _ = ft.use_state(Shutter())
    may_see = visit.settings.camera
    live, set_live = ft.use_state(is_lesson and may_see)
    ready, set_ready = ft.use_state(False)
    missing, set_missing = ft.use_state(not may_see)
    shot, set_shot = ft.use_state(_NO_PHOTO)

    def switch(on: bool) -> None:
        set_live(lambda _: on)
        visit.say(words("product.take-photo" if on else "product.this-picture"))

    def found(works: bool) -> None:
        set_ready(lambda _: works)
        if not works:
            set_live(lambda _: False)
            set_missing(lambda _: True)
            visit.tell(words("product.which-photo" if is_lesson else "product.no-camera"))

    def took(photo: Unkept | None) -> None:
        set_ready(lambda _: False)
        set_shot(lambda _: photo)
        if photo is not None:
            visit.tell(words("enrol.photo"))
        else:
            visit.changed()

    return _Camera(shutter, live, ready, missing, shot, switch, found, took)


def _view(trading: Trading, product: Product, camera: _Camera) -> ft.Control:
    """What the camera sees, what it took, or the drawn picture."""
    layout, kind = trading.visit.layout, kind_of(trading, product)
    high = field_height(trading)
    if camera.shot:  # what is told of it may have two lines
        high -= room_below(trading.visit) - room_below_two_lines(trading.visit)
    wide = min(layout.inner_width - (0 if layout.phone else theme.TAP + 24), high * 1.4)
    if camera.sees:
        return CameraView(camera.shutter, wide, high, camera.found, BACK, key="camera")
    name = PHOTO + camera.shot.key if camera.shot else product.photo or kind.picture
    drawn = picture(name, min(wide, high) - 60)
    return card(drawn, theme.AIR, width=wide, height=high)


def _switch(visit: Visit, camera: _Camera) -> ft.Control:
    """Opens and closes the camera; takes the photo again where there is one."""
    if camera.shot is not None:
        return round_sign(
            visit,
            "product.photo-again",
            words("enrol.photo-again"),
            ft.Icons.REPLAY_ROUNDED,
            lambda: camera.took(None),
            colour=theme.HONEY,
        )
    if not visit.settings.camera:
        return ft.Container(width=theme.TAP)
    return round_sign(
        visit,
        "product.camera",
        words("product.camera"),
        ft.Icons.BRUSH_ROUNDED if camera.live else ft.Icons.PHOTO_CAMERA_ROUNDED,
        lambda: camera.switch(not camera.live),
        colour=theme.TEAL,
    )


def _green(trading: Trading, product: Product, camera: _Camera) -> ft.Control:
    """Takes the photo, or keeps the picture that is there."""
    visit = trading.visit

    async def take() -> None:
        photo = kind_of(trading, product).picture
        if camera.shot is not None:
            photo = PHOTO + visit.kiosk.photos.keep(camera.shot)
        elif camera.sees:
            camera.took(visit.kiosk.photos.hold(await camera.shutter.take()))
            return
        trading.do(ChoosePhoto(product.id, photo), f"/product/{product.id}")

    return station_green(
        trading,
        "product.photo",
        camera.offer,
        take if camera.ready or not camera.sees else None,
        event="PhotoChosen",
        icon=ft.Icons.PHOTO_CAMERA_ROUNDED if camera.sees else ft.Icons.CHECK_ROUNDED,
        taken=theme.TAP + theme.GAP if visit.layout.phone else 0,
    )
