"""How a trainer is known: a picture, a name, and for a new one a PIN that is chosen twice."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import flet as ft

from kiosk import theme
from kiosk.photos import PHOTO
from kiosk.picture_words import picture_words
from kiosk.progress.records import Trainer
from kiosk.screens.dead_end import NotHere
from kiosk.screens.enrol_extras import name_field, name_recorder, option_width
from kiosk.screens.enrol_picture import Photograph, PicturePicker, photo_taken
from kiosk.screens.name_recording import NameRecording, use_name_recording
from kiosk.screens.trainer.asking import asked
from kiosk.screens.trainer.desk import TEAM, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.pin_pad import PinPad, Whole, use_chosen_twice
from kiosk.screens.trainer.team import other_trainer
from kiosk.screens.trainer.trainer_face import name_of, picture_of, said_name
from kiosk.unkept import Unkept
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.pictures import face
from kiosk.widgets.shapes import side_by_side, stacked
from kiosk.wording import words
from lessons.phrase import Phrase

_BACK = "/trainer/team"


@dataclass(frozen=True, slots=True)
class Form:
    """What was chosen so far, and what is being chosen now."""

    page: str = "picture"
    picture: str = ""
    photo: Unkept | None = None
    name: str = ""


@trainer_screen
def NewTrainerScreen(visit: Visit) -> ft.Control:
    """The new one chooses the PIN, so the tablet is handed over for it."""
    form, change, recording = _use_form(visit, Form())

    async def add(pin: str) -> None:
        said, name, photo = recording.said, form.name, form.photo
        await asyncio.to_thread(visit.team.add, pin, form.picture, name, photo, said)
        _done(visit, words("team.added"))

    async def to_pin() -> None:
        if await recording.finish():
            change(page="pin")
            visit.changed()

    if form.page == "pin":
        return _Pin(visit, words("team.their-pin"), add, key="pin")
    return _Card(visit, form, change, recording, to_pin, key="card")


@trainer_screen
def OwnCardScreen(visit: Visit) -> ft.Control:
    """Another picture and name for oneself."""
    own = visit.kiosk.classroom.records.trainers[visit.trainer_id]
    form, change, recording = _use_form(visit, Form(name=own.name))

    async def save() -> None:
        if await recording.finish():
            visit.team.name(own.id, form.picture, form.name, form.photo, recording.said)
            _done(visit, words("team.changed"))

    return _Card(visit, form, change, recording, save, key="card")


@trainer_screen
def OwnPinScreen(visit: Visit) -> ft.Control:
    """Another PIN for oneself."""

    async def keep(pin: str) -> None:
        await asyncio.to_thread(visit.team.set_pin, visit.trainer_id, pin)
        _done(visit, words("team.pin-changed"))

    return _Pin(visit, words("trainer.pin-first"), keep, key="pin")


@trainer_screen
def OtherPinScreen(visit: Visit) -> ft.Control:
    """Another PIN for another trainer: asked once, then the tablet is handed over for it."""
    trainer = other_trainer(visit, ft.use_route_params().get("trainer_id", ""))
    return _OtherPin(visit, trainer, key=trainer.id) if trainer else NotHere(visit, key="gone")


@component
def _OtherPin(visit: Visit, trainer: Trainer) -> ft.Control:
    sure, set_sure = ft.use_state(False)

    async def keep(pin: str) -> None:
        await asyncio.to_thread(visit.team.set_pin, trainer.id, pin)
        _done(visit, words("team.pin-changed"))

    if sure:
        return _Pin(visit, words("team.other-pin"), keep, key="pin")
    say = words("team.pin-sure", name=name_of(trainer))
    body = asked(
        visit,
        picture_of(trainer),
        desk_room(visit),
        area="pin",
        yes=lambda: set_sure(lambda _: True),
        no=lambda: visit.go(_BACK),
    )
    return desk(
        visit,
        body,
        say,
        here=TEAM,
        place=f"trainer/team/{trainer.id}/pin",
        also=said_name(visit, trainer),
        help_phrase=say,
        back=_BACK,
    )


def _use_form(visit: Visit, first: Form) -> tuple[Form, Callable[..., None], NameRecording]:
    form, set_form = ft.use_state(first)
    recording = use_name_recording(visit, here=form.page == "name")

    def change(**fields: object) -> None:
        set_form(lambda now: replace(now, **fields))

    return form, change, recording


def _done(visit: Visit, told: Phrase) -> None:
    visit.say_first(told)
    visit.go(_BACK)


@component
def _Pin(visit: Visit, say: Phrase, keep: Whole) -> ft.Control:
    again, whole = use_chosen_twice(visit, keep)
    say = words("trainer.pin-again") if again else say
    return frame(
        visit,
        PinPad(visit, room_below(visit), whole, key="pad"),
        say,
        place=f"trainer/team/pin/{again}",
        help_phrase=say,
        back=_BACK,
        home=False,
        end=ft.Container(),
    )


@component
def _Card(
    visit: Visit,
    form: Form,
    change: Callable[..., None],
    recording: NameRecording,
    on_done: Callable[[], object],
) -> ft.Control:
    """The picture, by a drawing or the camera, then the name."""
    high = room_below(visit)
    to_camera = partial(change, page="camera")

    def choose(name: str) -> None:
        visit.say_first(picture_words(name))
        change(picture=name, photo=None, page="name")

    def photographed(photo: Unkept) -> None:
        change(picture=PHOTO + photo.key, photo=photo, page="photo")

    match form.page:
        case "picture":
            body = PicturePicker(visit, high, choose, to_camera, key="pictures")
        case "camera":
            to_pictures = partial(change, page="picture")
            body = Photograph(visit, high, photographed, to_pictures, key="camera")
        case "photo":
            on = partial(change, page="name")
            body = photo_taken(visit, form.picture, on, to_camera)
        case _:
            body = _name(visit, form, change, recording, high, on_done)
    say = words(f"enrol.{form.page}" if form.page in ("camera", "photo") else f"team.{form.page}")
    return frame(
        visit,
        ft.Container(body),
        say,
        place=f"trainer/team/form/{form.page}",
        help_phrase=say,
        back=_BACK,
        home=False,
        end=ft.Container(),
    )


def _name(
    visit: Visit,
    form: Form,
    change: Callable[..., None],
    recording: NameRecording,
    height: float,
    on_done: Callable[[], object],
) -> ft.Control:
    """Typed or said, or neither: the picture alone tells who it is."""
    layout = visit.layout
    field = name_field(visit, form.name, change, option_width(visit) - theme.TAP - theme.GAP)
    green = go_on(
        visit,
        "trainer.team-done",
        words("enrol.done"),
        on_done,
        width=min(460, layout.inner_width),
        icon=ft.Icons.CHECK_ROUNDED,
    )
    side = min(220.0, height - layout.action_height - theme.TAP - 3 * layout.gap)
    name = side_by_side([field, name_recorder(visit, recording)])
    return stacked(
        [face(form.picture, side), name, green], layout.gap, ft.MainAxisAlignment.SPACE_BETWEEN
    )
