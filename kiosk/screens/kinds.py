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
from kiosk.widgets.labels import one_size
from kiosk.widgets.named import use_named
from kiosk.widgets.pictures import face, picture
from kiosk.widgets.shapes import card_style, stacked
from kiosk.widgets.speaking import fitting
from kiosk.widgets.touch import tap

_TWO_LINES = 18
"""Where a name's letters had to be smaller in one line, it has two."""


def use_kinds(
    visit: Visit,
    height: float,
    identifier: str,
    on_pick: Callable[[ProductKind], object],
    own: str = "",
    hand_on: str = "",
) -> tuple[Sequence[Part], ft.Control]:
    """The names of the things that are shown, one after the other, and their pictures.

    ``own`` is the kind that she makes: it comes first, with her picture. ``hand_on`` is the
    kind that the hand points at.
    """
    kinds = list(visit.kiosk.classroom.catalogue.kinds.values())
    kinds.sort(key=lambda kind: kind.id != own)
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
            hers=kind.id == own,
            hand=kind.id == hand_on,
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
    *,
    hers: bool,
    hand: bool,
) -> ft.Control:
    """One thing to choose, ringed while it is named; what is hers has her picture."""
    width, height = room
    ring = theme.SKY if use_named(visit, kind.id) else theme.AMBER if hers else None
    said = visit.text(kind.name)
    lines, letters = 1, one_size([said], visit.language, width - 16, 24)
    if letters < _TWO_LINES:
        lines, letters = 2, fitting(said, visit.language, width - 16, 2, _TWO_LINES)
    side = min(width - 24, height - 20 - lines * letters * 1.6)
    seen = picture(kind.picture, side)
    if hers:
        seen = ft.Stack([seen, _her_face(visit, side * 0.42)], clip_behavior=ft.ClipBehavior.NONE)
    card = tap(
        visit,
        identifier,
        said,
        stacked([seen, theme.text(said, visit.language, letters, max_lines=lines)], 2),
        on_pick,
        width=width,
        height=height,
        **card_style(theme.WARM if hers else theme.PAPER, ring, padding=4),
    )
    return pointed_at(card, hand)


def _her_face(visit: Visit, size: float) -> ft.Control:
    learner = visit.learner
    assert learner is not None
    return ft.Container(face(learner.picture, size), right=-size * 0.5, top=-2)
