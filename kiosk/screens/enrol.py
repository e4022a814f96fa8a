"""A new learner, without typing: a picture, what she makes; a name and a secret if she likes."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.classroom import Enrolment
from kiosk.player import Part
from kiosk.recordings import NothingHeard
from kiosk.screens.boundary import screen
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.screens.secret import SECRET_LENGTH, SecretPictures
from kiosk.screens.store.products import KindPicker
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.camera import CameraView, Shutter
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame
from kiosk.widgets.microphone import NoMicrophone
from kiosk.widgets.pictures import PHOTO, face, picture
from kiosk.widgets.shapes import card, pill_style, round_style, side_by_side, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Phrase

PICTURES = tuple(f"learner-{number:02d}" for number in range(1, 25))
_LONGEST_NAME = 24

Pick = Callable[[str], object]
Change = Callable[..., None]
"""Sets fields of the form by name."""


@dataclass(frozen=True, slots=True)
class Form:
    """What she has chosen so far, and what she is choosing now."""

    page: str = "picture"
    picture: str = ""
    kind: str = ""
    name: str = ""
    name_clip: str = ""
    secret: tuple[str, ...] = ()


@screen
def EnrolScreen(visit: Visit) -> ft.Control:
    """One choice after the other; each one leads on by itself."""
    form, set_form = ft.use_state(Form())

    def change(**fields: object) -> None:
        set_form(lambda now: replace(now, **fields))

    layout = visit.layout
    high = layout.inner_height - theme.TAP - layout.gap
    if layout.tall:
        high -= theme.TAP + layout.gap
    say = words(f"enrol.{form.page}")
    match form.page:
        case "picture":
            body: ft.Control = PicturePicker(
                visit,
                high,
                lambda name: change(picture=name, page="product"),
                lambda: change(page="camera"),
                key="pictures",
            )
        case "camera":
            body = Photograph(
                visit,
                high,
                lambda name: change(picture=name, page="product"),
                lambda: change(page="picture"),
                key="camera",
            )
        case "product":
            body = ft.Container(
                KindPicker(
                    visit,
                    layout.inner_width,
                    high,
                    "enrol.product",
                    lambda kind: change(kind=kind, page="finish"),
                    key="kinds",
                )
            )
        case "secret":
            body = ft.Container(
                SecretPictures(
                    visit,
                    high,
                    form.secret,
                    lambda chosen: change(
                        secret=chosen, page="finish" if len(chosen) == SECRET_LENGTH else "secret"
                    ),
                    key="secret",
                )
            )
        case _:
            body = _finish(visit, form, high, change)
    return frame(
        visit,
        body if isinstance(body, ft.Container | ft.Column) else ft.Container(body),
        say,
        place=f"enrol/{form.page}",
        help_phrase=words(f"enrol.{form.page}"),
        back="/",
        home=False,
    )


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
            visit.text(words("enrol.this-picture")),
            face(
                name, size - 8, theme.FACE_GROUNDS[PICTURES.index(name) % len(theme.FACE_GROUNDS)]
            ),
            partial(on_pick, name),
            **round_style(theme.PAPER, size),
        )
        for name in shown
    ]
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
def Photograph(visit: Visit, height: float, on_photo: Pick, on_none: Action) -> ft.Control:
    """The camera's photo of her."""
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
        on_photo(PHOTO + visit.kiosk.photos.keep(await shutter.take()))

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


def _finish(visit: Visit, form: Form, height: float, change: Change) -> ft.Control:
    """She and her product, a name and a secret if she likes; then the way in."""
    layout = visit.layout
    kind = visit.kiosk.classroom.catalogue.kind(form.kind)
    room = height - layout.action_height - theme.TAP * (2 if layout.phone else 1) - 4 * layout.gap
    size = min(220.0, room - 30, (layout.inner_width - 120) / 2)

    async def done() -> None:
        enrolment = Enrolment(
            picture=form.picture,
            product_kind=form.kind,
            language=visit.language,
            name=" ".join(form.name.split())[:_LONGEST_NAME],
            name_clip=form.name_clip,
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
    room_for_name = min(420.0, layout.inner_width) - theme.TAP - theme.GAP
    say_name = NameRecorder(visit, form.name_clip, change, key="record")
    name = side_by_side([_name_field(visit, form, change, room_for_name), say_name])
    secret = _secret_button(visit, form, change)
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


def _name_field(visit: Visit, form: Form, change: Change, width: float) -> ft.Control:
    said = visit.text(words("enrol.name"))
    return ft.Semantics(
        identifier="enrol.name",
        label=said,
        content=ft.TextField(
            value=form.name,
            hint_text=said,
            max_length=_LONGEST_NAME,
            counter="",
            on_change=lambda event: change(name=event.control.value or ""),
            width=width,
            height=theme.TAP,
            text_size=30,
            text_style=ft.TextStyle(font_family="Ar", font_family_fallback=["Lat", "SC"]),
            hint_style=ft.TextStyle(font_family="Ar", font_family_fallback=["Lat", "SC"], size=24),
            border_radius=28,
            filled=True,
            fill_color=theme.PAPER,
            border_color=theme.LINE,
            content_padding=ft.Padding.symmetric(horizontal=24, vertical=20),
            prefix_icon=ft.Icons.EDIT_ROUNDED,
        ),
    )


@component
def NameRecorder(visit: Visit, clip: str, change: Change) -> ft.Control:
    """Her name in her own voice: one tap begins, the next one ends and plays it."""
    listening, set_listening = ft.use_state(False)

    async def toggle() -> None:
        if not listening:
            visit.player.stop()
            try:
                await visit.microphone.begin()
            except NoMicrophone:
                visit.tell(words("enrol.no-microphone"))
                return
            set_listening(lambda _: True)
            return
        set_listening(lambda _: False)
        try:
            key = visit.kiosk.recordings.keep(await visit.microphone.end())
        except NothingHeard:
            visit.tell(words("enrol.nothing-heard"))
            return
        change(name_clip=key)
        visit.say_parts([Part(words("enrol.name"), recording=key)])

    return round_sign(
        visit,
        "enrol.record-name",
        words("enrol.stop-recording" if listening else "enrol.record-name"),
        ft.Icons.STOP_ROUNDED if listening else ft.Icons.MIC_ROUNDED,
        toggle,
        colour=theme.POMEGRANATE if listening else theme.LEAF if clip else theme.TEAL,
    )


def _secret_button(visit: Visit, form: Form, change: Change) -> ft.Control:
    phrase: Phrase = words("enrol.secret-is-set" if form.secret else "enrol.secret-button")
    said = visit.text(phrase)
    width = min(420.0, visit.layout.inner_width)
    label = theme.text(said, visit.language, fitting(said, visit.language, width - 120, 1, 26))
    return tap(
        visit,
        "enrol.secret",
        said,
        side_by_side([picture("key", 48), label], 12),
        lambda: change(page="secret", secret=()),
        **{
            **pill_style(theme.DONE if form.secret else theme.PAPER, theme.TAP, width),
            "border": ft.Border.all(2, theme.LINE),
        },
    )
