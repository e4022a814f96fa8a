"""Forgotten secret pictures: the learner chooses new ones, or the trainer takes them away."""

from functools import partial

import flet as ft

from kiosk import theme
from kiosk.progress.records import Learner
from kiosk.screens.trainer.act import act
from kiosk.screens.trainer.desk import hand_over
from kiosk.screens.trainer.her import her_screen
from kiosk.visit import Action, Visit
from kiosk.widgets.actions import round_sign
from kiosk.widgets.component import component
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import pill_style, side_by_side, stacked
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import tap
from kiosk.wording import words


@her_screen
def SecretScreen(visit: Visit, learner: Learner) -> ft.Control:
    """New ones, and where she has some none."""
    new = partial(hand_over, visit, learner.id)
    shown = [_row([_long(visit, "people.new-secret", "key", new)])]
    if learner.has_secret:
        shown.append(SecretAway(visit, learner, key="secret"))
    body = stacked(shown, visit.layout.gap, ft.MainAxisAlignment.START)
    return act(visit, learner, "secret", body, words("people.secret"))


@component
def SecretAway(visit: Visit, learner: Learner) -> ft.Control:
    """The key that takes them away; touched, it asks.

    The way back stands where the key stood, so that a trembling hand takes nothing away.
    """
    asking, set_asking = ft.use_state(False)

    def ask() -> None:
        set_asking(lambda _: True)
        visit.tell(words("trainer.clear-secret-sure"))

    def keep() -> None:
        set_asking(lambda _: False)
        visit.tell(words("trainer.secret-kept"))

    def clear() -> None:
        visit.people.clear_secret(learner.id)
        set_asking(lambda _: False)
        visit.tell(words("trainer.secret-cleared"))

    if not asking:
        return _row([_long(visit, "trainer.clear-secret", "padlock", ask)])
    yes = round_sign(
        visit,
        "trainer.clear-secret-yes",
        words("trainer.clear-secret-yes"),
        ft.Icons.CHECK_ROUNDED,
        clear,
        colour=theme.LEAF,
    )
    return side_by_side([_long(visit, "trainer.clear-secret-no", "padlock", keep), yes])


def _row(things: list[ft.Control]) -> ft.Control:
    """With room for the answer to a question, so that nothing moves."""
    return side_by_side([*things, ft.Container(width=theme.TAP, height=theme.TAP)])


def _long(visit: Visit, phrase: str, sign: str, action: Action) -> ft.Control:
    """A long thing with a picture and its words."""
    width = min(520.0, visit.layout.inner_width - theme.TAP - theme.GAP)
    said, room = visit.text(words(phrase)), width - 48 - 48 - 12
    letters = filling(said, visit.language, room, theme.TAP - 8, 26)
    label = theme.text(said, visit.language, letters, max_lines=4)
    label.expand = True
    return tap(
        visit,
        f"trainer.{phrase.partition('.')[2]}",
        said,
        side_by_side([picture(sign, 48), label], 12),
        action,
        **{
            **pill_style(theme.PAPER, theme.TAP, width),
            "border": ft.Border.all(2, theme.EDGE),
        },
    )
