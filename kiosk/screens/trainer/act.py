"""The frame of one act with a learner: her face in the corner, back to the other acts."""

import flet as ft

from kiosk import theme
from kiosk.progress.records import Learner
from kiosk.screens.trainer.desk import PEOPLE, desk
from kiosk.screens.trainer.her import her_face
from kiosk.visit import Visit
from lessons.phrase import Phrase


def act(
    visit: Visit,
    learner: Learner,
    name: str,
    body: ft.Control,
    say: Phrase,
    *,
    turn: str = "",
    help_phrase: Phrase | None = None,
) -> ft.Control:
    """``name`` is the last part of its address; ``turn`` tells apart what it asks in turn."""
    return desk(
        visit,
        body,
        say,
        here=PEOPLE,
        place=f"trainer/{learner.id}/{name}/{turn}",
        help_phrase=help_phrase or say,
        back=f"/trainer/learner/{learner.id}/acts",
        end=her_face(visit, learner, theme.TAP),
    )


def done(visit: Visit, learner: Learner, told: Phrase) -> None:
    """Back to her page, which begins with what was done."""
    visit.say_first(told)
    visit.go(f"/trainer/learner/{learner.id}")
