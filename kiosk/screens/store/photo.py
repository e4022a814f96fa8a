"""The photo of one of her goods: the camera's where there is one, else a drawn picture."""

import flet as ft

from demo_store.commands import ChoosePhoto
from kiosk import theme
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.store.coaching import body_height, store_frame, use_trading
from kiosk.screens.store.stations import product_here
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.camera import CameraView, Shutter
from kiosk.widgets.pictures import PHOTO, picture
from kiosk.widgets.shapes import above, card, side_by_side
from kiosk.wording import words


@screen
def PhotoScreen(visit: Visit) -> ft.Control:
    """The drawn picture is offered at once; the camera opens on its own sign."""
    trading = use_trading(visit)
    product = product_here(trading)
    shutter, _ = ft.use_state(Shutter())
    live, set_live = ft.use_state(False)
    ready, set_ready = ft.use_state(False)
    if product is None:
        return NotHere(visit, key="gone")
    kind = visit.kiosk.classroom.catalogue.kind(product.kind)
    layout = visit.layout
    high = body_height(trading) - layout.action_height - layout.gap
    view = min(layout.inner_width - (0 if layout.phone else theme.TAP + 24), high * 1.4)

    async def take() -> None:
        photo = kind.picture
        if live and ready:
            photo = PHOTO + visit.kiosk.photos.keep(await shutter.take())
        trading.do(ChoosePhoto(product.id, photo), f"/product/{product.id}")

    def no_camera(works: bool) -> None:
        set_ready(lambda _: works)
        if not works:
            set_live(lambda _: False)
            visit.tell(words("product.no-camera"))

    shown: ft.Control = (
        CameraView(shutter, view, high, no_camera, key="camera")
        if live
        else card(
            picture(product.photo or kind.picture, min(view, high) - 60),
            theme.AIR,
            width=view,
            height=high,
        )
    )
    switch = round_sign(
        visit,
        "product.camera",
        words("product.camera"),
        ft.Icons.PHOTO_CAMERA_ROUNDED if not live else ft.Icons.BRUSH_ROUNDED,
        lambda: set_live(lambda now: not now),
        colour=theme.TEAL,
    )
    green = go_on(
        visit,
        "product.photo",
        words("product.take-photo" if live else "product.this-picture"),
        take if not live or ready else None,
        width=min(460, layout.inner_width - (theme.TAP + theme.GAP if layout.phone else 0)),
        icon=ft.Icons.PHOTO_CAMERA_ROUNDED if live else ft.Icons.CHECK_ROUNDED,
        hand=trading.wants("PhotoChosen"),
    )
    if layout.phone:
        body = above(shown, side_by_side([switch, green]), layout.gap)
    else:
        body = above(side_by_side([shown, switch], 24), green, layout.gap)
    return store_frame(
        trading,
        body,
        words("product.say-photo", product=kind.name),
        place=f"photo/{product.id}",
        back=f"/product/{product.id}",
    )
