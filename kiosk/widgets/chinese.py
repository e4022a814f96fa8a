"""Chinese text cut into words, so that a word is shown and highlighted in one piece."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

_LIST: Final = Path(__file__).with_name("zh_words.txt")
_LONGEST: Final = 4


def chinese_pieces(text: str) -> Iterator[tuple[int, int]]:
    """First and last (not included) character of every piece.

    A piece is the longest word of the list, else one character, with the marks that follow it;
    digits and letters stand together.
    """
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        first = at
        at = _past(text, at, _is_mark)  # an opening quote belongs to its word
        at += _word_length(text, at)
        at = _past(text, at, _is_mark)
        yield first, at


def _word_length(text: str, at: int) -> int:
    if at < len(text) and not _is_han(text[at]):
        return _past(text, at, lambda letter: letter in ".," or _is_latin(letter)) - at
    for length in range(_LONGEST, 1, -1):
        if text[at : at + length] in _words():
            return length
    return 1


def _past(text: str, at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(text) and belongs(text[at]):
        at += 1
    return at


def _is_mark(letter: str) -> bool:
    return not (letter.isspace() or _is_han(letter) or _is_latin(letter))


def _is_latin(letter: str) -> bool:
    return letter.isalnum() and not _is_han(letter)


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


@cache
def _words() -> frozenset[str]:
    return frozenset(_LIST.read_text("utf-8").split())
