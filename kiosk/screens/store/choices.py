"""What she may answer or do, as pictures that each have a voice: one tap chooses."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import flet as ft

from demo_store.events import StoreEvent
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.store.coaching import Trading
from kiosk.visit import Visit
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, round_style, side_by_side, stacked
from kiosk.widgets.speaking import filling, hear, use_spoken
from kiosk.widgets.touch import tap
from lessons.phrase import Phrase

_HIGHEST_ROW = 190.0
_BESIDE = 40
"""Between two choices of a row: each loudspeaker is nearer to its own."""
_SMALLEST = 16
"""Where words beside picture and loudspeaker had to be smaller, the picture is the loudspeaker."""
_LOUD = 40.0
"""The size of a loudspeaker that is a sign on what is touched."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One picture to choose; ``hand`` points at it."""

    id: str
    say: Phrase
    picture: str
    hand: bool = False


def mixed(choices: Sequence[Choice], seed: str) -> tuple[Choice, ...]:
    """In an order that is always the same for ``seed``: the good one has no place of its own."""
    # no hash(): it differs from run to run
    return tuple(sorted(choices, key=lambda each: zlib.crc32(f"{seed} {each.id}".encode())))


def voices(choices: Sequence[Choice]) -> list[Part]:
    """Each is said; its card is ringed meanwhile."""
    return [Part(each.say, each.id) for each in choices]


def least_height(visit: Visit, count: int) -> float:
    """What so many choices need at least."""
    if visit.layout.tall:
        return count * theme.TAP + (count - 1) * 8
    if visit.layout.low:
        return -(-count // 2) * (theme.TAP + theme.GAP)
    return 2 * theme.TAP + 60


@component
def Choices(
    visit: Visit,
    area: str,
    choices: Sequence[Choice],
    width: float,
    height: float,
    on_choose: Callable[[str], object],
) -> ft.Control:
    """Below each other on a tall window, two by two on a low one, else side by side.

    ``area`` is that of their identifiers: ``<area>:<id>`` and ``<area>-hear:<id>``.
    """
    spoken = use_spoken(visit)
    about = spoken.about if spoken is not None else ""
    count = len(choices)
    if visit.layout.tall or visit.layout.low:
        across = 1 if visit.layout.tall else 2
        down = -(-count // across)
        gap = theme.GAP if height >= down * (theme.TAP + theme.GAP) - theme.GAP else 8
        high = max(theme.TAP, min(_HIGHEST_ROW, (height - (down - 1) * gap) / down))
        wide = (width - (across - 1) * _BESIDE) / across
        loud = all(_has_room(visit, choice, wide, high) for choice in choices)
        cells = [
            _row(visit, area, choice, wide, high, on_choose, choice.id == about, loud)
            for choice in choices
        ]
        rows = [side_by_side(cells[at : at + across], _BESIDE) for at in range(0, count, across)]
        return stacked(list[ft.Control](rows), gap)
    side = (width - (count - 1) * theme.GAP) / count
    high = min(height, side * 1.7)
    return side_by_side(
        [
            _column(visit, area, choice, min(side, 420), high, on_choose, choice.id == about)
            for choice in choices
        ]
    )


def _row(
    visit: Visit,
    area: str,
    choice: Choice,
    width: float,
    height: float,
    on_choose: Callable[[str], object],
    speaking: bool,
    loud: bool,
) -> ft.Control:
    card_width = width - theme.TAP - theme.GAP
    if loud:
        image, room = _parts(visit, width, height)
        content: ft.Control = side_by_side(
            [picture(choice.picture, image), _words(visit, choice, room, height - 14)], 8
        )
        voice: ft.Control = hear(visit, f"{area}-hear:{choice.id}", choice.say)
    else:
        content = _words(visit, choice, card_width - 24, height - 14)
        voice = _speaking_picture(visit, area, choice, height)
    card = _card(visit, area, choice, content, card_width, height, on_choose, speaking, 4)
    return side_by_side([card, voice] if loud else [voice, card], theme.GAP)


def _speaking_picture(visit: Visit, area: str, choice: Choice, height: float) -> ft.Control:
    """On a small window: the picture says itself, and its words beside it are what is chosen."""
    sign = ft.Container(
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=_LOUD * 0.6, color=theme.ON_DEEP),
        right=0,
        bottom=0,
        **round_style(theme.SKY, _LOUD),
    )
    high = min(height, theme.TAP * 1.3)
    shown = picture(choice.picture, theme.TAP - 14)
    within = ft.Container(shown, width=theme.TAP, height=high, alignment=ft.Alignment.CENTER)
    return tap(
        visit,
        f"{area}-hear:{choice.id}",
        visit.text(choice.say),
        ft.Stack([within, sign], width=theme.TAP, height=high),
        lambda: visit.say(choice.say),
        repeatable=True,
        width=float(theme.TAP),
        height=high,
    )


def _parts(visit: Visit, width: float, height: float) -> tuple[float, float]:
    """How large a row's picture is and how wide its words."""
    image = min(height - 20, width * (0.16 if visit.layout.phone else 0.22), 150.0)
    return image, width - image - 36 - theme.TAP - theme.GAP


def _has_room(visit: Visit, choice: Choice, width: float, height: float) -> bool:
    _, room = _parts(visit, width, height)
    return filling(visit.text(choice.say), visit.language, room, height - 14, 30) >= _SMALLEST


def _column(
    visit: Visit,
    area: str,
    choice: Choice,
    width: float,
    height: float,
    on_choose: Callable[[str], object],
    speaking: bool,
) -> ft.Control:
    card_high = height - theme.TAP - theme.GAP
    share = 0.4 if card_high < 240 else 0.5
    image = max(48.0, min(width - 40, card_high * share))
    content = stacked(
        [
            picture(choice.picture, image),
            _words(visit, choice, width - 30, card_high - image - 30),
        ],
        4,
    )
    card = _card(visit, area, choice, content, width, card_high, on_choose, speaking, 6)
    return stacked([card, hear(visit, f"{area}-hear:{choice.id}", choice.say)], theme.GAP)


def _words(visit: Visit, choice: Choice, width: float, height: float) -> ft.Control:
    said = visit.text(choice.say)
    size = filling(said, visit.language, width, height, 30)
    label = theme.text(said, visit.language, size)
    label.width = width
    return label


def _card(
    visit: Visit,
    area: str,
    choice: Choice,
    content: ft.Control,
    width: float,
    height: float,
    on_choose: Callable[[str], object],
    speaking: bool,
    padding: float,
) -> ft.Control:
    card = tap(
        visit,
        f"{area}:{choice.id}",
        visit.text(choice.say),
        content,
        partial(on_choose, choice.id),
        width=width,
        height=height,
        **card_style(ring=theme.SKY if speaking else None, padding=padding),
    )
    return pointed_at(card, choice.hand)


def tell_coached(trading: Trading, events: Sequence[StoreEvent], said: Sequence[Phrase]) -> None:
    """In a lesson: says what came of it, before the coach's praise where the step is done.

    Outside one the screen itself says it.
    """
    if trading.lesson is None or trading.helped is None or not events or not said:
        return
    visit, was_done = trading.visit, trading.helped.state.completed_step
    state = visit.kiosk.classroom.lesson_state(trading.learner, trading.lesson.id)
    if not was_done and state is not None and state.completed_step:
        visit.say_first(*said)
    else:
        visit.tell(said[-1], before=said[:-1])  # all of it stands below the coach's row
