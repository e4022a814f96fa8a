"""The trainer's door: a picture where there are several trainers, then four digits."""

import asyncio
from collections.abc import Callable
from functools import partial

import flet as ft

from kiosk.progress.records import Trainer
from kiosk.screens.boundary import screen
from kiosk.screens.trainer.choosing import Cards
from kiosk.screens.trainer.locking import open_desk
from kiosk.screens.trainer.pin_pad import PinPad, use_chosen_twice
from kiosk.screens.trainer.trainer_face import said_name, trainer_card
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.component import component
from kiosk.widgets.frame import frame, room_below
from kiosk.wording import number, words


@screen
def TrainerDoor(visit: Visit) -> ft.Control:
    """With one trainer, or none yet, the digits at once."""
    chosen, choose = ft.use_state("")
    trainers = visit.kiosk.desk.trainers
    if len(trainers) < 2:
        return _Digits(visit, trainers[0] if trainers else None, None, key="alone")
    found = next((each for each in trainers if each.id == chosen), None)
    if found is None:
        return _Who(visit, trainers, lambda which: choose(lambda _: which), key="who")
    return _Digits(visit, found, lambda: choose(lambda _: ""), key=found.id)


@component
def _Who(
    visit: Visit, trainers: tuple[Trainer, ...], on_choose: Callable[[str], object]
) -> ft.Control:
    """Everybody by picture."""
    cards = [trainer_card(visit, each, "trainer.who") for each in trainers]
    return frame(
        visit,
        Cards(visit, cards, room_below(visit), on_choose, "trainer.who-pages", True, key="cards"),
        words("team.who"),
        place="team.who",
        help_phrase=words("trainer.pin-help"),
        back="/",
        home=False,
        end=ft.Container(),
    )


@component
def _Digits(visit: Visit, trainer: Trainer | None, on_back: Action | None) -> ft.Control:
    """The PIN of one trainer; where there is none, it is chosen twice."""
    desk = visit.kiosk.desk
    who = trainer.id if trainer else ""
    first = desk.may_choose(who)

    async def chosen(pin: str) -> None:
        open_desk(visit, await asyncio.to_thread(desk.set_first_pin, pin, who))

    again, whole = use_chosen_twice(visit, chosen)
    say = "trainer.pin" if not first else "trainer.pin-again" if again else "trainer.pin-first"
    return frame(
        visit,
        PinPad(
            visit, room_below(visit), whole if first else partial(_knock, visit, who), key="pad"
        ),
        words(say),
        place=f"{say}/{who}",
        also=said_name(visit, trainer) if trainer and on_back else (),
        help_phrase=words("trainer.pin-help"),
        back="" if on_back else "/",
        start=_to_pictures(visit, on_back) if on_back else None,
        home=False,
        end=ft.Container(),
    )


def _to_pictures(visit: Visit, on_back: Action) -> ft.Control:
    back = words("nav.back")
    return round_sign(visit, "nav.back", back, ft.Icons.ARROW_BACK_ROUNDED, on_back)


async def _knock(visit: Visit, trainer: str, pin: str) -> None:
    knock = await asyncio.to_thread(visit.kiosk.desk.knock, pin, trainer)
    if knock.result == "open":
        open_desk(visit, trainer)
    elif knock.wait_s:
        visit.tell_for(knock.wait_s, words("trainer.wait", count=number(knock.wait_s)))
    else:
        visit.tell(words("trainer.wrong-pin"))
