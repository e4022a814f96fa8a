"""The endings of nouns and verbs as patterns, and whether the vowels of a chain agree.

The patterns let more through than the grammar does: they are there to recognise words, not to make
them. Vowels of endings agree with the last back or front vowel before them (harmony); some endings
never change, and behind some the agreement begins anew.
"""

import re
from collections.abc import Iterator
from typing import Final

from lessons.uyghur.letters import BACK, FRONT, Harmony, harmony_of, last_vowel

_CASE: Final = (
    "نىڭ|نى|غا|قا|گە|كە|دا|تا|دە|تە|دىن|تىن|دىكى|تىكى|غىچە|گىچە|قىچە|كىچە|دەك|تەك"
    "|غىمۇ|قىمۇ|گىمۇ|كىمۇ|غىلا|قىلا|گىلا|كىلا"
)
_OWNER: Final = (
    "لىرىمىز|لىرىڭىز|لىرى|لىرىم|لىرىڭ|ىمىز|مىز|ىڭىز|ڭىز|ىڭلار|ڭلار|ۇڭلار|ۈڭلار|ىسى|سى"
    "|ىم|ۇم|ۈم|م|ىڭ|ۇڭ|ۈڭ|ڭ|ى"
)
_CLITIC: Final = "مۇ|لا|چۇ|غۇ|دۇر|تۇر|كەن|دى|تى|كەنغۇ|مىدۇ|مىكى|مىكىن"
_MAKER: Final = "چىلىق|چىلىك|لىق|لىك|لۇق|لۈك|سىز|چى|داش"


def _maybe(*choices: str) -> str:
    return "".join(f"(?:{choice})?" for choice in choices)


_NOUN: Final = _maybe(_MAKER, "لار|لەر", _OWNER, _CASE, "لەر|لار", _CASE, _CLITIC, _CLITIC)

_VOICE: Final = "ىل|ۇل|ۈل|ل|ىن|ۇن|ۈن|ن|ىش|ۇش|ۈش|ش|دۇر|دۈر|تۇر|تۈر|غۇز|قۇز|گۈز|كۈز|ىت|ۇت|ت"
_ASPECT: Final = "(?:ى|ۇ|ۈ)?(?:ۋات|ۋەت|ۋېت|ۋىت|ۋال|ۋېل|ۋەر|ۋىر)"
_ABILITY: Final = "(?:ا|ە|يا|يە|ىيا|ىيە)ل"
_NEGATION: Final = "ماي|مەي|ما|مە|مى"
_PARTICIPLE: Final = "(?:غان|قان|گەن|كەن)"
_PERSONS: Final = (
    # present and future, and their questions
    "(?:ى|ي|ا|ە|اي|ەي)?(?:مەن|سەن|سىز|سىلەر|دۇ|مىز)(?:غۇ|مۇ|لا)?",
    "(?:ا|ە|ى|ي)?م(?:سىز|سەن|دۇ|سىلەر|دىكىن|دىكەن)",
    # past
    "(?:د|ت)(?:ىم|ىڭ|ى|ىڭىز|ۇق|ىڭلار|ىلەر|ىلار)(?:مۇ|لا|غۇ|كى)?",
    _PARTICIPLE + _NOUN,
    _PARTICIPLE + "(?:ى|ىم|ىڭ)?(?:دى|ىدى)(?:م|ڭ|ڭىز|ۇق)?",
    f"(?:غىن|قىن|گىن|كىن)(?:ى|ىم|ىڭ|ىمىز|ىڭىز)(?:{_CASE})?(?:مۇ|لا)?",
    # habits and reports
    "(?:ى|ي|ۇ|ۈ)?دىغان" + _NOUN,
    "(?:ى|ي|ۇ|ۈ)?دىكەن(?:مەن|سىز|مىز|سەن|دۇق)?",
    # verbal nouns
    "(?:ى|ۇ|ۈ)?ش" + _NOUN,
    "(?:ماق|مەك)(?:چى|تا|تە|تىمەن|تىكى)?(?:مەن|سىز|مىز|سەن|كەن|دى)?",
    "(?:غۇچى|گۈچى|قۇچى|كۈچى|غۇچ|گۈچ|قۇچ|كۈچ)" + _NOUN,
    "ۇچى" + _NOUN,
    "س(?:لىق|لىك)?" + _NOUN,
    # converbs
    "(?:ى|ۇ|ۈ)?پ(?:تۇ|لا|مۇ|تىمەن|سىز|تىمىز|تىكەن)?",
    "(?:غاچ|گەچ|قاچ|كەچ)(?:قا|كە)?",
    "(?:غىلى|گىلى|قىلى|كىلى)",
    "(?:غۇ|گۈ|قۇ|كۈ)(?:چە|دەك|سى|سىز|م|ڭ)?(?:دۇر|چە)?",
    "(?:ا|ە)?ي(?:مۇ|لا)?",
    # conditions, wishes, orders
    "(?:سا|سە)(?:م|ڭ|ق|ك|ڭلار|لا)?(?:مۇ|چۇ)?",
    "سى(?:ڭىز|ڭىزلا|مۇ|لا)(?:مۇ)?",
    "(?:ى|ۇ|ۈ)?ڭ(?:لار|لەر)?",
    "(?:غىن|گىن|قىن|كىن)",
    "سۇن(?:لار|مۇ)?",
    "(?:ا|ە)?يلى(?:مۇ)?",
    "(?:ا|ە)?تتى(?:م|ڭ|ڭىز)?",
    "(?:ا|ە)?تتۇق",
    "ر(?:مەن|سىز|دى)?",
    "ى",
    "",
)
NOUN_ENDING: Final = re.compile(f"^(?:{_NOUN})$")
VERB_ENDING: Final = re.compile(
    f"^(?:{_VOICE}){{0,3}}"
    + _maybe(_ASPECT, _VOICE, _ABILITY, _NEGATION)
    + f"(?:{'|'.join(_PERSONS)})$"
)

_UNCHANGING: Final = re.compile(
    "مۇ|دۇق|تۇق|دۇر$|تۇر$|دۇ|تۇ|لا$|غۇ$|چۇ|چە|دەك|تەك|سۇن|مەن$|سەن$|سىلەر$|ڭلار|تتى|تتۇ"
    "|كەن(?:مۇ|لا)?$|كەنمەن$"
)
_BEGINS_ANEW: Final = re.compile(
    "(?P<back>ۋات|ۋال|دىغان|چان|خانا|خانى|سىمان|داش|شۇناس)"
    "|(?P<front>ۋەت|ۋەر|دىكەن|تىكەن)"
    "|(?P<either>ۋېت|ۋېل|ۋىر|ۋىت)"
)
_EITHER_BEHIND: Final = "قغكگ"
_HARMONIC: Final = BACK | FRONT


def agrees(stem: str, endings: str) -> bool:
    """Whether the vowels of the endings agree with each other and with the stem."""
    harmony = harmony_of(stem) if last_vowel(stem) in _HARMONIC else None
    free = stem[-1] in _EITHER_BEHIND
    start = 0
    for match in _BEGINS_ANEW.finditer(endings):
        if not _is_one(endings[start : match.start()], harmony, free):
            return False
        harmony = _named(match.lastgroup)
        free, start = False, match.end()
    return _is_one(endings[start:], harmony, free)


def _named(group: str | None) -> Harmony | None:
    match group:
        case "back":
            return "back"
        case "front":
            return "front"
        case _:
            return None


def _is_one(part: str, harmony: Harmony | None, free: bool) -> bool:
    found = set(_harmonies(_UNCHANGING.sub("", part)))
    return len(found) < 2 and (free or not harmony or not found or harmony in found)


def _harmonies(part: str) -> Iterator[Harmony]:
    for letter in part:
        if letter in BACK:
            yield "back"
        elif letter in FRONT:
            yield "front"
