"""Who wants to try: a neighbour by her picture, or a visitor at once."""

from functools import partial

import flet as ft

from kiosk.progress.records import Learner
from kiosk.screens.boundary import screen
from kiosk.screens.dead_end import NotHere
from kiosk.screens.secret import Secret
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.visit import Visit
from kiosk.widgets.frame import frame, room_below_two_lines
from kiosk.widgets.hand_over import HOME, lend
from kiosk.wording import words

_GUEST = "guest"


@screen
def NeighbourScreen(visit: Visit) -> ft.Control:
    """A visitor first, then everybody else; the way back leads to where she was."""
    cards = [
        Card(f"neighbour.who:{_GUEST}", visit.text(words("start.guest")), "hand-point"),
        *(_card(visit, each) for each in _neighbours(visit)),
    ]

    def choose(which: str) -> None:
        neighbour = None if which == _GUEST else _neighbour(visit, which)
        if neighbour and neighbour.has_secret:
            visit.go(f"/neighbour/{neighbour.id}")
        elif neighbour or which == _GUEST:
            lend(visit, neighbour.id if neighbour else "")

    high = room_below_two_lines(visit)
    return frame(
        visit,
        Cards(visit, cards, high, choose, "neighbour.pages", large=True, key="neighbours"),
        words("neighbour.say"),
        place="neighbour",
        help_phrase=words("neighbour.help"),
        back=visit.lent_at or HOME,
    )


@screen
def NeighbourSecretScreen(visit: Visit) -> ft.Control:
    """The neighbour's own secret pictures: nobody takes her card but she."""
    neighbour = _neighbour(visit, ft.use_route_params().get("learner_id", ""))
    if neighbour is None or not neighbour.has_secret:
        return NotHere(visit, key="gone")
    opened = partial(lend, visit, neighbour.id)
    return Secret(visit, neighbour, "/neighbour", opened, key=neighbour.id)


def _neighbours(visit: Visit) -> list[Learner]:
    here = visit.learner
    found = visit.kiosk.classroom.records.learners
    return [each for each in found if not each.guest and (here is None or each.id != here.id)]


def _neighbour(visit: Visit, learner: str) -> Learner | None:
    return next((each for each in _neighbours(visit) if each.id == learner), None)


def _card(visit: Visit, learner: Learner) -> Card:
    said = learner.name or visit.text(words("start.learner"))
    return Card(f"neighbour.who:{learner.id}", said, learner.picture, face=True)
