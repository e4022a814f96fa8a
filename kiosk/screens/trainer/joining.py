"""Two cards of one person become one: the other card is chosen, then asked for once more."""

from functools import partial

import flet as ft

from kiosk.progress.records import Learner
from kiosk.screens.trainer.act import act, done
from kiosk.screens.trainer.asking import asked
from kiosk.screens.trainer.choosing import Cards
from kiosk.screens.trainer.desk import desk_room
from kiosk.screens.trainer.her import her_screen
from kiosk.screens.trainer.learners import latest_first, person_cards
from kiosk.visit import Visit
from kiosk.wording import words


@her_screen
def SameScreen(visit: Visit, learner: Learner) -> ft.Control:
    """Everybody but her, who looks like her first; the touched one is shown large and asked for."""
    chosen, set_chosen = ft.use_state("")
    others = _others(visit, learner)
    other = next((each for each in others if each.id == chosen), None)
    high = desk_room(visit)

    def choose(which: str) -> None:
        set_chosen(lambda _: which)

    if other is None:
        body = Cards(visit, person_cards(visit, others), high, choose, "trainer.others", key="all")
        return act(visit, learner, "same", body, words("people.which-other"))
    body = asked(
        visit,
        other.picture,
        high,
        area="same",
        yes=partial(_join, visit, learner, other),
        no=partial(choose, ""),
    )
    say = words("people.same-sure", name=visit.names.of(other))
    return act(visit, learner, "same", body, say, turn=other.id)


def _others(visit: Visit, learner: Learner) -> list[Learner]:
    """Of the same picture or name before the rest, and the latest seen before others."""

    def unlike(other: Learner) -> int:
        return (other.picture != learner.picture) + (other.name != learner.name)

    everybody = latest_first(visit, visit.kiosk.classroom.records.learners)
    return sorted((each for each in everybody if each.id != learner.id), key=unlike)


def _join(visit: Visit, learner: Learner, other: Learner) -> None:
    visit.people.join(learner.id, other.id)
    done(visit, learner, words("people.joined"))
