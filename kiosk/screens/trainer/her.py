"""A screen about one learner: hers is the card whose id stands in the address."""

import functools
from collections.abc import Callable
from typing import Any

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.progress.records import Learner
from kiosk.screens.boundary import Screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.pictures import face
from kiosk.widgets.shapes import round_style
from kiosk.widgets.touch import tap, value
from kiosk.wording import words


def her_screen(draw: Callable[[Visit, Learner], ft.Control]) -> Screen:
    """A trainer's screen about a learner; where she is gone it leads back."""
    inside = component(draw)

    @functools.wraps(draw)
    def found(visit: Visit) -> ft.Control:
        asked = ft.use_route_params().get("learner_id", "")
        learner = visit.kiosk.classroom.records.learner(asked)
        if learner is None:
            return NotHere(visit, key="gone")
        return inside(visit, learner, key=learner.id)

    return trainer_screen(found)


def her_face(visit: Visit, learner: Learner, size: float) -> ft.Control:
    """Whom the screen is about; where she said her name, a touch plays it."""
    shown = face(learner.picture, size)
    name = visit.text(visit.names.of(learner))
    if not her_recording(visit, learner):
        return value("trainer.learner-name", name, shown)
    sign = _loudspeaker(size * 0.42)
    side = max(size, theme.TAP)
    touched = _plays_her_name(
        visit,
        learner,
        "trainer.hear-name",
        ft.Stack([shown, sign], width=size, height=size),
        width=side,
        height=side,
        border_radius=side / 2,
        alignment=ft.Alignment.CENTER,
    )
    return value("trainer.learner-name", name, touched, hides=False)


def hear_name(visit: Visit, learner: Learner) -> ft.Control | None:
    """A loudspeaker beside her, among others; None where she has not said her name."""
    if not her_recording(visit, learner):
        return None
    sign = ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=theme.TAP * 0.55, color=theme.ON_DEEP)
    identifier = f"trainer.hear-name:{learner.id}"
    return _plays_her_name(visit, learner, identifier, sign, **round_style(theme.SKY))


def her_recording(visit: Visit, learner: Learner) -> str:
    """The key of her name as she says it; empty where there is none, or no longer."""
    return learner.name_clip if visit.kiosk.recordings.file(learner.name_clip) else ""


def _plays_her_name(
    visit: Visit, learner: Learner, identifier: str, content: ft.Control, **box: Any
) -> ft.Control:
    said = Part(visit.names.of(learner), recording=learner.name_clip)
    label = visit.text(words("trainer.hear-name"))
    return tap(visit, identifier, label, content, lambda: visit.say(said), repeatable=True, **box)


def _loudspeaker(size: float) -> ft.Control:
    """At the corner of her face."""
    return ft.Container(
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=size * 0.7, color=theme.ON_DEEP),
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=theme.SKY,
        alignment=ft.Alignment.CENTER,
        right=0,
        bottom=0,
    )
