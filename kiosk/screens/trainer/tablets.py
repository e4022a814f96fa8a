"""Which tablets are open and who is at each; one that was left lying is closed from here."""

from functools import partial

import flet as ft

from kiosk.progress.records import Learner
from kiosk.screens.trainer.asking import asked
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import PAPERS_PLACE, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.wording import number, words

_BACK = "/trainer/papers"


@trainer_screen
def TabletsScreen(visit: Visit) -> ft.Control:
    """A card for each; a touch asks whether it shall be closed."""
    chosen, set_chosen = ft.use_state("")
    open_now = _open_now(visit)

    def choose(tablet: str) -> None:
        set_chosen(lambda _: tablet)
        visit.changed()

    if chosen in open_now:
        return _asked(visit, chosen, open_now[chosen], partial(choose, ""))
    names = visit.names
    cards = [
        Card(f"trainer.tablet:{tablet}", visit.text(names.of(who)), who.picture, face=True)
        for tablet, who in open_now.items()
    ]
    return desk(
        visit,
        Cards(visit, cards, desk_room(visit), choose, "trainer.tablets-pages", key="tablets"),
        words("tablets.say", count=number(len(cards))),
        here=PAPERS_PLACE,
        place="trainer/tablets",
        help_phrase=words("tablets.help"),
        back=_BACK,
    )


def _open_now(visit: Visit) -> dict[str, Learner]:
    records = visit.kiosk.classroom.records
    found = ((tablet, records.learner(who)) for tablet, who in records.by_tablet.items())
    return {tablet: learner for tablet, learner in found if learner is not None}


def _asked(visit: Visit, tablet: str, learner: Learner, leave: partial[None]) -> ft.Control:
    def close() -> None:
        visit.people.free(tablet)
        visit.say_first(words("tablets.closed"))
        leave()

    say = words("tablets.sure", name=visit.names.of(learner))
    return desk(
        visit,
        asked(visit, learner.picture, desk_room(visit), area="tablet", yes=close, no=leave),
        say,
        here=PAPERS_PLACE,
        place=f"trainer/tablets/{tablet}",
        help_phrase=say,
        back=_BACK,
    )
