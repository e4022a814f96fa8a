"""Text as written -> words as spoken, each tied to the characters shown on screen."""

from audio.normalise import en, ug, zh
from audio.normalise.scan import SpokenWord
from lessons.phrase import Language

__all__ = ["SpokenWord", "spoken_words"]


def spoken_words(text: str, language: Language) -> tuple[SpokenWord, ...]:
    """The words to say, in order; they cover every letter and digit of the text."""
    match language:
        case "ug":
            return ug.spoken_words(text)
        case "zh":
            return zh.spoken_words(text)
        case "en":
            return en.spoken_words(text)
