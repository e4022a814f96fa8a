"""A new group: a picture, and a name for who wants one."""

import flet as ft

from kiosk import theme
from kiosk.people import GROUP_PICTURES, LONGEST_GROUP
from kiosk.picture_words import picture_words
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import PEOPLE, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.visit import Visit
from kiosk.widgets.latest import use_latest
from kiosk.widgets.shapes import stacked
from kiosk.widgets.typing_field import text_field
from kiosk.wording import words


@trainer_screen
def NewGroupScreen(visit: Visit) -> ft.Control:
    """The touched picture makes it."""
    name, write = use_latest("")
    taken = {each.picture for each in visit.kiosk.classroom.records.groups}

    def make(picture: str) -> None:
        visit.people.new_group(picture, name())
        visit.say_first(picture_words(picture))
        visit.go("/trainer/learners")

    field = text_field(
        visit,
        "trainer.group-name",
        words("people.group-name"),
        name(),
        LONGEST_GROUP,
        write,
        words("people.group-name-told"),
        min(640.0, visit.layout.inner_width),
    )
    cards = [
        Card(f"trainer.group-picture:{each}", visit.text(picture_words(each)), each, silent=True)
        for each in GROUP_PICTURES
        if each not in taken
    ]
    high = desk_room(visit) - theme.TAP - visit.layout.gap
    body = stacked(
        [field, Cards(visit, cards, high, make, "trainer.group-pictures", key="pictures")],
        visit.layout.gap,
        ft.MainAxisAlignment.START,
    )
    return desk(
        visit,
        body,
        words("people.group-picture"),
        here=PEOPLE,
        place="trainer/groups/new",
        help_phrase=words("people.group-picture"),
        back="/trainer/learners",
    )
