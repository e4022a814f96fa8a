"""A screen about one learner: hers is the card whose id stands in the address."""

import functools
from collections.abc import Callable

import flet as ft

from kiosk.naming import name_of
from kiosk.progress.records import Learner
from kiosk.screens.boundary import Screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.pictures import face
from kiosk.widgets.touch import value


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
    """Whom the screen is about."""
    return value("trainer.learner-name", visit.text(name_of(learner)), face(learner.picture, size))
