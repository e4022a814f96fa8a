"""The seven stations of the service centre in a row, with the parcel at one of them."""

from types import MappingProxyType
from typing import Final

import flet as ft

from demo_store.store import Order
from demo_store.village.centre import STATIONS, Station
from demo_store.village.commands import WorkAt
from kiosk import theme
from kiosk.screens.store.checked import tell_checked
from kiosk.screens.village.working import Working
from kiosk.theme import Layout
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.labels import one_size
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, side_by_side, stacked
from kiosk.widgets.speaking import filling
from kiosk.widgets.touch import tap

_SIGN = 44.0
_TWO_LINES = 52.0
"""The height of two lines of the smallest letters."""
_NARROW = 120.0
"""Below this width a name has two lines."""
_PLACES: Final = MappingProxyType({"collect": "round", "pack": "choose", "send": "choose"})
"""Stations at which more is to do than one touch: what their screens are called in addresses."""


def path_height(layout: Layout) -> float:
    """What the stations take."""
    rows = _rows(layout)
    return rows * _cell_height(layout) + (rows - 1) * theme.GAP


def path(working: Working, order: Order, following: str) -> ft.Control:
    """All seven; a touch on the one that is ``following`` does it, others say what is missing."""
    layout = working.visit.layout
    across = -(-len(STATIONS) // _rows(layout))
    wide = (layout.inner_width - (across - 1) * theme.GAP) / across
    stations = working.visit.kiosk.classroom.villages.scene.centre.stations.values()
    letters = _letters(working, wide)
    cells = [_cell(working, order, station, following, wide, letters) for station in stations]
    rows = [side_by_side(cells[at : at + across]) for at in range(0, len(cells), across)]
    shown = stacked(list[ft.Control](rows), theme.GAP)
    return ft.Semantics(
        identifier="village.at",
        label=following,
        container=True,
        content=shown,
    )


def _letters(working: Working, wide: float) -> float:
    """One size for all names, in two lines where the window is narrow."""
    visit = working.visit
    stations = visit.kiosk.classroom.villages.scene.centre.stations.values()
    labels = [visit.text(station.name) for station in stations]
    if wide >= _NARROW:
        return one_size(labels, visit.language, wide - 16, 24)
    return min(filling(label, visit.language, wide - 12, _TWO_LINES, 20) for label in labels)


def _rows(layout: Layout) -> int:
    return 3 if layout.phone else 1


def _cell_height(layout: Layout) -> float:
    return 104.0 if layout.phone else 132.0 if layout.low else 168.0


def _cell(
    working: Working, order: Order, station: Station, following: str, wide: float, letters: float
) -> ft.Control:
    """Its sign and its name: green when done, ringed when it is the next, else pale."""
    visit, high = working.visit, _cell_height(working.visit.layout)
    place = STATIONS.index(station.id) - STATIONS.index(following)
    done, here = place < 0, place == 0
    lines = 2 if wide < _NARROW else 1
    size = min(wide - 16, high - (_TWO_LINES if lines == 2 else letters * 1.6) - 20)
    full = here and working.is_full(order, station.id)
    label = theme.text(
        visit.text(station.name),
        visit.language,
        letters,
        theme.INK if done or here else theme.SOFT_INK,
        max_lines=lines,
    )
    inside = stacked([picture(station.picture, size), label], 2)
    ground = theme.DONE if done else theme.ROSE if full else theme.HONEY if here else theme.PAPER
    thing = tap(
        visit,
        f"village.station:{station.id}",
        visit.text(station.name),
        inside,
        lambda: go_to(working, order, station.id),
        width=wide,
        height=high,
        **card_style(ground, theme.CLAY if here else theme.LEAF if done else None, padding=4),
    )
    shown = pointed_at(thing, here and working.stuck and not full)
    sign = "box" if place == -1 else "moon" if full else ""
    return _with_sign(shown, sign) if sign else shown


def _with_sign(station: ft.Control, sign: str) -> ft.Control:
    """The parcel where it was last; a moon where it has to wait for the night."""
    badge = ft.Container(
        face(sign, _SIGN, theme.PAPER), right=-8, top=-10, ignore_interactions=True
    )
    return ft.Stack([station, badge], clip_behavior=ft.ClipBehavior.NONE)


def go_to(working: Working, order: Order, station: str) -> None:
    """Does what is done there; the round and what is chosen have a screen of their own.

    Where it cannot be done now she is told so at once, and it counts as tried.
    """
    command = WorkAt(order.id, station)
    place = _PLACES.get(station)
    if place is None or working.hindrance(working.foreseen(command)) is not None:
        tell_checked(working.visit, working.work(command))
    else:
        working.go_home(f"/{place}/{order.id}")
