"""Repair of Uyghur letters that were typed with another keyboard's look-alikes."""

import re
from typing import Final

from audio.normalise.scan import Letters

_GONE: Final = "\0"
_LETTER: Final = r"[^\W\d_]"
_VOWEL: Final = "[اەېىوۇۆۈ]"

# every replacement is as long as what it replaces, so that positions hold
_REPAIRS: Final = (
    (re.compile("[يىی]\u0654"), "ئ" + _GONE),  # hamza typed as a separate mark
    (re.compile("[\u064b-\u065f\u0670]"), _GONE),  # Arabic vowel signs
    (re.compile("ک"), "ك"),
    (re.compile(rf"(?<=ئ)ی|ی(?!{_LETTER})"), "ى"),  # Persian ye: looks like the vowel here
    (re.compile("ی"), "ي"),  # and like the consonant elsewhere
    (re.compile(rf"(?<=ئ)ه|(?<={_LETTER})(?<!{_VOWEL})ه(?!{_VOWEL})"), "ە"),  # Arabic he as a vowel
    (re.compile("ه"), "ھ"),
)


def repaired(letters: Letters) -> Letters:
    """The same text in Uyghur letters."""
    text = letters.text
    for pattern, letter in _REPAIRS:
        text = pattern.sub(letter, text)
    kept = [index for index, letter in enumerate(text) if letter != _GONE]
    return Letters(
        "".join(text[index] for index in kept), tuple(letters.at[index] for index in kept)
    )
