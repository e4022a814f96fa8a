"""Specimens of what is touched: speaking button, picture card, the green thing, the hand."""

from functools import partial
from typing import Final

import flet as ft

from kiosk import theme
from kiosk.screens.gallery.specimen import Draw, Specimen
from kiosk.visit import Visit
from kiosk.widgets.actions import go_on, round_sign
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.speaking import hear
from kiosk.widgets.touch import tap
from kiosk.wording import words
from lessons.phrase import Phrase

_CARD: Final = (200.0, 190.0)
_ACTION: Final = (320.0, 110.0)
_SIDE: Final = theme.TAP + 24.0


def _name() -> Phrase:
    return words("lesson.next")


def _hear(hand: bool) -> Draw:
    def draw(visit: Visit, _width: float, _height: float) -> ft.Control:
        identifier = f"gallery.hear-{'hand' if hand else 'usual'}"
        return pointed_at(hear(visit, identifier, words("gallery.say")), hand)

    return draw


def _silent(visit: Visit, _width: float, _height: float) -> ft.Control:
    return round_sign(
        visit,
        "gallery.hear-not-now",
        words("nav.hear-again"),
        ft.Icons.VOLUME_UP_ROUNDED,
        None,
        colour=theme.SKY,
    )


def _sign(name: str, icon: ft.IconData, colour: str) -> Draw:
    def draw(visit: Visit, _width: float, _height: float) -> ft.Control:
        return round_sign(
            visit, f"gallery.sign-{name}", _name(), icon, partial(_said, visit), colour=colour
        )

    return draw


def _said(visit: Visit) -> None:
    visit.say(words("gallery.say"))


def _card(
    name: str, ring: str | None, ground: str = theme.PAPER, *, now: bool = True, hand: bool = False
) -> Draw:
    def draw(visit: Visit, width: float, height: float) -> ft.Control:
        said = visit.text(words("start.learner"))
        label = theme.text(said, visit.language, 24, max_lines=1)
        thing = tap(
            visit,
            f"gallery.card-{name}",
            said,
            stacked([picture("nang", height * 0.5), label], 4),
            partial(_said, visit) if now else None,
            width=min(width, _CARD[0]),
            height=min(height, _CARD[1]),
            **card_style(ground, ring, padding=6),
        )
        return pointed_at(thing, hand)

    return draw


def _green(name: str, *, now: bool = True, hand: bool = False, sign: str = "") -> Draw:
    def draw(visit: Visit, width: float, _height: float) -> ft.Control:
        return go_on(
            visit,
            f"gallery.go-{name}",
            _name(),
            partial(_said, visit) if now else None,
            width=min(width, _ACTION[0]),
            hand=hand,
            sign=sign,
        )

    return draw


SPEAKING_BUTTON: Final = (
    Specimen("usual", _hear(hand=False), _SIDE, _SIDE),
    Specimen("hand", _hear(hand=True), _SIDE, _SIDE),
    Specimen("not now", _silent, _SIDE, _SIDE),
)
ROUND_SIGN: Final = (
    Specimen("home", _sign("home", ft.Icons.HOME_ROUNDED, theme.CLAY), _SIDE, _SIDE),
    Specimen("help", _sign("help", ft.Icons.QUESTION_MARK_ROUNDED, theme.HONEY), _SIDE, _SIDE),
    Specimen("page", _sign("page", ft.Icons.CHEVRON_RIGHT_ROUNDED, theme.TEAL), _SIDE, _SIDE),
    Specimen("undo", _sign("undo", ft.Icons.UNDO_ROUNDED, theme.PAPER), _SIDE, _SIDE),
    Specimen("delete", _sign("delete", ft.Icons.CLOSE_ROUNDED, theme.POMEGRANATE), _SIDE, _SIDE),
)
PICTURE_CARD: Final = (
    Specimen("usual", _card("usual", None), *_CARD),
    Specimen("chosen", _card("chosen", theme.LEAF), *_CARD),
    Specimen("being said", _card("said", theme.SKY), *_CARD),
    Specimen("asked about", _card("asked", theme.AMBER), *_CARD),
    Specimen("tried", _card("tried", theme.CLAY), *_CARD),
    Specimen("done", _card("done", theme.LEAF, theme.DONE), *_CARD),
    Specimen("not now", _card("not-now", None, now=False), *_CARD),
    Specimen("hand", _card("hand", None, hand=True), *_CARD),
)
GREEN_THING: Final = (
    Specimen("usual", _green("usual"), *_ACTION),
    Specimen("picture", _green("picture", sign="handshake"), *_ACTION),
    Specimen("not now", _green("not-now", now=False), *_ACTION),
    Specimen("hand", _green("hand", hand=True), *_ACTION),
)
COACH_HAND: Final = (
    Specimen("card", _card("pointed", None, hand=True), *_CARD),
    Specimen("green", _green("pointed", hand=True), *_ACTION),
    Specimen("round", _hear(hand=True), _SIDE, _SIDE),
)
