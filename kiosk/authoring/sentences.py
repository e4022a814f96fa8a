"""A text taken apart into sentences and words, as somebody hears it."""

import re
from typing import Final

from lessons.phrase import Language, Phrase

MOST_WORDS: Final = 14
MOST_SIGNS: Final = 36
"""Of a Chinese sentence; a word has about two and a half."""

_END: Final = re.compile(r"(?<!\d)\.|\.(?!\d)|[?؟。？]")
_CALL_END: Final = re.compile(r"[!！]")
_PLACE: Final = re.compile(r"\{[a-z_]+\}")
_MOST_OF_A_CALL: Final = {"ug": 2, "en": 2, "zh": 4}
_LONGEST_PRODUCT: Final = Phrase("پاختا يوتقان", "绣花帽", "embroidered cap")
_SHORT: Final = Phrase("25", "25", "25")


def filled(text: str, language: Language) -> str:
    """The text with something in its places, the longest product among it."""

    def something(match: re.Match[str]) -> str:
        phrase = _LONGEST_PRODUCT if match[0] == "{product}" else _SHORT
        return phrase.text(language)

    return _PLACE.sub(something, text)


def sentences(text: str, language: Language) -> list[str]:
    """The sentences; a short call at the head (``Right!``) is none of its own."""
    found: list[str] = []
    for part in _END.split(filled(text, language)):
        pieces = [piece.strip() for piece in _CALL_END.split(part) if piece.strip()]
        found.extend(piece for piece in pieces[:-1] if length(piece, language) > _call(language))
        found.extend(pieces[-1:])
    return found


def length(sentence: str, language: Language) -> int:
    """Words, or signs in Chinese."""
    if language == "zh":
        return len(sentence)
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


def _call(language: Language) -> int:
    return _MOST_OF_A_CALL[language]
