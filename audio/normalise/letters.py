"""Make text plain: no invisible marks, one kind of digits, and remember where each letter was."""

import unicodedata
from typing import Final

from audio.normalise.scan import Letters

_INVISIBLE: Final = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u061c\ufeff\u00ad\u0640"  # zero widths, marks, tatweel
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # direction controls
)


def plain(text: str) -> Letters:
    """The text without invisible characters, full-width and presentation forms unfolded."""
    letters: list[str] = []
    at: list[int] = []
    for position, character in enumerate(text):
        if character in _INVISIBLE:
            continue
        for letter in _unfolded(character):
            letters.append(letter)
            at.append(position)
    return Letters("".join(letters), tuple(at))


def _unfolded(character: str) -> str:
    if character == "\u066b":  # the Arabic decimal sign
        return "."
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    unfolded = unicodedata.normalize("NFKC", character)
    # a fraction or an ellipsis in one sign would come apart into several words
    return unfolded if len(unfolded) == 1 or unfolded.isalpha() else character
