"""A new learner, without typing: a picture, what she makes; a name and a secret if she likes."""

import asyncio
from dataclasses import dataclass, replace

import flet as ft

from demo_store.world.catalogue import ProductKind
from kiosk import theme
from kiosk.classroom import Enrolment
from kiosk.picture_words import picture_words
from kiosk.screens.boundary import screen
from kiosk.screens.enrol_extras import (
    LONGEST_NAME,
    Change,
    name_field,
    name_recorder,
    option_width,
    secret_button,
)
from kiosk.screens.enrol_picture import Photograph, PicturePicker
from kiosk.screens.kinds import use_kinds
from kiosk.screens.name_recording import NameRecording
from kiosk.screens.secret import SECRET_LENGTH, SecretPictures
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.wording import words


@dataclass(frozen=True, slots=True)
class Form:
    """What she has chosen so far, and what she is choosing now."""

    page: str = "picture"
    picture: str = ""
    kind: str = ""
    name: str = ""
    secret: tuple[str, ...] = ()


@screen
def EnrolScreen(visit: Visit) -> ft.Control:
    """One choice after the other; each one is named and leads on by itself."""
    form, set_form = ft.use_state(Form())
    recording, _ = ft.use_state(NameRecording(visit))
    _, redraw = ft.use_state(0)
    recording.redraw = lambda: redraw(lambda count: count + 1)
    ft.use_effect(lambda: None, [], cleanup=recording.drop)

    def change(**fields: object) -> None:
        set_form(lambda now: replace(now, **fields))

    high = room_below(visit)
    say = words(f"enrol.{form.page}")

    def choose(name: str) -> None:
        visit.say_first(picture_words(name))
        change(picture=name, page="product")

    def photographed(name: str) -> None:
        visit.say_first(words("enrol.photo-taken"))
        change(picture=name, page="product")

    def sell(kind: ProductKind) -> None:
        visit.say_first(kind.name)
        change(kind=kind.id, page="finish")

    def hide(chosen: tuple[str, ...]) -> None:
        whole = len(chosen) == SECRET_LENGTH
        if whole:
            visit.say_first(words("enrol.secret-is-set"))
        change(secret=chosen, page="finish" if whole else "secret")

    names, kinds = use_kinds(visit, high, "enrol.product", sell)
    match form.page:
        case "picture":
            body: ft.Control = PicturePicker(
                visit, high, choose, lambda: change(page="camera"), key="pictures"
            )
        case "camera":
            body = Photograph(
                visit, high, photographed, lambda: change(page="picture"), key="camera"
            )
        case "product":
            body = kinds
        case "secret":
            body = SecretPictures(visit, high, form.secret, hide, key="secret")
        case _:
            body = _finish(visit, form, recording, high, change)
    return frame(
        visit,
        body if isinstance(body, ft.Container | ft.Column) else ft.Container(body),
        say,
        place=f"enrol/{form.page}",
        also=names if form.page == "product" else (),
        help_phrase=words(f"enrol.{form.page}"),
        back="/",
        home=False,
    )


def _finish(
    visit: Visit, form: Form, recording: NameRecording, height: float, change: Change
) -> ft.Control:
    """She and her product, a name and a secret if she likes; then the way in."""
    layout = visit.layout
    kind = visit.kiosk.classroom.catalogue.kind(form.kind)
    room = height - layout.action_height - theme.TAP * (2 if layout.phone else 1) - 4 * layout.gap
    size = min(220.0, room - 30, (layout.inner_width - 120) / 2)

    async def done() -> None:
        if not await recording.finish():
            return
        enrolment = Enrolment(
            picture=form.picture,
            product_kind=form.kind,
            language=visit.language,
            name=" ".join(form.name.split())[:LONGEST_NAME],
            name_clip=recording.clip,
            secret=form.secret,
        )
        # The secret's hash takes a moment on purpose: not on the loop that serves everyone.
        await asyncio.to_thread(visit.kiosk.classroom.enrol, visit.tablet, enrolment)
        visit.go("/home")

    card_of_her = card(
        side_by_side([face(form.picture, size), picture(kind.picture, size * 0.8)], 28),
        width=min(640, layout.inner_width),
        height=room,
    )
    room_for_name = option_width(visit) - theme.TAP - theme.GAP
    say_name = name_recorder(visit, recording)
    name = side_by_side([name_field(visit, form.name, change, room_for_name), say_name])
    secret = secret_button(visit, bool(form.secret), change)
    options = stacked([name, secret], theme.GAP) if layout.phone else side_by_side([name, secret])
    return stacked(
        [
            card_of_her,
            options,
            go_on(
                visit,
                "enrol.done",
                words("enrol.done"),
                done,
                width=min(460, layout.inner_width),
                icon=ft.Icons.CHECK_ROUNDED,
            ),
        ],
        layout.gap,
        ft.MainAxisAlignment.SPACE_BETWEEN,
    )
