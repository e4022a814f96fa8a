"""The frame of the trainer's screens: her places at the foot, out at the start, always the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.visit import Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.frame import frame, room_below_two_lines
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, card_style, side_by_side, stacked
from kiosk.widgets.touch import tap
from kiosk.wording import number, words
from lessons.phrase import Phrase

_PICTURE: Final = 56.0
_PICTURE_OVER_WORDS: Final = 42.0
_LETTERS: Final = (20.0, 14.0)
"""Where the words would be smaller, tiles show their pictures alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the trainer can go; ``name`` is the key of its phrase."""

    id: str
    address: str
    sign: str
    name: str


TODAY: Final = Place("trainer.today", "/trainer/today", "sun", "people.place-today")
PEOPLE: Final = Place("trainer.learners", "/trainer/learners", "family", "people.place-people")
SKILLS: Final = Place("trainer.skills", "/trainer/skills", "star", "people.place-skills")
ATTENDANCE: Final = Place(
    "trainer.attendance", "/trainer/attendance", "calendar", "people.place-attendance"
)
VOICES: Final = Place("trainer.voices", "/trainer/voices", "microphone", "voices.open")
PAPERS_PLACE: Final = Place("trainer.papers", "/trainer/papers", "receipt", "papers.place")
TEAM: Final = Place("trainer.team", "/trainer/team", "face-teacher", "team.place")
SETTINGS: Final = Place("trainer.settings", "/trainer/settings", "scales", "settings.open")
MORE: Final = Place("trainer.places", "/trainer/places", "village", "people.place-more")
PLACES: Final = (TODAY, PEOPLE, SKILLS, ATTENDANCE, PAPERS_PLACE, VOICES, TEAM, SETTINGS)
_ON_A_PHONE: Final = (TODAY, PEOPLE, MORE)


def desk(
    visit: Visit,
    body: ft.Control,
    say: Phrase,
    *,
    here: Place,
    place: str,
    help_phrase: Phrase,
    also: Sequence[Part] = (),
    back: str = "",
    end: ft.Control | None = None,
) -> ft.Control:
    """One of her screens; ``body`` has `desk_room` of height. Parameters as in `frame`."""
    out = None if back else _out(visit)
    return frame(
        visit,
        ft.Column(
            [ft.Container(body, expand=True), _places(visit, here)],
            spacing=visit.layout.gap,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        say,
        place=place,
        also=also,
        help_phrase=help_phrase,
        start=out,
        back=back,
        home=False,
        end=end or (ft.Container() if back else save_table(visit)),
    )


def desk_room(visit: Visit) -> float:
    """The height of a body above the places."""
    return room_below_two_lines(visit) - theme.TAP - visit.layout.gap


def sign_out(visit: Visit, to: str = "/") -> None:
    """Closes the trainer's door behind her."""
    visit.trainer_id = ""
    visit.kiosk.desk.leave()
    visit.go(to)


def hand_over(visit: Visit, learner: str) -> None:
    """The learner chooses new secret pictures; nothing of the trainer's is open meanwhile.

    Raises PermissionError where no PIN was given.
    """
    visit.people.require_learner(learner)
    visit.say_first(words("people.hand-over"))
    sign_out(visit, f"/secret/{learner}/new")
    visit.handed_to = learner


def save_table(visit: Visit) -> ft.Control:
    """The table of everybody, to be taken away."""
    return round_sign(
        visit,
        "trainer.export",
        words("trainer.export"),
        ft.Icons.SAVE_ALT_ROUNDED,
        partial(_export, visit),
        colour=theme.TEAL,
    )


def _places(visit: Visit, here: Place) -> ft.Control:
    shown = _on_the_bar(visit)
    width = (visit.layout.inner_width - (len(shown) - 1) * theme.GAP) / len(shown)
    names = [visit.text(words(each.name)) for each in shown]
    largest, smallest = _LETTERS
    size = one_size(names, visit.language, width - 24, largest)
    size = size if size >= smallest and not visit.layout.phone else 0.0
    return side_by_side([_tile(visit, each, width, size, here=each == here) for each in shown])


def _on_the_bar(visit: Visit) -> tuple[Place, ...]:
    """As many places as can be touched beside each other; the rest behind the last one."""
    if visit.layout.phone:
        return _ON_A_PHONE
    room = int((visit.layout.inner_width + theme.GAP) // (theme.TAP + theme.GAP))
    return PLACES if len(PLACES) <= room else (*PLACES[: room - 1], MORE)


def _tile(visit: Visit, place: Place, width: float, size: float, *, here: bool) -> ft.Control:
    """A way to a place; where the trainer is already it is only marked. ``size`` 0: no words."""
    said = visit.text(words(place.name))
    shown: ft.Control = picture(place.sign, _PICTURE)
    if size:
        label = theme.text(said, visit.language, size, max_lines=1)
        shown = stacked([picture(place.sign, _PICTURE_OVER_WORDS), label], 0)
    if here:
        return card(shown, theme.HONEY, ring=theme.CLAY, width=width, height=theme.TAP, padding=4)
    return tap(
        visit,
        place.id,
        said,
        shown,
        lambda: visit.go(place.address),
        width=width,
        height=theme.TAP,
        **card_style(padding=4),
    )


def _out(visit: Visit) -> ft.Control:
    return round_sign(
        visit,
        "trainer.signout",
        words("trainer.leave"),
        ft.Icons.LOGOUT_ROUNDED,
        partial(sign_out, visit),
    )


def take_away(visit: Visit, path: Path) -> None:
    """Has the browser fetch a file."""
    key = visit.kiosk.downloads.offer(path)
    visit.page.run_task(ft.UrlLauncher().launch_url, f"/download/{key}")


def _export(visit: Visit) -> None:
    if not visit.trainer:
        raise PermissionError("the trainer's PIN was not given in this session")
    path = visit.kiosk.desk.export(visit.language)
    take_away(visit, path)
    visit.tell(words("trainer.exported", name=number(path.name)))
