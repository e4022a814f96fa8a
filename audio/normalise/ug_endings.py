"""Endings that stand behind a number: kept, and in the form that fits the number word.

Who writes ``20گە`` means the words twenty and to; the last letters of the words decide how both of
them sound: ``يىگىرمىگە``, ``ئونغا``, ``ئۈچكە``.
"""

import re
from collections.abc import Callable
from typing import Final

_VOICELESS: Final = "پتچخسشفقكھ"
_BACK: Final = "اوۇ"
_FRONT: Final = "ەۆۈ"
_ODD_BACK: Final = ("قىرىق", "مىڭ")  # no vowel of theirs tells
_ODD_VOICELESS: Final = ("مىليارد",)  # its last letter is said as t

_CASES: Final = "نىڭ|نى|دا|دە|تا|تە|دىن|تىن|غا|گە|قا|كە|غىچە|گىچە|قىچە|كىچە"
_OTHERS: Final = "لار|لەر|لىرى|لىق|لىك|لۇق|لۈك|چە|مۇ|كى|سى|ىدىن|ىنى|ىگە|ىدا|ىدە|ى"
ANY_ENDING: Final = f"{_CASES}|دى|تى|{_OTHERS}"
ENDING: Final = rf"(?P<ending>(?:{ANY_ENDING})(?:{ANY_ENDING}){{0,3}})(?![^\W\d_])"
"""One or more endings and then no letter; ``دانە`` or ``كۈن`` is a word, not an ending."""


def with_ending(words: str, ending: str) -> str:
    """The words with an ending that matched ENDING, in the form that the last word asks for."""
    if not ending:
        return words
    first = re.match(f"{_CASES}|لىق|لىك|لۇق|لۈك|لار|لەر|لىرى|چە|مۇ|سى|ى|دى|تى|كى", ending)
    if first is None:  # pragma: no cover - ENDING begins with one of these
        return words + ending
    stem = _raised(words)
    return stem + _fitting(first[0], words) + ending[first.end() :]


def _raised(words: str) -> str:
    """A last a or e turns to i before an ending: ``ئالتە``, ``ئالتىگە``."""
    return f"{words[:-1]}ى" if words.endswith(("ە", "ا")) else words


def _fitting(ending: str, words: str) -> str:
    for forms, choose in _HARMONY:
        if ending in forms:
            return choose(words)
    return ending


def _is_back(words: str) -> bool:
    if words.endswith(_ODD_BACK):
        return True
    telling = [letter for letter in words.split(" ")[-1] if letter in _BACK + _FRONT]
    return bool(telling) and telling[-1] in _BACK


def _is_voiceless(words: str) -> bool:
    return words[-1] in _VOICELESS or words.endswith(_ODD_VOICELESS)


def _at(words: str) -> str:
    return ("ت" if _is_voiceless(words) else "د") + ("ا" if _is_back(words) else "ە")


def _from(words: str) -> str:
    return "تىن" if _is_voiceless(words) else "دىن"


def to(words: str) -> str:
    """The ending of where to."""
    if _is_back(words):
        return "قا" if _is_voiceless(words) else "غا"
    return "كە" if _is_voiceless(words) else "گە"


def _until(words: str) -> str:
    return f"{to(words)[0]}ىچە"


def _many(words: str) -> str:
    return "لار" if _is_back(words) else "لەر"


def _of_so_many(words: str) -> str:
    last = [letter for letter in words.split(" ")[-1] if letter in "اەىېوۇۆۈ"][-1:]
    if last and last[0] in "وۇ":
        return "لۇق"
    if last and last[0] in "ۆۈ":
        return "لۈك"
    return "لىق" if _is_back(words) else "لىك"


def _its(words: str) -> str:
    return "سى" if words[-1] in "اەىېوۇۆۈ" else "ى"


_HARMONY: Final[tuple[tuple[tuple[str, ...], Callable[[str], str]], ...]] = (
    (("دا", "دە", "تا", "تە"), _at),
    (("دىن", "تىن"), _from),
    (("غا", "گە", "قا", "كە"), to),
    (("غىچە", "گىچە", "قىچە", "كىچە"), _until),
    (("لار", "لەر"), _many),
    (("لىق", "لىك", "لۇق", "لۈك"), _of_so_many),
    (("سى", "ى"), _its),
)


def from_to(first: str, second: str) -> str:
    """From the one until the other."""
    return f"{with_ending(first, 'دىن')} {with_ending(second, 'گىچە')}"
