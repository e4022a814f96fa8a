"""The coach's hand: it pulses on the thing to touch."""

import asyncio
import contextlib

import flet as ft

from kiosk.widgets.component import component
from kiosk.widgets.pictures import picture

_BEAT_S = 0.7


@component
def PulsingHand(size: float) -> ft.Control:
    """A pointing hand that grows and shrinks while it is on the screen."""
    large, set_large = ft.use_state(False)
    beating: ft.MutableRef[asyncio.Task[None]] = ft.use_ref()

    async def beat() -> None:
        with contextlib.suppress(RuntimeError):  # the session is over
            while True:
                await asyncio.sleep(_BEAT_S)
                set_large(lambda now: not now)

    def begin() -> None:
        beating.current = asyncio.create_task(beat())

    def end() -> None:
        if beating.current is not None:
            beating.current.cancel()

    ft.use_effect(begin, [], cleanup=end)
    return ft.Container(
        picture("hand-point", size),
        scale=1.18 if large else 0.92,
        animate_scale=ft.Animation(350, ft.AnimationCurve.EASE_IN_OUT),
        ignore_interactions=True,
    )


def pointed_at(content: ft.Control, here: bool, hand: float = 72) -> ft.Control:
    """``content``, with the hand over its lower edge while it is the thing to touch.

    The stack is always there, so that the thing under it keeps its identity.
    """
    layers: list[ft.Control] = [content]
    if here:
        layers.append(
            ft.Container(
                PulsingHand(hand, key="hand"),
                bottom=-hand * 0.35,
                left=0,
                right=0,
                alignment=ft.Alignment.BOTTOM_CENTER,
                ignore_interactions=True,
            )
        )
    return ft.Stack(layers, clip_behavior=ft.ClipBehavior.NONE, expand=content.expand)
