"""The sentence on the screen, the loudspeaker beside it, and the word being said."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import flet as ft

from kiosk import theme
from kiosk.player import Part, Spoken
from kiosk.visit import Visit
from kiosk.widgets.chinese import chinese_pieces
from kiosk.widgets.component import component
from kiosk.widgets.shapes import round_style
from kiosk.widgets.touch import Handler, saying, tap, value
from kiosk.wording import words
from lessons.phrase import Language, Phrase

_EM: dict[Language, float] = {"ug": 0.57, "zh": 1.0, "en": 0.61}
"""Width of a letter in sizes: what nine of ten words stay below, measured in the fonts."""
_LETTERS: dict[Language, tuple[tuple[float, str], ...]] = {
    "ug": ((1.12, "سش"), (0.72, "ھخجچقمغ«»"), (0.5, "ىۇەوۆۈرلب،:-"), (0.34, "اېز.!")),
    "zh": (),
    "en": ((0.98, "mwMW"), (0.84, "ABCDGHKNOQRU"), (0.46, "ijltfrIJ.,!':;")),
}
"""How wide a letter is at most, in sizes; others as in `_USUAL`. Measured in the fonts."""
_USUAL: dict[Language, float] = {"ug": 0.6, "zh": 1.0, "en": 0.67}
_LAST: dict[Language, float] = {"ug": 0.1, "zh": 0.0, "en": 0.0}
"""How much wider a word is for the tail of its last letter."""
_SMALLEST = 22
_TINIEST = 12
_LINE_HEIGHT = 1.55
_CAPTIONED = ("screen.sentence", "lesson.prompt", "story.sentence")
"""Sentences in whose place stands what is said of other things, where nothing is to be heard."""
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

    Not below 22, but where a word would be broken else.
    """
    for size in range(int(wanted), _SMALLEST, -2):
        if _is_whole(text, language, size, width) and _lines(text, language, size, width) <= lines:
            return size
    unbroken = width / max(_widest(text, language), 0.1)
    return max(_TINIEST, min(_SMALLEST, wanted, unbroken))


def filling(text: str, language: Language, width: float, height: float, wanted: float) -> float:
    """The largest size up to ``wanted`` in which ``text`` fits a box; not below 12."""
    for size in range(int(wanted), _TINIEST, -1):
        # one word of ten is wider than its estimate: a box has no room for one line more
        lines = _lines(text, language, size, width * 0.9)
        high_enough = lines * (size * _LINE_HEIGHT + 2) <= height
        if high_enough and _is_whole(text, language, size, width):
            return size
    return _TINIEST


def one_size(
    texts: Iterable[str], language: Language, width: float, height: float, wanted: float
) -> float:
    """As `filling`, for boxes that stand beside each other: the size that fits each of them."""
    return min(filling(text, language, width, height, wanted) for text in texts)


def line_or_two(
    text: str, language: Language, width: float, wanted: float, small: float
) -> tuple[float, int]:
    """The largest size up to ``wanted`` in one line, or, below ``small``, that size in two."""
    for size in range(int(wanted), int(small) - 1, -1):
        whole = _is_whole(text, language, size, width)
        if whole and _lines(text, language, size, width) == 1:
            return size, 1
    return small, 2


def bounded(
    text: str, language: Language, width: float, lines: int, wanted: float, highest: float
) -> float:
    """As `fitting`, but smaller where ``text`` would stand higher than ``highest``."""
    size = fitting(text, language, width, lines, wanted)
    return min(size, filling(text, language, width, highest, size)) if highest else size


def height_of(
    text: str, language: Language, width: float, lines: int, wanted: float, highest: float = 0
) -> float:
    """How high ``text`` stands when it is `bounded`; more than ``lines`` where it has to be."""
    size = bounded(text, language, width, lines, wanted, highest)
    return _lines(text, language, size, width) * (size * _LINE_HEIGHT + 2)


def _lines(text: str, language: Language, size: float, room: float) -> int:
    """How many lines ``text`` probably takes."""
    lines, used = 1, 0.0
    for piece in pieces(text, language):
        width = (len(piece.words) * _EM[language] + 0.3) * size
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        used += width
    return lines


def _is_whole(text: str, language: Language, size: float, room: float) -> bool:
    """Whether surely no word has to be broken."""
    return _widest(text, language) * size <= room


def _widest(text: str, language: Language) -> float:
    """The width of the widest word, in sizes; rather too much than too little."""
    return max((_width(piece.words, language) for piece in pieces(text, language)), default=0.0)


def _width(word: str, language: Language) -> float:
    widths = {letter: wide for wide, letters in _LETTERS[language] for letter in letters}
    return sum(widths.get(letter, _USUAL[language]) for letter in word) + _LAST[language]


def speak_again(visit: Visit, parts: list[Part], size: float = theme.TAP) -> ft.Control:
    """The blue loudspeaker: hear this screen again."""
    return tap(
        visit,
        "speak.again",
        visit.text(words("nav.hear-again")),
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=size * 0.55, color=theme.ON_DEEP),
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
        ft.Icon(ft.Icons.VOLUME_UP_ROUNDED, size=size * 0.55, color=theme.ON_DEEP),
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
    highest: float = 0,
    language: Language | None = None,
    lit: Spoken | None = None,
) -> ft.Control:
    """One sentence, as large as fits, with the word being said white on blue.

    ``height`` is a box that it has to fit in place of a number of ``lines``; ``highest`` is one
    that it must not leave, so that it pushes nothing away. ``language`` is that of its words where
    it is not the screen's; ``lit`` stands in place of the word being said.
    """
    spoken = use_spoken(visit)
    language = language or visit.language
    text = phrase.text(language)
    if visit.is_silent and identifier in _CAPTIONED and spoken is not None and spoken.text != text:
        # it pushes nothing away: it stands where the sentence stood
        highest = highest or height or height_of(text, language, width, lines, size)
        height, text = 0, spoken.text
    fitted = bounded(text, language, width, lines, size, highest)
    if height:
        fitted = filling(text, language, width, height, size)
    now = lit or (spoken if spoken is not None and spoken.text == text else None)
    again = saying(visit, identifier, phrase) if language == visit.language else None
    if visit.language == "ug" and language != "ug":
        return _named(identifier, text, _left_to_right(text, language, fitted, now), width, again)
    row = ft.Row(
        [_word(piece, language, fitted, _is_said(piece, now)) for piece in pieces(text, language)],
        spacing=0 if language == "zh" else fitted * 0.02,
        run_spacing=2,
        alignment=ft.MainAxisAlignment.CENTER,
        wrap=True,
        rtl=language == "ug",
    )
    return _named(identifier, text, row, width, again)


def _named(
    identifier: str, text: str, words: ft.Control, width: float, again: Handler | None
) -> ft.Control:
    box = ft.Container(words, width=width, alignment=ft.Alignment.CENTER)
    return value(identifier, text, box, says=again) if identifier else box


def _left_to_right(text: str, language: Language, size: float, now: Spoken | None) -> ft.Control:
    """A sentence on a screen that runs from right to left: no row inside one runs the other way."""
    shown = theme.text("", language, size)
    lit = ft.TextStyle(bgcolor=theme.SKY, color=theme.ON_DEEP)
    at, spans = 0, [ft.TextSpan("\u2066")]
    for piece in pieces(text, language):
        spans.append(ft.TextSpan(text[at : piece.first]))
        spans.append(ft.TextSpan(piece.words, lit if _is_said(piece, now) else None))
        at = piece.last
    shown.spans = [*spans, ft.TextSpan(text[at:] + "\u2069")]
    return shown


def _is_said(piece: Piece, spoken: Spoken | None) -> bool:
    return spoken is not None and piece.first < spoken.last and spoken.first < piece.last


def _word(piece: Piece, language: Language, size: float, said: bool) -> ft.Control:
    return ft.Container(
        theme.text(piece.words, language, size, theme.ON_DEEP if said else theme.INK),
        bgcolor=theme.SKY if said else None,
        border_radius=14,
        padding=ft.Padding.symmetric(horizontal=0 if language == "zh" else size * 0.14),
    )
