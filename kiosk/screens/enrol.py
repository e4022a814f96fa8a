"""A new learner, without typing: a picture, what she makes; a name and a secret if she likes."""

import asyncio
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from demo_store.world.catalogue import ProductKind
from kiosk import theme
from kiosk.classroom import Enrolment
from kiosk.enrolling import enrol
from kiosk.people import LONGEST_NAME
from kiosk.photos import PHOTO
from kiosk.picture_words import picture_words
from kiosk.screens.boundary import screen
from kiosk.screens.enrol_extras import (
    Change,
    name_field,
    name_recorder,
    option_width,
    secret_button,
)
from kiosk.screens.enrol_picture import Photograph, PicturePicker, photo_taken
from kiosk.screens.kinds import use_kinds
from kiosk.screens.name_recording import NameRecording, use_name_recording
from kiosk.screens.secret import SecretTwice
from kiosk.unkept import Unkept
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
    photo: Unkept | None = None
    """Of her, where that is her picture; in a file only when she is enrolled."""
    kind: str = ""
    name: str = ""
    secret: tuple[str, ...] = ()


@screen
def EnrolScreen(visit: Visit) -> ft.Control:
    """One choice after the other; each one is named and leads on by itself."""
    form, set_form = ft.use_state(Form())
    recording = use_name_recording(visit, here=form.page == "finish")

    def change(**fields: object) -> None:
        set_form(lambda now: replace(now, **fields))

    high = room_below(visit)
    choosing = _Choosing(visit, high, recording, change)
    names, kinds = use_kinds(visit, high, "enrol.product", choosing.sell)
    match form.page:
        case "product":
            body = kinds
        case "finish":
            body = _finish(visit, form, recording, high, change)
        case _:
            body = ft.Container(choosing.page(form))
    say = words(f"enrol.{form.page}")
    return frame(
        visit,
        body,
        say,
        place=f"enrol/{form.page}",
        also=names if form.page == "product" else (),
        help_phrase=say,
        back="/",
        home=False,
    )


@dataclass(frozen=True, slots=True)
class _Choosing:
    """The pages on which something is chosen: the choice is named, and the next page comes."""

    visit: Visit
    height: float
    recording: NameRecording
    change: Change

    def page(self, form: Form) -> ft.Control:
        """Her picture, the camera or her secret."""
        visit, high = self.visit, self.height
        match form.page:
            case "picture":
                to_camera = partial(self.change, page="camera")
                return PicturePicker(visit, high, self.choose, to_camera, key="pictures")
            case "camera":
                to_pictures = partial(self.change, page="picture")
                return Photograph(visit, high, self.photographed, to_pictures, key="camera")
            case "photo":
                on = partial(self.change, page="product")
                again = partial(self.change, page="camera")
                return photo_taken(visit, form.picture, on, again)
            case page:
                twice = page == "secret-again"
                return SecretTwice(visit, high, twice, self.turn, self.hide, key="secret")

    def choose(self, name: str) -> None:
        """One of the drawn pictures is hers."""
        self.visit.say_first(picture_words(name))
        self.change(picture=name, photo=None, page="product")

    def photographed(self, photo: Unkept) -> None:
        """A photo of her is her picture, unless she takes another one."""
        self.change(picture=PHOTO + photo.key, photo=photo, page="photo")

    def sell(self, kind: ProductKind) -> None:
        """What she makes."""
        self.visit.say_first(kind.name)
        self.change(kind=kind.id, page="finish")

    def turn(self, again: bool) -> None:
        """Her secret is asked for once more, or from the beginning."""
        self.change(page="secret-again" if again else "secret")

    def hide(self, chosen: tuple[str, ...]) -> None:
        """The pictures of her secret, chosen twice alike."""
        self.visit.say_first(words("enrol.secret-is-set"), *self.recording.lost())
        self.change(secret=chosen, page="finish")


def _finish(
    visit: Visit, form: Form, recording: NameRecording, height: float, change: Change
) -> ft.Control:
    """She and her product, a name and a secret if she likes; then the way in."""
    layout = visit.layout
    room = height - layout.action_height - theme.TAP * (2 if layout.phone else 1) - 4 * layout.gap
    green = go_on(
        visit,
        "enrol.done",
        words("enrol.done"),
        partial(_enrol, visit, form, recording),
        width=min(460, layout.inner_width),
        icon=ft.Icons.CHECK_ROUNDED,
    )
    return stacked(
        [_card_of_her(visit, form, room), _options(visit, form, recording, change), green],
        layout.gap,
        ft.MainAxisAlignment.SPACE_BETWEEN,
    )


async def _enrol(visit: Visit, form: Form, recording: NameRecording) -> None:
    if not await recording.finish():
        return
    enrolment = Enrolment(
        picture=form.picture,
        product_kind=form.kind,
        language=visit.language,
        name=" ".join(form.name.split())[:LONGEST_NAME],
        secret=form.secret,
    )
    # It takes a moment on purpose: not on the loop that serves everyone.
    await asyncio.to_thread(enrol, visit.kiosk, visit.tablet, enrolment, form.photo, recording.said)
    visit.go("/home")


def _card_of_her(visit: Visit, form: Form, height: float) -> ft.Control:
    """Her picture and her product."""
    width = visit.layout.inner_width
    kind = visit.kiosk.classroom.catalogue.kind(form.kind)
    size = min(220.0, height - 30, (width - 120) / 2)
    both = side_by_side([face(form.picture, size), picture(kind.picture, size * 0.8)], 28)
    return card(both, width=min(640, width), height=height)


def _options(visit: Visit, form: Form, recording: NameRecording, change: Change) -> ft.Control:
    """A name and a secret: on a phone below each other."""
    room_for_name = option_width(visit) - theme.TAP - theme.GAP
    say_name = name_recorder(visit, recording)
    name = side_by_side([name_field(visit, form.name, change, room_for_name), say_name])
    secret = secret_button(visit, bool(form.secret), change)
    if visit.layout.phone:
        return stacked([name, secret], theme.GAP)
    return side_by_side([name, secret])
