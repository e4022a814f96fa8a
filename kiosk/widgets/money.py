"""Notes and coins: plain coloured forms with their digit, larger the more they are worth."""

from collections import Counter
from collections.abc import Mapping, Sequence

import flet as ft

from demo_store.finance.money import notes_for
from kiosk import theme
from kiosk.wording import yuan

COLOURS = {
    10: "#C9CED3",
    50: "#D9B95B",
    100: "#525D21",
    500: "#644585",
    1000: "#2A568B",
    2000: "#784B22",
    5000: "#24603D",
    10000: "#9C2A39",
}
"""Money looks the same by day and in the evening."""
ON_NOTE, ON_COIN = "#FFFFFF", "#2B1D14"
_NOTE_EDGE = "#FFFFFFB0"
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
_FANNED, _STEP = 5, 0.14
"""So many of a pile are seen, each so many widths of the largest note beside the one before."""
_APART, _BELOW = 10, 8
_SMALLEST = 30


def size_of(fen: int, width: float = 150) -> tuple[float, float]:
    """Width and height of a note or coin; ``width`` is that of the largest note."""
    across = width * _WIDTH[fen]
    return across, across if fen < _COIN_BELOW_FEN else across * _NOTE_FORM


def piece(fen: int, width: float = 150, *, told: bool = True) -> ft.Control:
    """One note or coin; ``width`` is that of the largest note.

    What lies under another is not ``told``: half a digit would read as another one.
    """
    across, _ = size_of(fen, width)
    shown = yuan(fen) if told else ""
    if fen < _COIN_BELOW_FEN:
        return _coin(shown, COLOURS[fen], across)
    return _note(shown, COLOURS[fen], across)


def _note(shown: str, colour: str, across: float) -> ft.Control:
    ring = across * 0.22
    return ft.Container(
        ft.Row(
            [
                theme.digits(shown, across * 0.3, ON_NOTE),
                ft.Container(
                    width=ring,
                    height=ring,
                    border_radius=ring / 2,
                    border=ft.Border.all(max(3, across * 0.03), _NOTE_EDGE),
                ),
            ],
            alignment=ft.MainAxisAlignment.SPACE_EVENLY,
            spacing=2,
            rtl=False,
        ),
        width=across,
        height=across * _NOTE_FORM,
        bgcolor=colour,
        border_radius=10,
        border=ft.Border.all(3, _NOTE_EDGE),
        shadow=ft.BoxShadow(blur_radius=5, color="#00000033", offset=ft.Offset(0, 2)),
    )


_EDGE = {COLOURS[10]: "#666E76", COLOURS[50]: "#765B12"}


def _coin(shown: str, colour: str, across: float) -> ft.Control:
    return ft.Container(
        theme.digits(shown, across * 0.44, ON_COIN),
        width=across,
        height=across,
        border_radius=across / 2,
        bgcolor=colour,
        border=ft.Border.all(max(2, across * 0.05), _EDGE[colour]),
        alignment=ft.Alignment.CENTER,
    )


def heap(pieces: Sequence[int], width: float, height: float, note: float = 120) -> ft.Control:
    """Notes and coins as they lie: like upon like, fanned out so that they can be counted.

    ``note`` is the width wished for the largest note; where not all would be seen, less.
    """
    counted = Counter(pieces)
    note, row_high = _room_for_all(counted, width, height, note)
    piles: list[ft.Control] = [
        _pile(fen, counted[fen], note, row_high) for fen in sorted(counted, reverse=True)
    ]
    return ft.Container(
        ft.Row(
            piles,
            wrap=True,
            spacing=_APART,
            run_spacing=_BELOW,
            alignment=ft.MainAxisAlignment.CENTER,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        ),
        width=width,
        height=height,
        alignment=ft.Alignment.CENTER,
        clip_behavior=ft.ClipBehavior.HARD_EDGE,
    )


def _room_for_all(
    counted: Mapping[int, int], width: float, height: float, note: float
) -> tuple[float, float]:
    """The largest note up to ``note`` with which all piles are seen, and the height of a row."""
    while True:
        rows, used, highest = 1, 0.0, 0.0
        for fen in sorted(counted, reverse=True):
            across, high = size_of(fen, note)
            across += (min(counted[fen], _FANNED) - 1) * note * _STEP
            if used and used + _APART + across > width:
                rows, used = rows + 1, 0.0
            used += across + (_APART if used else 0)
            highest = max(highest, high)
        row_high = (height - (rows - 1) * _BELOW) / rows
        if note <= _SMALLEST or (highest <= row_high and used <= width):
            return note, row_high
        note -= 2


def heap_of(fen: int, width: float, height: float, note: float = 120) -> ft.Control:
    """An amount as the fewest notes and coins; below zero nothing lies there."""
    return heap(notes_for(max(0, fen)), width, height, note)


def _pile(fen: int, count: int, note: float, height: float) -> ft.Control:
    """Up to five of a kind, each a little lower than the one before where there is room."""
    shown = min(count, _FANNED)
    single, tall = size_of(fen, note)
    step = note * _STEP
    drop = max(0.0, min(step * 0.7, (height - tall) / max(1, shown - 1)))
    pile: list[ft.Control] = [
        ft.Container(piece(fen, note, told=index == shown - 1), left=index * step, top=index * drop)
        for index in range(shown)
    ]
    if count > shown:
        pile.append(_count_badge(count, note))
    return ft.Stack(
        pile,
        width=single + (shown - 1) * step,
        height=tall + (shown - 1) * drop,
        clip_behavior=ft.ClipBehavior.NONE,
    )


def _count_badge(count: int, note: float) -> ft.Control:
    across = note * 0.36
    return ft.Container(
        theme.digits(str(count), across * 0.5, theme.ON_DEEP),
        width=across,
        height=across,
        border_radius=across / 2,
        bgcolor=theme.CLAY,
        alignment=ft.Alignment.CENTER,
        right=-across * 0.2,
        bottom=-across * 0.2,
    )
