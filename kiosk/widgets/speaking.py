"""The sentence on the screen, the loudspeaker beside it, and the word being said."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from kiosk import theme
from kiosk.player import Part, Spoken
from kiosk.visit import Visit
from kiosk.widgets.chinese import chinese_pieces
from kiosk.widgets.component import component
from kiosk.widgets.shapes import round_style
from kiosk.widgets.touch import tap, value
from kiosk.wording import words
from lessons.phrase import Language, Phrase

_EM: dict[Language, float] = {"ug": 0.57, "zh": 1.0, "en": 0.61}
"""Width of a letter in sizes: what nine of ten words stay below, measured in the fonts."""
_SMALLEST = 22
_LINE_HEIGHT = 1.55
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word on the screen: characters ``first`` to before ``last`` of the sentence."""

    words: str
    first: int
    last: int


def pieces(text: str, language: Language) -> list[Piece]:
    """The sentence cut into words, which are shown in one piece each."""
    if language == "zh":
        return [Piece(text[first:last], first, last) for first, last in chinese_pieces(text)]
    return [Piece(m.group(), m.start(), m.end()) for m in _WORD.finditer(text)]


def fitting(text: str, language: Language, width: float, lines: int, wanted: float) -> float:
    """The largest size up to ``wanted`` in which ``text`` fits ``lines`` without a broken word.

    Not below 22, but where a single word would not fit else.
    """
    lengths = [len(piece.words) for piece in pieces(text, language)]
    em = _EM[language]
    for size in range(int(wanted), _SMALLEST, -2):
        if _lines_taken([length * em * size for length in lengths], size, width) <= lines:
            return size
    longest = max(lengths, default=1)
    return max(16.0, min(_SMALLEST, width / (longest * em)))


def filling(text: str, language: Language, width: float, height: float, wanted: float) -> float:
    """The largest size up to ``wanted`` in which ``text`` fits a box; not below 15."""
    lengths = [len(piece.words) * _EM[language] for piece in pieces(text, language)]
    for size in range(int(wanted), 15, -1):
        # one word of ten is wider than its estimate: a box has no room for one that breaks
        lines = _lines_taken([length * size for length in lengths], size, width * 0.9)
        if lines * (size * _LINE_HEIGHT + 2) <= height:
            return size
    return 15


def height_of(text: str, language: Language, width: float, lines: int, wanted: float) -> float:
    """How high ``text`` stands when it is ``fitting``; more than ``lines`` where it has to be."""
    size = fitting(text, language, width, lines, wanted)
    widths = [len(piece.words) * _EM[language] * size for piece in pieces(text, language)]
    return _lines_taken(widths, size, width) * (size * _LINE_HEIGHT + 2)


def _lines_taken(widths: list[float], size: float, room: float) -> int:
    """Lines that words of these widths take; too many where one word alone is too wide."""
    lines, used = 1, 0.0
    for width in widths:
        width += 0.3 * size
        if width > room:
            return len(widths) + 99
        if used + width > room:
            lines, used = lines + 1, 0.0
        used += width
    return lines


def speak_again(visit: Visit, parts: list[Part], size: float = theme.TAP) -> ft.Control:
    """The blue loudspeaker: hear this screen again."""
    return tap(
        visit,
        "speak.again",
        visit.text(words("nav.hear-again")),
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=size * 0.55, color=theme.WHITE),
        lambda: visit.say_parts(parts),
        repeatable=True,
        **round_style(theme.SKY, size),
    )


def hear(visit: Visit, identifier: str, phrase: Phrase, size: float = theme.TAP) -> ft.Control:
    """A loudspeaker for one thing."""
    return tap(
        visit,
        identifier,
        visit.text(phrase),
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=size * 0.55, color=theme.WHITE),
        lambda: visit.say(phrase),
        repeatable=True,
        **round_style(theme.SKY, size),
    )


def use_spoken(visit: Visit) -> Spoken | None:
    """What is being said now; draws the calling component anew at every word."""
    spoken, set_spoken = ft.use_state(None)
    ending: ft.MutableRef[Callable[[], None]] = ft.use_ref()

    def begin() -> None:
        ending.current = visit.player.watch(lambda now: set_spoken(lambda _: now))

    def end() -> None:
        if ending.current is not None:
            ending.current()

    ft.use_effect(begin, [], cleanup=end)
    return spoken


@component
def Sentence(
    visit: Visit,
    phrase: Phrase,
    width: float,
    lines: int,
    size: float,
    identifier: str = "",
    height: float = 0,
) -> ft.Control:
    """One sentence, as large as fits, with the word being said white on blue.

    ``height`` is a box that it has to fit in place of a number of ``lines``.
    """
    spoken = use_spoken(visit)
    text = visit.text(phrase)
    fitted = fitting(text, visit.language, width, lines, size)
    if height:
        fitted = filling(text, visit.language, width, height, size)
    now = spoken if spoken is not None and spoken.text == text else None
    row = ft.Row(
        [
            _word(piece, visit.language, fitted, _is_said(piece, now))
            for piece in pieces(text, visit.language)
        ],
        spacing=0 if visit.language == "zh" else fitted * 0.02,
        run_spacing=2,
        alignment=ft.MainAxisAlignment.CENTER,
        wrap=True,
        rtl=visit.language == "ug",
    )
    box = ft.Container(row, width=width, alignment=ft.Alignment.CENTER)
    return value(identifier, text, box) if identifier else box


def _is_said(piece: Piece, spoken: Spoken | None) -> bool:
    return spoken is not None and piece.first < spoken.last and spoken.first < piece.last


def _word(piece: Piece, language: Language, size: float, said: bool) -> ft.Control:
    return ft.Container(
        theme.text(piece.words, language, size, theme.WHITE if said else theme.INK),
        bgcolor=theme.SKY if said else None,
        border_radius=14,
        padding=ft.Padding.symmetric(horizontal=0 if language == "zh" else size * 0.14),
    )
