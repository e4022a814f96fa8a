"""What people here make, to choose from: each thing is named, and lights up while it is."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from demo_store.world.catalogue import ProductKind
from kiosk import theme
from kiosk.player import Part
from kiosk.screens.paging import fit, grid, use_pages
from kiosk.visit import Action, Visit
from kiosk.widgets.component import component
from kiosk.widgets.hand import pointed_at
from kiosk.widgets.named import use_named
from kiosk.widgets.pictures import picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap


def use_kinds(
    visit: Visit,
    height: float,
    identifier: str,
    on_pick: Callable[[ProductKind], object],
    hand_on: str = "",
) -> tuple[Sequence[Part], ft.Control]:
    """The names of the things that are shown, one after the other, and their pictures.

    ``hand_on`` is the kind that the hand points at.
    """
    kinds = list(visit.kiosk.classroom.catalogue.kinds.values())
    layout = visit.layout
    width = (layout.inner_width - 2 * theme.GAP) / 3 if layout.phone else 180.0
    high = 124.0 if layout.phone else 150.0 if layout.low else 200.0
    across, down = fit(layout.inner_width, height, width, high)
    if len(kinds) > across * down:
        across, down = fit(layout.inner_width, height - theme.TAP - theme.GAP, width, high)
    shown, ways = use_pages(visit, kinds, across * down, identifier, _name)
    cards = [
        KindCard(
            visit,
            f"{identifier}:{kind.id}",
            kind,
            (width, high),
            partial(on_pick, kind),
            kind.id == hand_on,
            key=kind.id,
        )
        for kind in shown
    ]
    body = stacked([grid(cards, across), *([ways] if ways else [])], theme.GAP)
    return [_name(kind) for kind in shown], body


def _name(kind: ProductKind) -> Part:
    return Part(kind.name, kind.id)


@component
def KindCard(
    visit: Visit,
    identifier: str,
    kind: ProductKind,
    room: tuple[float, float],
    on_pick: Action,
    hand: bool,
) -> ft.Control:
    """One thing to choose, ringed while it is named."""
    width, height = room
    ring = theme.SKY if use_named(visit, kind.id) else None
    said = visit.text(kind.name)
    size = fitting(said, visit.language, width - 12, 1, 24)
    card = tap(
        visit,
        identifier,
        said,
        stacked(
            [
                picture(kind.picture, min(width - 24, height - 56)),
                theme.text(said, visit.language, size, max_lines=1),
            ],
            2,
        ),
        on_pick,
        width=width,
        height=height,
        **card_style(ring=ring, padding=4),
    )
    return pointed_at(card, hand)
