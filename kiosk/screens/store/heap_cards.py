"""Amounts as heaps of money beside each other: each a picture, a name, its notes and a voice."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from kiosk import theme
from kiosk.player import Part
from kiosk.visit import Visit
from kiosk.widgets.labels import one_size
from kiosk.widgets.money import heap_of
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card, side_by_side, stacked
from kiosk.widgets.speaking import hear, use_spoken
from kiosk.widgets.touch import saying, value
from kiosk.wording import yuan
from lessons.phrase import Phrase

_AROUND = 40.0
"""Padding and edge of a heap's card, and what is free above and below the purse."""
_LEAST_PURSE = 32.0
"""A smaller one says nothing: the one at the head of the card is enough."""
_EDGE = 8.0
_LARGE, _SMALL = 52.0, 28.0
"""Of the signs of what lies in a heap."""
_FEW = 2
_LEAST_BELOW = 150.0
"""A card that is less high has its heap beside the picture."""


@dataclass(frozen=True, slots=True)
class HeapCard:
    """One amount; identifiers are ``area.name`` and ``area.hear-name``.

    ``parts`` are name, picture and amount of what lies in the heap for a reason of its own.
    ``sad`` is a picture that stands pale where nothing lies.
    """

    area: str
    name: str
    sign: str
    fen: int
    ground: str
    label: Phrase
    say: Phrase
    parts: tuple[tuple[str, str, int], ...] = ()
    sad: str = ""

    @property
    def voice(self) -> Part:
        """What is said of it, ringed while it is said."""
        return Part(self.say, self.name)


def use_heap_cards(
    visit: Visit, cards: Sequence[HeapCard], width: float, high: float
) -> ft.Control:
    """The cards in ``width`` x ``high``: below each other where the window is higher than wide."""
    spoken = use_spoken(visit)
    tall, count = visit.layout.tall, len(cards)
    across, down = (1, count) if tall else (count, 1)
    wide = (width - (across - 1) * theme.GAP) / across
    cell = (high - (down - 1) * theme.GAP) / down
    shown = [
        _shown(visit, each, wide, cell, spoken is not None and spoken.about == each.name)
        for each in cards
    ]
    return stacked(shown, theme.GAP) if tall else side_by_side(shown)


def _shown(visit: Visit, each: HeapCard, width: float, height: float, speaking: bool) -> ft.Control:
    ring = theme.SKY if speaking else None
    if height >= _LEAST_BELOW:
        body = _below(visit, each, width, height)
        return card(body, each.ground, ring=ring, width=width, height=height, padding=8)
    row = _in_a_row(visit, each, width, height)
    shown = card(row, each.ground, ring=ring, width=width, height=height, padding=2)
    # over the card, not in it: its edge would press it flat
    loud = ft.Container(_loud(visit, each), top=(height - theme.TAP) / 2)
    if visit.language == "ug":
        loud.left = _EDGE
    else:
        loud.right = _EDGE
    return ft.Stack([shown, loud], width=width, height=height)


def _below(visit: Visit, each: HeapCard, width: float, height: float) -> ft.Control:
    """Picture, name and amount above, the heap below."""
    short = height < 330
    size = 64.0 if short or width < 360 else 96.0
    sign = picture(each.sign, size)
    room = width - size - theme.TAP - _AROUND - 24
    head = side_by_side(
        [sign, _named(visit, each, room, 40 if short else 52), _loud(visit, each)], 12
    )
    large = not short and width > 300
    beside = (150.0 if large else 100.0) if each.parts else 0.0
    note = 70 if height < 250 else 104 if width < 480 else 140
    pile = heap_of(max(0, each.fen), width - 40 - beside, max(40.0, height - 150), note)
    if each.parts:
        pile = side_by_side([pile, _parts(each, _LARGE if large else _SMALL)], 8)
    if each.fen >= 0 or not each.sad:
        return stacked([head, pile], 4)
    pale = min(72.0, height - theme.TAP - _AROUND)
    if pale < _LEAST_PURSE:
        return stacked([head], 4)
    return stacked([head, ft.Container(picture(each.sad, pale), opacity=0.4)], 4)


def _in_a_row(visit: Visit, each: HeapCard, width: float, height: float) -> ft.Control:
    """On a small window: the heap beside the picture, between the name and the edge."""
    size = min(52.0, height - 40)
    free = width - size - theme.TAP - 4 * _EDGE - 10
    middle = _many_parts(visit, each, free, height) if len(each.parts) > _FEW else None
    middle = middle or _few_parts(visit, each, free, height)
    place = ft.Container(width=theme.TAP + _EDGE)  # of the loudspeaker
    held = ft.Container(middle, width=free, alignment=ft.Alignment.CENTER)
    return side_by_side([picture(each.sign, size), held, place], 8)


def _few_parts(visit: Visit, each: HeapCard, free: float, height: float) -> ft.Control:
    """The name over the heap, what lies in it beside the heap."""
    beside = 84.0 if each.parts else 0.0
    pile: ft.Control = heap_of(max(0, each.fen), free - beside, max(28.0, height - 52), 56)
    if each.parts:
        pile = side_by_side([pile, _parts(each, _SMALL)], 4)
    return stacked([_named(visit, each, free * 0.6, 28, in_a_row=True), pile], 2)


def _many_parts(visit: Visit, each: HeapCard, free: float, height: float) -> ft.Control:
    """What lies in the heap takes the whole height beside name and heap: nothing of it is cut."""
    count = len(each.parts)
    size = min(_SMALL, (height - 18) / count - 4)
    beside = size * 2.3
    room = free - beside - 4
    high = max(28.0, height - 82)
    pile = heap_of(max(0, each.fen), room, high, 48)
    name = _named(visit, each, room, 24)
    return side_by_side([stacked([name, pile], 2), _parts(each, size)], 4)


def _named(
    visit: Visit, each: HeapCard, room: float, size: float, *, in_a_row: bool = False
) -> ft.Control:
    said = visit.text(each.label)
    letters = one_size([said], visit.language, room, 22 if in_a_row else 28)
    label = theme.text(said, visit.language, letters, max_lines=1)
    name = f"{each.area}.{each.name}"
    shown = theme.digits(yuan(each.fen), size)
    amount = value(name, str(each.fen), shown, says=saying(visit, name, each.say))
    return side_by_side([label, amount], 10) if in_a_row else stacked([label, amount], 0)


def _loud(visit: Visit, each: HeapCard) -> ft.Control:
    return hear(visit, f"{each.area}.hear-{each.name}", each.say)


def _parts(each: HeapCard, size: float) -> ft.Control:
    """A small sign, ``size`` high, and its amount for each reason."""
    return stacked(
        [
            value(
                f"{each.area}.{name}",
                str(fen),
                side_by_side(
                    [picture(sign, size), theme.digits(yuan(fen), max(16.0, size * 0.65))],
                    6 if size >= _SMALL else 3,
                    tight=True,
                ),
            )
            for name, sign, fen in each.parts
        ],
        4,
    )
