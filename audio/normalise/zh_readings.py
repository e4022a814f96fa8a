"""Chinese words that espeak-ng misreads, spelled in numbered pinyin for it.

Its own dictionary is good: of our texts and of some 25,000 words it misreads few. The table holds
those that are said in daily life; what follows a pattern is a rule here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from audio.normalise.content import table
from audio.normalise.scan import SpokenWord

_LONGEST: Final = 4
_ER_IS_SAID: Final = "女儿|儿子|儿童|婴儿|幼儿|儿女|孤儿|少儿|儿科|健儿|儿媳|儿孙"
_DIGITS: Final = "一两二三四五六七八九十几百千万"
_CROPS: Final = "瓜菜田树花棉枣粮稻葡果核杏麦玉西甜草药庄地了着"
_RULES: Final = (
    # its dictionary spells a last r in a way that it then reads as English letters
    (re.compile(rf"{_ER_IS_SAID}|(?P<here>儿)"), "er5"),
    # one, first and last: never with the tone that "one of something" has
    (re.compile("(?<=[第周十零百千])(?P<here>一)|(?P<here2>一)(?=[十月号楼])"), "yi1"),
    (re.compile(f"(?<=[{_DIGITS}])(?P<here>只)(?![有是要能会卖买收剩用花够])"), "zhi1"),
    (
        re.compile("(?P<here>还)(?=[款钱债贷]|清(?!楚)|[你我他她您]们?(?![是有没要能会可想]))"),
        "huan2",
    ),
    # to plant; after "this", "every" and numbers it is a kind
    (re.compile(f"(?<![各这那哪多每品些{_DIGITS}])(?P<here>种)(?=[{_CROPS}])"), "zhong4"),
)


def with_readings(words: Sequence[SpokenWord]) -> tuple[SpokenWord, ...]:
    """The words with the spelling for the embedded voice where that voice needs one."""
    starts, text = _joined(words)
    readings = _readings(text)
    spelled = []
    for start, word in zip(starts, words, strict=True):
        sounds = "".join(readings.get(at, letter) for at, letter in enumerate(word.said, start))
        spelled.append(word if sounds == word.said else replace(word, sounds=sounds))
    return tuple(spelled)


def _joined(words: Sequence[SpokenWord]) -> tuple[list[int], str]:
    """All that is said, and where each word begins in it; what is shown apart stays apart."""
    text, starts, last = "", [], 0
    for word in words:
        if word.first != last:
            text += " "
        starts.append(len(text))
        text += word.said
        last = word.last
    return starts, text


def _readings(text: str) -> dict[int, str]:
    """The syllable to give for a character, by its place in the text."""
    found: dict[int, str] = {}
    for pattern, syllable in _RULES:
        for match in pattern.finditer(text):
            for name, place in match.groupdict().items():
                if place:
                    found[match.start(name)] = syllable
    here = 0
    while here < len(text):
        word = _word_at(text, here)
        found |= (
            {here + n: said for n, said in enumerate(every_reading()[word].split())} if word else {}
        )
        here += len(word) or 1
    return found


def _word_at(text: str, here: int) -> str:
    candidates = (text[here : here + length] for length in range(_LONGEST, 0, -1))
    return next((word for word in candidates if word in every_reading()), "")


@lru_cache(maxsize=1)
def every_reading() -> dict[str, str]:
    """The table: a word and its syllables."""
    return dict(table("zh_readings.txt"))
