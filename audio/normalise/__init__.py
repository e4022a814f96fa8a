"""Text as written -> words as spoken, each tied to the characters shown on screen."""

from audio.normalise import en, ug, zh
from audio.normalise.scan import SpokenWord
from lessons.phrase import Language

__all__ = ["SpokenWord", "spoken_text", "spoken_words"]


def spoken_words(text: str, language: Language) -> tuple[SpokenWord, ...]:
    """The words to say, in order; they cover every letter and digit of the text."""
    match language:
        case "ug":
            return ug.spoken_words(text)
        case "zh":
            return zh.spoken_words(text)
        case "en":
            return en.spoken_words(text)


def spoken_text(text: str, language: Language) -> str:
    """The whole line that is said, in words only; empty where there is nothing to say."""
    between = "" if language == "zh" else " "
    line = ""
    for word in spoken_words(text, language):
        apart = between or ("" if _close(line, word.said) else " ")
        line += (apart if line else "") + word.said + word.pause
    return line


def _close(line: str, said: str) -> bool:
    return not (line[-1:].isascii() and line[-1:].isalpha()) and not said[0].isascii()
