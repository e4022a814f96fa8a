"""The houses around the service centre: each with its family's face, and something beside it."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from demo_store.village.state import Family
from kiosk import theme
from kiosk.screens.village.families import faces, is_hers
from kiosk.screens.village.working import Working
from kiosk.theme import Layout
from kiosk.visit import Action, Visit
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.named import use_named
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.things import counted
from kiosk.widgets.touch import tap
from lessons.phrase import Phrase

_ACROSS = 3
_WIDE = 1.7
"""A cell so many times wider than high has its things beside the house."""
_MANY = 10
"""More than so many are one picture beside their number."""
Things = Callable[[float, float], ft.Control]
"""Draws what stands beside a house into a width and a height."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown beside a house and said of it, and what a touch does."""

    said: Phrase
    things: Things | None = None
    share: float = 0.42
    """Of the cell's height, for the things below the house."""
    action: Action | None = None
    """Without one a touch says it again."""
    seen: bool = False
    """It was visited on this round."""
    hand: bool = False


@dataclass(frozen=True, slots=True)
class _House:
    """A cell of the village, drawn from nothing but this."""

    identifier: str
    picture: str
    face: str
    hers: bool
    beside: Beside


def identifier_of(family: Family) -> str:
    """What its house is called on every screen."""
    return f"village.family:{family.id}"


def houses(
    working: Working,
    beside: Callable[[Family], Beside],
    centre: Beside,
    height: float,
) -> ft.Control:
    """All houses, the service centre in their middle, into the whole width and ``height``."""
    shown = faces(working)
    cells = [
        _House(
            identifier_of(family),
            "store" if family.outlet else "house",
            shown[family.id],
            is_hers(working, family),
            beside(family),
        )
        for family in working.village.families
    ]
    cells.insert(
        len(cells) // 2, _House("village.centre", "scene-service-centre", "", False, centre)
    )
    across = _across(working.visit.layout, len(cells), height)
    wide = (working.visit.layout.inner_width - (across - 1) * theme.GAP) / across
    high = max(float(theme.TAP), _high(len(cells), across, height))
    drawn = [House(working.visit, cell, wide, high, key=cell.identifier) for cell in cells]
    return stacked(
        [
            side_by_side(list[ft.Control](drawn[at : at + across]))
            for at in range(0, len(drawn), across)
        ],
        theme.GAP,
    )


def _across(layout: Layout, cells: int, height: float) -> int:
    """Three, so that the centre lies in the middle; more where a low window lacks the height."""
    if layout.tall or _high(cells, _ACROSS, height) >= theme.TAP:
        return _ACROSS
    return -(-cells // 2)


def _high(cells: int, across: int, height: float) -> float:
    rows = -(-cells // across)
    return (height - (rows - 1) * theme.GAP) / rows


@component
def House(visit: Visit, house: _House, width: float, height: float) -> ft.Control:
    """One house; it lights up while the voice speaks of it, and says it again when touched."""
    is_named = use_named(visit, house.identifier)
    beside = house.beside
    ring = theme.SKY if is_named else theme.AMBER if house.hers else None
    gave = beside.seen and beside.things is not None
    ground = theme.DONE if gave else theme.WARM if house.face else theme.AIR
    thing = tap(
        visit,
        house.identifier,
        visit.text(beside.said),
        _inside(house, width - 18, height - 18),
        beside.action or (lambda: visit.say(beside.said)),
        repeatable=beside.action is None,
        width=width,
        height=height,
        **card_style(ground, ring, padding=4),
    )
    return pointed_at(thing, beside.hand)


def _inside(house: _House, width: float, height: float) -> ft.Control:
    things = house.beside.things
    if width >= _WIDE * height:
        size = min(height, width * 0.42)
        row = [_home(house, size)]
        if things:
            row.append(things(width - size - 12, height))
        return side_by_side(row, 12)
    size = min(width, height * (1 - house.beside.share if things else 0.9))
    column = [_home(house, size)]
    if things:
        column.append(things(width, height - size - 2))
    return stacked(column, 2)


def _home(house: _House, size: float) -> ft.Control:
    return dwelling(house.picture, house.face, size, seen=house.beside.seen)


def dwelling(sign: str, who: str, size: float, *, seen: bool = False) -> ft.Control:
    """A house, with who lives in it before the door; ``seen`` marks that she has been there."""
    layers: list[ft.Control] = [picture(sign, size)]
    if who:
        layers.append(ft.Container(face(who, size * 0.58, theme.PAPER), right=0, bottom=0))
    if seen:
        layers.append(ft.Container(face("check", size * 0.42, theme.PAPER), left=0, top=0))
    return ft.Stack(layers, width=size, height=size, clip_behavior=ft.ClipBehavior.NONE)


def so_many(name: str, count: int) -> Things:
    """So many of one picture, to be counted by eye where there is room, beside their number."""

    def drawn(width: float, height: float) -> ft.Control:
        letters = max(22.0, min(44.0, height * 0.5))
        number = theme.digits(str(count), letters, theme.CLAY)
        room = width - letters * 0.62 * len(str(count)) - 6
        if count > _MANY or room < 110 or height < 60:
            return side_by_side([picture(name, min(height, room, 72)), number], 4)
        return side_by_side([counted(name, count, room, height), number], 4)

    return drawn
