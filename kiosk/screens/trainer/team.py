"""All trainers: one's own card and PIN, a further trainer, and one who comes no more."""

from functools import partial

import flet as ft

from kiosk import theme
from kiosk.progress.records import Trainer
from kiosk.screens.dead_end import NotHere
from kiosk.screens.trainer.asking import asked
from kiosk.screens.trainer.choosing import Card, Cards
from kiosk.screens.trainer.desk import TEAM, desk, desk_room
from kiosk.screens.trainer.guarded import trainer_screen
from kiosk.screens.trainer.trainer_face import name_of, picture_of, said_name, trainer_card
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.pictures import face
from kiosk.wording import number, words

_NEW = "new"


@trainer_screen
def TeamScreen(visit: Visit) -> ft.Control:
    """Everybody by picture, and the way to a new one."""
    trainers = visit.kiosk.desk.trainers
    new = Card(f"trainer.team-add:{_NEW}", visit.text(words("team.add")), "face-teacher")
    cards = [*(trainer_card(visit, each, "trainer.member") for each in trainers), new]

    def to(which: str) -> None:
        visit.go(f"/trainer/team/{_NEW if which == _NEW else f'member/{which}'}")

    return desk(
        visit,
        Cards(visit, cards, desk_room(visit), to, "trainer.team-pages", True, key="team"),
        words("team.say", count=number(len(trainers))),
        here=TEAM,
        place="trainer/team",
        help_phrase=words("team.help"),
    )


@trainer_screen
def MemberScreen(visit: Visit) -> ft.Control:
    """One of them; what can be done is another thing for oneself than for others."""
    which = ft.use_route_params().get("trainer_id", "")
    trainer = next((each for each in visit.kiosk.desk.trainers if each.id == which), None)
    if trainer is None:
        return NotHere(visit, key="gone")
    shown = _Own if which == visit.trainer_id else _Other
    return shown(visit, trainer, key=which)


@component
def _Own(visit: Visit, trainer: Trainer) -> ft.Control:
    cards = [
        Card("trainer.team-own:card", visit.text(words("team.card")), picture_of(trainer), True),
        Card("trainer.team-own:pin", visit.text(words("team.pin")), "padlock"),
    ]

    def to(which: str) -> None:
        visit.go(f"/trainer/team/{which}")

    return desk(
        visit,
        Cards(visit, cards, desk_room(visit), to, "trainer.own-pages", True, key="acts"),
        words("team.you", name=name_of(trainer)),
        here=TEAM,
        place="trainer/team/own",
        also=said_name(visit, trainer),
        help_phrase=words("people.acts-help"),
        back="/trainer/team",
        end=face(picture_of(trainer), theme.TAP),
    )


@component
def _Other(visit: Visit, trainer: Trainer) -> ft.Control:
    """A new PIN where the old one was forgotten, or the way out for one who comes no more."""
    removal = visit.text(words("team.remove"))
    cards = [
        Card("trainer.team-other:pin", visit.text(words("team.pin")), "padlock"),
        Card("trainer.team-other:remove", removal, "torn-page", ground=theme.ROSE),
    ]

    def to(which: str) -> None:
        visit.go(f"/trainer/team/member/{trainer.id}/{which}")

    return desk(
        visit,
        Cards(visit, cards, desk_room(visit), to, "trainer.other-pages", True, key="acts"),
        words("people.acts", name=name_of(trainer)),
        here=TEAM,
        place=f"trainer/team/{trainer.id}",
        also=said_name(visit, trainer),
        help_phrase=words("people.acts-help"),
        back="/trainer/team",
        end=face(picture_of(trainer), theme.TAP),
    )


@trainer_screen
def RemovalScreen(visit: Visit) -> ft.Control:
    """Whether another one comes no more."""
    trainer = other_trainer(visit, ft.use_route_params().get("trainer_id", ""))
    return _Removal(visit, trainer, key=trainer.id) if trainer else NotHere(visit, key="gone")


def other_trainer(visit: Visit, which: str) -> Trainer | None:
    """A trainer by id, but not the one who is signed in here."""
    others = (each for each in visit.kiosk.desk.trainers if each.id != visit.trainer_id)
    return next((each for each in others if each.id == which), None)


@component
def _Removal(visit: Visit, trainer: Trainer) -> ft.Control:
    def keep() -> None:
        visit.say_first(words("people.kept"))
        visit.go("/trainer/team")

    body = asked(
        visit,
        picture_of(trainer),
        desk_room(visit),
        area="remove",
        yes=partial(_remove, visit, trainer),
        no=keep,
        danger=True,
    )
    say = words("team.remove-sure", name=name_of(trainer))
    return desk(
        visit,
        body,
        say,
        here=TEAM,
        place=f"trainer/team/{trainer.id}/remove",
        also=said_name(visit, trainer),
        help_phrase=say,
        back="/trainer/team",
    )


def _remove(visit: Visit, trainer: Trainer) -> None:
    visit.team.remove(trainer.id)
    visit.say_first(words("team.removed"))
    visit.go("/trainer/team")
