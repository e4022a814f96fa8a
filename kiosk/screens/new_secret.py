"""New secret pictures, for a learner to whom the trainer handed the tablet: then she is in."""

import asyncio

import flet as ft

from kiosk.progress.records import Learner
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.secret import SecretTwice
from kiosk.screens.start import welcome_back
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, room_below
from kiosk.widgets.pictures import face
from kiosk.wording import words


@screen
def NewSecretScreen(visit: Visit) -> ft.Control:
    """Until she has chosen, the pictures of before are hers."""
    asked = ft.use_route_params().get("learner_id", "")
    learner = visit.kiosk.classroom.records.learner(asked)
    if learner is None or visit.handed_to != asked:
        return NotHere(visit, key="gone")
    return _Choosing(visit, learner, key=asked)


@component
def _Choosing(visit: Visit, learner: Learner) -> ft.Control:
    again, set_again = ft.use_state(False)

    def left() -> None:
        visit.handed_to = ""

    ft.use_effect(lambda: None, [], cleanup=left)

    async def keep(chosen: tuple[str, ...]) -> None:
        if visit.handed_to != learner.id:
            raise PermissionError("the tablet was not handed to her")
        await asyncio.to_thread(visit.kiosk.classroom.set_secret, learner.id, chosen)
        visit.say_first(words("enrol.secret-is-set"))
        welcome_back(visit, learner)

    def turn(now: bool) -> None:
        set_again(lambda _: now)

    def on_chosen(chosen: tuple[str, ...]) -> None:
        visit.page.run_task(visit.guarded("secret.new", lambda: keep(chosen), repeatable=True))

    say = words("enrol.secret-again" if again else "enrol.secret")
    return frame(
        visit,
        SecretTwice(visit, room_below(visit), again, turn, on_chosen, key="twice"),
        say,
        place=f"secret/{learner.id}/new/{again}",
        help_phrase=say,
        back="/",
        home=False,
        end=face(learner.picture, 88),
    )
