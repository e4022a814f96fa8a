"""Make text plain: no invisible marks, one kind of digits, and remember where each letter was."""

import unicodedata
from functools import lru_cache
from typing import Final

from audio.normalise.scan import Letters

_INVISIBLE: Final = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u061c\ufeff\u00ad"  # zero widths and marks
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # direction controls
    "\ufe0e\ufe0f"  # the two faces of an emoji
)
_SAME: Final = str.maketrans(
    {
        "\u066b": ".",  # Arabic decimal sign
        "\u066c": ",",  # Arabic thousands sign
        "\u066a": "%",
        **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63", "-"),  # hyphens and minus
        **dict.fromkeys("\u2013\u2014\u2015\u301c\uff5e", "\u2013"),  # dashes and waves
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u00a0\u2009\u202f\u3000", " "),
        "\u2103": "\u00b0",  # degrees Celsius in one sign
    }
)


_TATWEEL: Final = "\u0640"  # makes a word longer; behind a digit it is typed for a hyphen
_KEPT: Final = frozenset("№™℠℡")  # unfolded they would be letters


def plain(text: str) -> Letters:
    """The text without invisible characters, full-width and presentation forms unfolded."""
    letters: list[str] = []
    at: list[int] = []
    for position, character in enumerate(text):
        if character in _INVISIBLE or "\u0300" <= character <= "\u036f":
            continue
        if character == _TATWEEL:
            if letters and letters[-1].isdecimal():
                letters.append("-")
                at.append(position)
            continue
        for letter in _unfolded(character):
            letters.append(letter)
            at.append(position)
    return Letters("".join(letters), tuple(at))


@lru_cache(maxsize=4_096)
def _unfolded(character: str) -> str:
    if character in _KEPT:
        return character
    same = character.translate(_SAME)
    if same != character:
        return same
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) in ("No", "Nl"):
        return character  # ½ and ② are numbers of their own, not digits of the one before
    unfolded = unicodedata.normalize("NFKC", character).replace(" ", "")
    # an ellipsis or the like in one sign would come apart into several words
    return unfolded if len(unfolded) == 1 or unfolded.isalpha() else character
