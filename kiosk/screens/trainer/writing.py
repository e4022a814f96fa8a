"""What is written about a learner: a note to remember, and the family's name for the stamp."""

from collections.abc import Callable

import flet as ft

from kiosk import theme
from kiosk.people import LONGEST_FAMILY, LONGEST_NOTE
from kiosk.progress.records import Learner
from kiosk.screens.trainer.act import act, done
from kiosk.screens.trainer.her import her_screen
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import stacked
from kiosk.widgets.typing_field import text_field
from kiosk.wording import words


@her_screen
def NoteScreen(visit: Visit, learner: Learner) -> ft.Control:
    """The note replaces the one before; an empty one takes it away."""
    now = visit.kiosk.classroom.records.note(learner.id)

    def save(text: str) -> None:
        visit.people.note(learner.id, text)

    return _written(visit, learner, "note", now, LONGEST_NOTE, save)


@her_screen
def FamilyScreen(visit: Visit, learner: Learner) -> ft.Control:
    """The name on the stamp."""

    def save(text: str) -> None:
        visit.people.name_family(learner.id, text)

    return _written(visit, learner, "family", learner.family, LONGEST_FAMILY, save)


def _written(
    visit: Visit,
    learner: Learner,
    name: str,
    now: str,
    longest: int,
    save: Callable[[str], object],
) -> ft.Control:
    text, write = use_latest(now)

    def keep() -> None:
        save(text())
        done(visit, learner, words(f"people.{name}-saved"))

    told = words(f"people.{name}-told")
    width = min(900.0, visit.layout.inner_width)
    field = text_field(
        visit,
        f"trainer.{name}-text",
        words(f"people.{name}"),
        text(),
        longest,
        write,
        told,
        width,
    )
    green = go_on(
        visit,
        f"trainer.{name}-save",
        words("people.save"),
        keep,
        width=min(460, visit.layout.inner_width),
        icon=ft.Icons.CHECK_ROUNDED,
        height=theme.TAP,
    )
    body = stacked([field, green], visit.layout.gap, ft.MainAxisAlignment.START)
    return act(visit, learner, name, body, told)
