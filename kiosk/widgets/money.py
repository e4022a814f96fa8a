"""Notes and coins: plain coloured forms with their digit, larger the more they are worth."""

from collections import Counter
from collections.abc import Sequence

import flet as ft

from demo_store.money import notes_for
from kiosk import theme
from kiosk.wording import yuan

_COLOUR = {
    10: "#C9CED3",
    50: "#D9B95B",
    100: "#6F8133",
    500: "#6B4C8A",
    1000: "#2F5F98",
    2000: "#8A5A2E",
    5000: "#2A6B45",
    10000: "#A93341",
}
_COIN_BELOW_FEN = 100
_WIDTH = {
    10: 0.52,
    50: 0.6,
    100: 0.72,
    500: 0.78,
    1000: 0.84,
    2000: 0.9,
    5000: 0.95,
    10000: 1.0,
}
_NOTE_FORM = 0.52
"""Height of a note in widths."""


def size_of(fen: int, width: float = 150) -> tuple[float, float]:
    """Width and height of a note or coin; ``width`` is that of the largest note."""
    across = width * _WIDTH[fen]
    return across, across if fen < _COIN_BELOW_FEN else across * _NOTE_FORM


def piece(fen: int, width: float = 150) -> ft.Control:
    """One note or coin; ``width`` is that of the largest note."""
    across, _ = size_of(fen, width)
    return _coin(fen, across) if fen < _COIN_BELOW_FEN else _note(fen, across)


def _note(fen: int, across: float) -> ft.Control:
    ring = across * 0.22
    return ft.Container(
        ft.Row(
            [
                theme.digits(yuan(fen), across * 0.3, theme.WHITE),
                ft.Container(
                    width=ring,
                    height=ring,
                    border_radius=ring / 2,
                    border=ft.Border.all(max(3, across * 0.03), "#FFFFFFB0"),
                ),
            ],
            alignment=ft.MainAxisAlignment.SPACE_EVENLY,
            spacing=2,
            rtl=False,
        ),
        width=across,
        height=across * _NOTE_FORM,
        bgcolor=_COLOUR[fen],
        border_radius=10,
        border=ft.Border.all(3, "#FFFFFFB0"),
        shadow=ft.BoxShadow(blur_radius=5, color="#00000033", offset=ft.Offset(0, 2)),
    )


def _coin(fen: int, across: float) -> ft.Control:
    return ft.Container(
        theme.digits(yuan(fen), across * 0.44),
        width=across,
        height=across,
        border_radius=across / 2,
        bgcolor=_COLOUR[fen],
        border=ft.Border.all(3, "#00000038"),
        alignment=ft.Alignment.CENTER,
    )


def heap(pieces: Sequence[int], width: float, height: float, note: float = 120) -> ft.Control:
    """Notes and coins as they lie: like upon like, fanned out so that they can be counted."""
    counted = Counter(pieces)
    piles: list[ft.Control] = [
        _pile(fen, counted[fen], note) for fen in sorted(counted, reverse=True)
    ]
    return ft.Container(
        ft.Row(
            piles,
            wrap=True,
            spacing=10,
            run_spacing=8,
            alignment=ft.MainAxisAlignment.CENTER,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        width=width,
        height=height,
        alignment=ft.Alignment.CENTER,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )


def heap_of(fen: int, width: float, height: float, note: float = 120) -> ft.Control:
    """An amount as the fewest notes and coins."""
    return heap(notes_for(fen), width, height, note)


def _pile(fen: int, count: int, note: float) -> ft.Control:
    shown = min(count, 5)
    step = note * 0.14
    single, tall = size_of(fen, note)
    pile: list[ft.Control] = [
        ft.Container(piece(fen, note), left=index * step, top=index * step * 0.7)
        for index in range(shown)
    ]
    if count > shown:
        pile.append(_count_badge(count, note))
    return ft.Stack(
        pile,
        width=single + (shown - 1) * step,
        height=tall + (shown - 1) * step * 0.7,
        clip_behavior=ft.ClipBehavior.NONE,
    )


def _count_badge(count: int, note: float) -> ft.Control:
    across = note * 0.36
    return ft.Container(
        theme.digits(str(count), across * 0.5, theme.WHITE),
        width=across,
        height=across,
        border_radius=across / 2,
        bgcolor=theme.CLAY,
        alignment=ft.Alignment.CENTER,
        right=-across * 0.2,
        bottom=-across * 0.2,
    )
