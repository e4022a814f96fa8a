"""What can be done with one learner: a card for each."""

from functools import partial

import flet as ft

from kiosk import theme
from kiosk.progress.records import Learner
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import PEOPLE, desk, desk_room
from kiosk.screens.trainer.her import her_face, her_screen
from kiosk.screens.trainer.papers import given
from kiosk.visit import Visit
from kiosk.wording import words

_SIGNS = {
    "heard": "ear",
    "tests": "scales",
    "note": "letter",
    "family": "stamp",
    "group": "family",
    "same": "handshake",
}


@her_screen
def ActsScreen(visit: Visit, learner: Learner) -> ft.Control:
    """Each leads to its own screen."""
    cards = [
        Card(f"trainer.{name}", visit.text(words(f"people.{name}")), sign)
        for name, sign in _SIGNS.items()
    ]
    cards.append(Card("trainer.secret", visit.text(words("people.secret")), "padlock"))
    cards.append(Card("trainer.village", visit.text(words("papers.village")), "village"))
    cards.append(
        Card("trainer.forget", visit.text(words("people.forget")), "torn-page", ground=theme.ROSE)
    )

    async def to(which: str) -> None:
        if which == "village":
            papers = partial(visit.takeaway.village_papers, learner, visit.language)
            await given(visit, papers, "papers.no-village")
            return
        visit.go(f"/trainer/learner/{learner.id}/{which}")

    return desk(
        visit,
        Cards(visit, cards, desk_room(visit), to, "trainer.acts-pages", True, key="acts"),
        words("people.acts", name=visit.names.of(learner)),
        here=PEOPLE,
        place=f"trainer/{learner.id}/acts",
        help_phrase=words("people.acts-help"),
        back=f"/trainer/learner/{learner.id}",
        end=her_face(visit, learner, theme.TAP),
    )
