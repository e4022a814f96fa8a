"""Endings that do not agree with the word before them: back or front vowel, ``د`` or ``ت``."""

from typing import Final

from lessons.uyghur.finding import Finding
from lessons.uyghur.letters import BACK, FRONT, VOICELESS, harmony_of, last_vowel
from lessons.uyghur.words import WordList

_FRONT_TO_BACK: Final = {
    "لەر": "لار", "دە": "دا", "تە": "تا", "گە": "غا", "كە": "قا", "گىچە": "غىچە", "كىچە": "قىچە",
    "گەن": "غان", "كەن": "قان", "مەك": "ماق", "سە": "سا", "رەك": "راق", "لىك": "لىق",
    "گەچ": "غاچ", "كەچ": "قاچ", "گۈچى": "غۇچى", "كۈچى": "قۇچى", "گىن": "غىن", "كىن": "قىن",
}  # fmt: skip
_OTHER_VOWEL: Final = _FRONT_TO_BACK | {back: front for front, back in _FRONT_TO_BACK.items()}
_OF_VERBS: Final = frozenset({
    "كەن", "قان", "گەن", "غان", "سە", "سا", "گەچ", "غاچ", "كەچ", "قاچ", "مەك", "ماق",
    "گۈچى", "غۇچى", "كۈچى", "قۇچى", "گىن", "غىن", "كىن", "قىن",
})  # fmt: skip
_VOICED_TO_VOICELESS: Final = {
    "دا": "تا", "دە": "تە", "غا": "قا", "گە": "كە", "دىن": "تىن", "غان": "قان", "گەن": "كەن",
    "غىچە": "قىچە", "گىچە": "كىچە", "دىكى": "تىكى",
}  # fmt: skip
_VOICELESS_TO_VOICED: Final = {mute: voiced for voiced, mute in _VOICED_TO_VOICELESS.items()}
_EITHER_WAY: Final = "بدجگغژزۋف"


def disagreement(word: str, column: int, words: WordList) -> Finding | None:
    """What its last ending breaks, if what stands before it is a known word."""
    if word in words.words or word in words.verbs:
        return None
    return _of_vowels(word, column, words) or _of_voice(word, column, words)


def _of_vowels(word: str, column: int, words: WordList) -> Finding | None:
    for ending in _VOWEL_ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        stem = word[: -len(ending)]
        if not _is_stem(stem, ending, words):
            continue
        meant = stem + _OTHER_VOWEL[ending]
        if meant in words.words and word not in words.seen:
            return Finding("warning", "W20", column, word, "breaks vowel harmony", meant)
        wanted = "front" if ending in _FRONT_TO_BACK else "back"
        # raised vowels (ا, ە become ى, ې) hide which they were
        tells = last_vowel(stem) in BACK | FRONT
        either = stem[-1] in "قغ" and ending in ("كە", "گە")
        if tells and harmony_of(stem) not in (None, wanted) and not either:
            return Finding("warning", "W20", column, word, "breaks vowel harmony", meant)
        return None
    return None


def _is_stem(stem: str, ending: str, words: WordList) -> bool:
    if ending in _OF_VERBS:
        return stem in words.verbs and not stem.endswith("دى")
    return stem in words.words


def _of_voice(word: str, column: int, words: WordList) -> Finding | None:
    for ending in _VOICE_ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < 3:
            continue
        stem = word[: -len(ending)]
        if stem not in words.words or stem[-1] in _EITHER_WAY:
            continue
        if ending in _VOICED_TO_VOICELESS and stem[-1] in VOICELESS:
            meant = stem + _VOICED_TO_VOICELESS[ending]
            return Finding("warning", "W21", column, word, "has a voiced ending behind it", meant)
        if ending in _VOICELESS_TO_VOICED and stem[-1] not in VOICELESS | {"ئ"}:
            meant = stem + _VOICELESS_TO_VOICED[ending]
            if len(stem) > 3 and meant in words.words:
                problem = "has a voiceless ending behind it"
                return Finding("warning", "W21", column, word, problem, meant)
        return None
    return None


def _longest_first(endings: dict[str, str]) -> list[str]:
    return sorted(endings, key=len, reverse=True)


_VOWEL_ENDINGS: Final = _longest_first(_OTHER_VOWEL)
_VOICE_ENDINGS: Final = _longest_first(_VOICED_TO_VOICELESS | _VOICELESS_TO_VOICED)
