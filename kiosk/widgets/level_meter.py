"""A row of bars that rises with the voice: green where it is right, red where it is too loud."""

import math
import time
from collections.abc import Callable
from typing import Final

import flet as ft

from audio.sounds.level import Level, level_of
from kiosk import theme
from kiosk.visit import Visit
from kiosk.widgets.component import component

BARS: Final = 12
_QUIET_BARS: Final = 3
"""So many bars light up where a voice is too quiet to keep."""
_LOWEST_DB: Final = -42.0
_EVERY_S: Final = 0.1
"""Nobody sees more, and a tablet has other things to draw."""


def bars_of(level: Level) -> int:
    """How many bars light up: none in silence, all where it is cut off. Steps are equal in dB."""
    if level.peak <= 0:
        return 0
    if level.clipped:
        return BARS
    share = 1 - 20 * math.log10(level.peak) / _LOWEST_DB
    return max(0, min(BARS - 1, round(share * BARS)))


@component
def LevelMeter(visit: Visit, width: float, height: float) -> ft.Control:
    """Draws itself anew while something is heard, and nothing else of the screen."""
    lit, set_lit = ft.use_state(0)
    ending: ft.MutableRef[Callable[[], None]] = ft.use_ref()

    def begin() -> None:
        ending.current = visit.microphone.watch(_Ear(lambda bars: set_lit(lambda _: bars)))

    def end() -> None:
        if ending.current is not None:
            ending.current()

    ft.use_effect(begin, [], cleanup=end)
    gap = 6.0
    wide = (width - (BARS - 1) * gap) / BARS
    return ft.Row(
        [
            ft.Container(
                width=wide,
                height=height,
                border_radius=min(wide, height) / 2,
                bgcolor=_colour(bar) if bar < lit else theme.LINE,
            )
            for bar in range(BARS)
        ],
        spacing=gap,
        alignment=ft.MainAxisAlignment.CENTER,
        height=height,
    )


class _Ear:
    """Hears every piece, and tells of the loudest at most ten times a second."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self._tell = tell
        self._level = Level()
        self._told_at = 0.0

    def __call__(self, pcm: bytes) -> None:
        self._level = self._level.and_then(level_of(pcm))
        now = time.monotonic()
        if now - self._told_at >= _EVERY_S:
            self._tell(bars_of(self._level))
            self._level, self._told_at = Level(), now


def _colour(bar: int) -> str:
    if bar < _QUIET_BARS:
        return theme.HONEY
    return theme.POMEGRANATE if bar == BARS - 1 else theme.LEAF
