"""Which group a learner is in."""

import flet as ft

from kiosk import theme
from kiosk.naming import name_of_group
from kiosk.progress.records import Learner
from kiosk.screens.trainer.act import act, done
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import desk_room
from kiosk.screens.trainer.filters import NEW, group_cards, group_of, new_group
from kiosk.screens.trainer.her import her_screen
from kiosk.visit import Visit
from kiosk.wording import words

_NONE = "none"


@her_screen
def GroupScreen(visit: Visit, learner: Learner) -> ft.Control:
    """The touched group is hers from now on."""
    groups = visit.kiosk.classroom.records.groups
    none = Card(
        f"trainer.group:{_NONE}",
        visit.text(words("people.no-group")),
        "guest",
        ground=theme.AIR,
        chosen=not learner.group,
    )

    def move(to: str) -> None:
        if to == NEW:
            visit.go("/trainer/groups/new")
            return
        visit.people.move(learner.id, "" if to == _NONE else to)
        group = group_of(visit, to)
        told = words("people.moved", name=name_of_group(group)) if group else None
        done(visit, learner, told or words("people.in-no-group"))

    cards = [*group_cards(visit, groups, learner.group), none, new_group(visit)]
    body = Cards(visit, cards, desk_room(visit), move, "trainer.group-pages", key="groups")
    return act(visit, learner, "group", body, words("people.which-group"))
