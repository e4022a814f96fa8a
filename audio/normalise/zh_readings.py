"""Chinese words that espeak-ng misreads, spelled in numbered pinyin for it.

Its own dictionary is good: of our texts and of some 25,000 words it misreads few. The table holds
those that are said in daily life; what follows a pattern is a rule here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from audio.normalise import zh_give_back, zh_verbs
from audio.normalise.content import table
from audio.normalise.scan import SpokenWord

_LONGEST: Final = 4
_ER_IS_SAID: Final = "女儿|儿子|儿童|婴儿|幼儿|儿女|孤儿|少儿|儿科|健儿|儿媳|儿孙"
_DIGITS: Final = "一两二三四五六七八九十几百千万"
_CROPS: Final = "瓜菜田树花棉枣粮稻葡果核杏麦玉西甜草药庄地了着"
_TO_CUT_IS_NOT: Final = (
    "一切(?![两二三四五成])|[亲密确迫急关贴深恳热真心殷悲凄]切|切(?:[记实勿忌身合莫]|中要害)"
)
_SLOWLY: Final = "慢渐悄轻静好细快常早天偷远紧深多满仔真然地速力心"
_PEOPLE: Final = "先生|女士|大[叔哥姐爷妈娘]|阿姨|老[师板]|师傅|经理|小姐|奶奶|爷爷|叔叔|姓|家|村"
_RULES: Final = (
    # the ground; behind what tells how something is done it is a particle
    (
        re.compile(
            f"(?<!下下)(?<!块块)(?<!片片)(?<=[种耕浇下锄犁荒亩块片田租])(?P<here>地)"
            f"|(?<![{_SLOWLY}])(?P<here2>地)(?=[里边块头埂])"
        ),
        "di4",
    ),
    (re.compile(f"{_TO_CUT_IS_NOT}|(?P<here>切)"), "qie1"),
    (re.compile(f"(?<=[姓老小])(?P<here>曾)|(?P<here2>曾)(?={_PEOPLE})"), "zeng1"),
    # its dictionary spells a last r in a way that it then reads as English letters
    (re.compile(rf"{_ER_IS_SAID}|(?P<here>儿)"), "er5"),
    # one, first and last: never with the tone that "one of something" has
    (re.compile("(?<=[第周十零百千])(?P<here>一)|(?P<here2>一)(?=[十月号楼])"), "yi1"),
    (re.compile(f"(?<=[{_DIGITS}])(?P<here>只)(?![有是要能会卖买收剩用花够])"), "zhi1"),
    (zh_give_back.PATTERN, zh_give_back.SYLLABLE),
    *zh_verbs.RULES,
    (re.compile("(?P<here>还)(?=清楚)"), "hai2"),  # its dictionary takes the first two for a word
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
    """All that is said, and where each word begins in it; what is shown apart stays apart.

    A comma stands for any pause.
    """
    text, starts, last, pause = "", [], 0, False
    for word in words:
        if word.first != last:
            text += "," if pause else " "
        starts.append(len(text))
        text += word.said
        last, pause = word.last, bool(word.pause)
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
