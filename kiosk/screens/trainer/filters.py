"""Of whom the screens tell: a thing for each filter, and the cards that it opens."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

import flet as ft

from kiosk import theme
from kiosk.naming import name_of_group
from kiosk.progress.records import Group
from kiosk.screens.trainer.choosing import Card
from kiosk.visit import Visit
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, side_by_side
from kiosk.widgets.touch import tap
from kiosk.wording import OWN_NAMES, words
from lessons.phrase import LANGUAGES

Kind = Literal["group", "family", "language"]
KINDS: Final[tuple[Kind, ...]] = ("group", "family", "language")
NEW: Final = "new"
_ALL: Final = "all"
_SIGNS: Final[dict[Kind, str]] = {"group": "family", "family": "house", "language": "speaker"}
_NAMES: Final[dict[Kind, str]] = {
    "group": "people.groups",
    "family": "people.families",
    "language": "people.languages",
}
_IDS: Final[dict[Kind, str]] = {
    "group": "trainer.groups",
    "family": "trainer.families",
    "language": "trainer.languages",
}
_ROOM_FOR_WORDS: Final = 170.0


def group_of(visit: Visit, group: str) -> Group | None:
    """The group of this id."""
    groups = visit.kiosk.classroom.records.groups
    return next((each for each in groups if each.id == group), None)


def families(visit: Visit) -> tuple[str, ...]:
    """The names of all families, in the sequence of the alphabet."""
    learners = visit.kiosk.classroom.records.learners
    return tuple(sorted({each.family for each in learners if each.family}))


def filter_thing(
    visit: Visit, kind: Kind, width: float, open_it: Callable[[], object], *, opened: bool
) -> ft.Control:
    """What is let through now; touched, it opens the cards to choose from."""
    sign, chosen = _chosen(visit, kind)
    shown: ft.Control = picture(sign, 52)
    said = visit.text(words(_NAMES[kind]))
    if width >= _ROOM_FOR_WORDS:
        now = chosen or said
        size = one_size([now], visit.language, width - 100, 24)
        label = theme.text(now, visit.language, size, max_lines=1)
        shown = side_by_side([shown, label], 8, tight=True)
    ground = theme.HONEY if opened else theme.WARM if chosen else theme.PAPER
    return tap(
        visit,
        _IDS[kind],
        f"{said}: {chosen}" if chosen else said,
        shown,
        open_it,
        width=width,
        height=theme.TAP,
        **card_style(ground, padding=6),
    )


def _chosen(visit: Visit, kind: Kind) -> tuple[str, str]:
    """The picture and the word of what is let through; without a word it is everybody."""
    now = visit.shown_people
    if kind == "group" and (group := group_of(visit, now.group)):
        return group.picture, visit.text(name_of_group(group))
    if kind == "family" and now.family:
        return _SIGNS[kind], now.family
    if kind == "language":
        for each in LANGUAGES:
            if each == now.language:
                return _SIGNS[kind], OWN_NAMES[each]
    return _SIGNS[kind], ""


def cards_of(visit: Visit, kind: Kind) -> list[Card]:
    """All that can be let through, everybody first."""
    now = visit.shown_people
    everybody = Card(
        f"trainer.{kind}:{_ALL}",
        visit.text(words("people.everybody")),
        "village",
        chosen=not getattr(now, kind),
    )
    if kind == "group":
        groups = visit.kiosk.classroom.records.groups
        return [everybody, *group_cards(visit, groups, now.group), new_group(visit)]
    if kind == "family":
        named = enumerate(families(visit))
        return [
            everybody,
            *(
                Card(f"trainer.family:{n}", name, "house", chosen=name == now.family)
                for n, name in named
            ),
        ]
    return [
        everybody,
        *(
            Card(
                f"trainer.language:{each}", OWN_NAMES[each], "speaker", chosen=each == now.language
            )
            for each in LANGUAGES
        ),
    ]


def group_cards(visit: Visit, groups: tuple[Group, ...], chosen: str) -> list[Card]:
    """A card of each group."""
    return [
        Card(
            f"trainer.group:{each.id}",
            visit.text(name_of_group(each)),
            each.picture,
            silent=not each.name,
            chosen=each.id == chosen,
        )
        for each in groups
    ]


def new_group(visit: Visit) -> Card:
    """The card that leads to a new group."""
    return Card(
        f"trainer.group:{NEW}", visit.text(words("people.new-group")), "hands", ground=theme.DONE
    )


def choose(visit: Visit, kind: Kind, chosen: str) -> None:
    """Lets only these through; ``chosen`` is the end of a card's identifier."""
    if chosen == NEW:
        visit.go("/trainer/groups/new")
        return
    value = "" if chosen == _ALL else chosen
    if kind == "family" and value:
        value = families(visit)[int(value)]
    visit.shown_people = replace(visit.shown_people, **{kind: value})
    visit.changed()
