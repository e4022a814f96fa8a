"""Rules of spelling that need no word list: where vowels and the hemze may stand."""

import re
from collections.abc import Iterator
from typing import Final

from lessons.uyghur.finding import Finding
from lessons.uyghur.letters import CONSONANTS, HEMZE, VOWELS

_TWO_VOWELS: Final = re.compile(f"[{VOWELS}][{VOWELS}]")
_OF_CHINESE: Final = re.compile("ۈە|ۇا")
"""The two pairs of vowels that words from Chinese have (يۈەن)."""
_IDLE_HEMZE: Final = re.compile(f"{HEMZE}(?![{VOWELS}])")
_VOWEL: Final = re.compile(f"[{VOWELS}]")
_MANY_CONSONANTS: Final = re.compile(f"[{CONSONANTS}]{{4}}|^[{CONSONANTS}]{{3}}")
_LONE_GLIDE: Final = re.compile(f"(?<![{VOWELS}])[يۋ](?![{VOWELS}{HEMZE}])")
_THREE_TIMES: Final = re.compile(r"(.)\1\1")


def misspelt(
    word: str, column: int, *, is_ending: bool, is_known: bool, is_listed: bool
) -> tuple[Finding, ...]:
    """What breaks a rule. ``is_ending``: it is the end of what stands before it (``5-ئاي``).

    ``is_known`` words can be derived from the list, ``is_listed`` ones stand in it.
    """
    found = [*_hemze(word, column, is_ending), *_runs(word, column, is_ending, is_known)]
    if not found and _LONE_GLIDE.search(word) and len(word) > 2 and not (is_ending or is_listed):
        found = [Finding("warning", "W06", column, word, "has ي or ۋ with no vowel beside it")]
    if _THREE_TIMES.search(word):
        problem = "has a letter three times in a row"
        found.append(Finding("warning", "W05", column, word, problem))
    return tuple(found)


def _hemze(word: str, column: int, is_ending: bool) -> Iterator[Finding]:
    if word[0] in VOWELS and not is_ending:
        yield Finding(
            "error", "E03", column, word, "begins with a vowel without hemze", HEMZE + word
        )
    if pair := _TWO_VOWELS.search(_OF_CHINESE.sub("-", word)):
        problem = f"has two vowels side by side ({pair[0]}): a hemze is missing or a letter wrong"
        yield Finding("error", "E03", column, word, problem, _instead_of(pair[0]))
    if _IDLE_HEMZE.search(word):
        yield Finding("error", "E03", column, word, "has a hemze that no vowel follows")


def _instead_of(pair: str) -> str:
    if "ى" in pair:
        return "ي instead of ى, or ئ between"
    return "ۋ instead of و, or ئ between" if "و" in pair else ""


def _runs(word: str, column: int, is_ending: bool, is_known: bool) -> Iterator[Finding]:
    if not _VOWEL.search(word) and not is_ending and len(word) > 1:
        yield Finding("warning", "W05", column, word, "has no vowel")
    elif _MANY_CONSONANTS.search(word) and not is_known:
        yield Finding("warning", "W05", column, word, "has too many consonants in a row")
