"""All that can be told about a Uyghur text without understanding it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from lessons.uyghur.finding import Finding
from lessons.uyghur.harmony import disagreement
from lessons.uyghur.letters import CONSONANTS, LETTERS, VOWELS
from lessons.uyghur.signs import foreign_line, odd_signs
from lessons.uyghur.spelling import misspelt
from lessons.uyghur.words import WordList

_PLACEHOLDER: Final = re.compile(
    r"%(?:\d+\$)?[sdif]|\{\{?[^{}]*\}?\}|</?[a-zA-Z][^>]*>|&[a-z]+;|https?://\S+"
    r"|[\w.+-]+@[\w.-]+|:[A-Za-z]\w*"
)
_WORD: Final = re.compile(
    "[\u0600-\u0604\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d]+"
)
_JOINS: Final = frozenset("-'’»›)\"”%")


def check_text(text: str, words: WordList | None = None) -> tuple[Finding, ...]:
    """Every odd place of a text; without ``words`` only signs and spelling are looked at."""
    return tuple(_findings(text, words))


def _findings(text: str, words: WordList | None) -> Iterator[Finding]:
    if unicodedata.normalize("NFC", text) != text:
        yield Finding("error", "E04", 0, text[:40], "is not in the composed form of Unicode (NFC)")
    bare = _PLACEHOLDER.sub(lambda match: " " * len(match[0]), text)
    yield from odd_signs(bare)
    yield from foreign_line(bare)
    for match in _WORD.finditer(bare):
        yield from _of_word(match[0], match.start(), bare, text, words)


def _of_word(
    word: str, column: int, bare: str, text: str, words: WordList | None
) -> Iterator[Finding]:
    before, behind = bare[column - 1 : column], bare[column + len(word) :][:1]
    if _is_latin(before) or _is_latin(behind):
        yield Finding("warning", "W13", column, word, "is joined to Latin letters")
    if not LETTERS.issuperset(word):
        return  # told by its signs
    is_ending = (before and before in _JOINS) or before.isdigit() or _follows_place(text, column)
    if len(word) == 1 and (is_ending or word in CONSONANTS + VOWELS):
        if not is_ending and word != "ۋ":
            yield Finding("info", "I16", column, word, "is a single letter")
        return
    known = words.known(word) if words else "no"
    found = misspelt(
        word,
        column,
        is_ending=bool(is_ending),
        is_known=known == "yes",
        is_listed=words is not None and word in words.words,
    )
    yield from found
    if words and not found and not (is_ending and (word in words.endings or known != "no")):
        yield from _by_list(word, column, words)


def _by_list(word: str, column: int, words: WordList) -> Iterator[Finding]:
    known, odd = words.known(word), disagreement(word, column, words)
    if odd:
        yield odd
    if known == "yes":
        if word in words.misspelt and word not in words.words:
            problem = "is listed elsewhere as a mistake"
            yield Finding("info", "I33", column, word, problem, words.misspelt[word])
    elif not odd:
        yield _unknown(word, column, words)


def _unknown(word: str, column: int, words: WordList) -> Finding:
    meant = ", ".join(words.suggestions(word))
    if words.known(word) == "seen":
        return Finding("info", "I31", column, word, "is seen only in text from the web", meant)
    if word in words.misspelt:
        return Finding("warning", "W32", column, word, "is a known mistake", meant)
    return Finding("warning", "W30", column, word, "is not known", meant)


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def _follows_place(text: str, column: int) -> bool:
    """Whether a placeholder or a Latin word ends right before it."""
    before = text[column - 1 : column]
    if before and before.isascii() and before.isalnum():
        return True
    return any(match.end() == column for match in _PLACEHOLDER.finditer(text))
