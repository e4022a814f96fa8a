"""The coach's hand: it pulses beside the thing to touch, its tip on it."""

import asyncio
import contextlib
import math
import re
from typing import Final, Literal

import flet as ft

from kiosk.widgets.component import component
from kiosk.widgets.movement import is_still, moving
from kiosk.widgets.pictures import picture

_BEAT_S = 0.7
_LARGE, _SMALL = 72.0, 52.0
_OUTSIDE = 12.0
"""How far the hand may reach out of its thing: the least margin and less than the least gap."""
_HALF_PICTURE: Final = 0.42
"""Where a card's picture ends at most, from the middle, in heights of the card."""
_LONG: Final = 2.0
"""A thing so many times wider than high is touched from below: its words fill its width."""

Side = Literal["below", "beside", "below-start"]


@component
def PulsingHand(size: float, turn: float = 0) -> ft.Control:
    """A hand pointing up, turned by ``turn`` (radians), that grows and shrinks while it is seen."""
    large, set_large = ft.use_state(False)
    beating: ft.MutableRef[asyncio.Task[None]] = ft.use_ref()

    async def beat() -> None:
        with contextlib.suppress(RuntimeError):  # the session is over
            while True:
                await asyncio.sleep(_BEAT_S)
                set_large(lambda now: not now)

    still = is_still()

    def begin() -> None:
        if still:
            return
        beating.current = asyncio.create_task(beat())

    def end() -> None:
        if beating.current is not None:
            beating.current.cancel()

    ft.use_effect(begin, [], cleanup=end)
    return ft.Container(
        picture("hand-point", size),
        rotate=turn,
        scale=1.0 if still else 1.12 if large else 0.92,
        animate_scale=moving(350, ft.AnimationCurve.EASE_IN_OUT),
        ignore_interactions=True,
    )


def pointed_at(content: ft.Control, here: bool, side: Side | None = None) -> ft.Control:
    """``content``, with the hand at its edge while it is the thing to touch.

    Picture and words stay in sight: a card is touched from the side, beside its picture; a long
    one, whose picture stands at its start, from below that; other long things from below their
    words. ``side`` chooses another way. The stack is always there, so that the thing under it
    keeps its identity.
    """
    layers: list[ft.Control] = [content]
    if here:
        box = content.content if isinstance(content, ft.Semantics) else content
        given = box if isinstance(box, ft.Container) else ft.Container()
        layers.append(_hand(given, side or _best_side(given), _name(content)))
    return ft.Stack(layers, clip_behavior=ft.ClipBehavior.NONE, expand=content.expand)


def _name(content: ft.Control) -> str:
    """What the hand is called: who cannot see it is to know as well what it points at."""
    thing = content.identifier if isinstance(content, ft.Semantics) else None
    return f"coach.hand:{re.sub('[.:]', '/', thing)}" if thing else "coach.hand"


def _best_side(box: ft.Container) -> Side:
    width, height = box.width or 0, box.height or 0
    if height and width <= _LONG * height:
        return "beside"
    is_card = isinstance(box.border_radius, int | float) and box.border_radius < height / 2
    return "below-start" if is_card else "below"


def _hand(box: ft.Container, side: Side, name: str) -> ft.Control:
    height = float(box.height or 0)
    size = _LARGE if min(box.width or 0, height) >= 170 else _SMALL
    if side == "beside":
        # A card's picture stands above its middle. From the right in every language: what is in
        # the card is centred, and the hand's own turn does not follow the direction of writing.
        free = float(box.width or 0) / 2 - height * _HALF_PICTURE
        return ft.Container(
            _named(name, PulsingHand(size, -math.pi / 2, key="hand")),
            right=max(-_OUTSIDE, free - size),
            top=0,
            bottom=0,
            alignment=ft.Alignment(0, -0.25),
            ignore_interactions=True,
        )
    start = side == "below-start"
    return ft.Container(
        ft.Row(
            [_named(name, PulsingHand(size, key="hand"))],
            alignment=ft.MainAxisAlignment.START if start else ft.MainAxisAlignment.CENTER,
        ),
        bottom=-_OUTSIDE - size * 0.2,
        left=max(0.0, (height - size) / 2) if start else 0,
        right=max(0.0, (height - size) / 2) if start else 0,
        ignore_interactions=True,
    )


def _named(name: str, hand: ft.Control) -> ft.Control:
    return ft.Semantics(identifier=name, container=True, content=hand)
