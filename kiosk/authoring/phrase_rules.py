"""Rules that each phrase has to keep for itself: letters, places, length, numbers."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from audio.normalise import spoken_text
from kiosk.authoring.problem import Level, Problem, at
from kiosk.authoring.sentences import MOST_SIGNS, MOST_WORDS, filled, length, sentences
from kiosk.authoring.texts import Text
from lessons.phrase import LANGUAGES, Language
from lessons.uyghur.letters import LETTERS

_PLACE: Final = re.compile(r"\{(\w+)\}")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_DECIMAL_POINT: Final = re.compile(r"(?<=\d)\.(?=\d)")
_MARKS: Final[dict[Language, frozenset[str]]] = {
    "ug": frozenset(" .،؛؟!:—«»-"),
    "zh": frozenset("。，、；？！：—“”《》"),
    "en": frozenset(" .,;?!:'-"),
}
# a hyphen makes a number the fourth: "{count}-"
_JOINED: Final = re.compile(r"\}(?!-\w)[^\s.،:؛!؟»]|[^\s«]\{")
_UG: Final = "ئىككى ئۈچ تۆت بەش ئالتە يەتتە سەككىز توققۇز ئون يىگىرمە ئوتتۇز قىرىق ئەللىك يۈز مىڭ"
_EN: Final = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty"
    " fifty hundred thousand"
)
_NUMBER_WORDS: Final[dict[Language, re.Pattern[str]]] = {
    "ug": re.compile(rf"(?<!\w)({'|'.join(_UG.split())})(?![\w])"),
    "en": re.compile(rf"(?i)\b({'|'.join(_EN.split())})\b"),
    "zh": re.compile("(?<![第一])[两三四五六七八九十百千]+(?=[个天元块次张只堆家斤公年周])"),
}
_PERSONS: Final[dict[Language, re.Pattern[str]]] = {
    "en": re.compile(r"(?i)\b(she|he|hers?|his|him|(her|him)self|wom[ae]n|m[ae]n|girl|boy)\b"),
    "zh": re.compile("她|(?<!其)他(?!们)|女人|男人"),
}
_BARE: Final[dict[Language, re.Pattern[str]]] = {
    "ug": re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*\d)(?!-|،? ?\w)"),
    "en": re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*\d)(?!-|,? ?\w)"),
    "zh": re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.]*\d)(?![\u4e00-\u9fff、])"),
}
"""A number that nothing follows which it could count."""
_SHOWN: Final = 60


def phrase_problems(text: Text) -> Iterator[Problem]:
    """Everything that is wrong with a phrase by itself."""
    for language in LANGUAGES:
        yield from _of_signs(text, language)
        yield from _of_length(text, language)
        yield from _of_voice(text, language)
    yield from _of_places(text)
    yield from _of_numbers(text)
    if text.room == "lesson":
        for language in LANGUAGES:
            yield from _of_lesson(text, language)


def _of_signs(text: Text, language: Language) -> Iterator[Problem]:
    written = text.phrase.text(language)
    bare = _DECIMAL_POINT.sub("", _PLACE.sub("", written))
    strange = sorted({sign for sign in bare if not _is_written(language, sign)})
    if strange:
        shown = " ".join(f"{sign} U+{ord(sign):04X}" for sign in strange[:5])
        yield at(
            text.part(language), "error", "letters", f"does not belong here: {shown}", language
        )
    if written != unicodedata.normalize("NFC", written) or "  " in written:
        problem = "has letters put together from parts, or two spaces in a row"
        yield at(text.part(language), "error", "letters", problem, language)


def _is_written(language: Language, sign: str) -> bool:
    return sign in _MARKS[language] or sign in "0123456789" or _is_letter(language, sign)


def _is_letter(language: Language, sign: str) -> bool:
    match language:
        case "ug":
            return sign in LETTERS
        case "zh":
            return "\u4e00" <= sign <= "\u9fff"
        case "en":
            return sign.isascii() and sign.isalpha()


def _of_length(text: Text, language: Language) -> Iterator[Problem]:
    most = MOST_SIGNS if language == "zh" else MOST_WORDS
    for sentence in sentences(text.phrase.text(language), language):
        if (found := length(sentence, language)) > most:
            what = "signs" if language == "zh" else "words"
            problem = f"is too long to be heard once: {found} {what}, at most {most}"
            yield at(text.part(language), "error", "length", problem, language)


def _of_voice(text: Text, language: Language) -> Iterator[Problem]:
    said = filled(text.phrase.text(language), language)
    if all(sign in _MARKS[language] or _is_letter(language, sign) for sign in said):
        return  # letters are said as they are; to be sure, the voice can be made to say them
    spoken = _spoken(said, language)
    if not spoken or re.search("[0-9]", spoken):
        problem = f"cannot be said: {spoken[:_SHOWN] or 'there is no word in it'}"
        yield at(text.part(language), "error", "voice", problem, language)


_spoken = cache(spoken_text)
"""The same sentences stand in many places."""


def _of_places(text: Text) -> Iterator[Problem]:
    places = {each: Counter(_PLACE.findall(text.phrase.text(each))) for each in LANGUAGES}
    if len({frozenset(found) for found in places.values()}) > 1:
        shown = ", ".join(f"{each} {sorted(found)}" for each, found in places.items())
        yield at(text.node, "error", "places", f"has other places in each language: {shown}")
    if joined := _JOINED.search(text.phrase.ug):
        problem = f"has something joined to a place: {joined[0]}"
        yield at(text.part("ug"), "error", "places", problem, "ug")


def _of_numbers(text: Text) -> Iterator[Problem]:
    """Digits must be the same in all languages: who hears two of them must not be misled."""
    if text.room != "lesson":
        return
    found = {each: sorted(_NUMBER.findall(text.phrase.text(each))) for each in LANGUAGES}
    if len({tuple(numbers) for numbers in found.values()}) > 1:
        shown = ", ".join(f"{each} {' '.join(found[each]) or 'none'}" for each in LANGUAGES)
        yield at(text.node, "error", "numbers", f"has other numbers in each language: {shown}")


def _of_lesson(text: Text, language: Language) -> Iterator[Problem]:
    written = text.phrase.text(language)
    if word := _NUMBER_WORDS[language].search(written):
        problem = f"writes a number as a word: {word[0]}"
        yield _warn(text, language, "numbers", problem)
    if bare := _BARE[language].search(written):
        yield _warn(text, language, "numbers", f"has a number without its unit: {bare[0]}")
    if language in _PERSONS and (person := _PERSONS[language].search(written)):
        yield _warn(text, language, "persons", f"says woman or man: {person[0]}")


def _warn(text: Text, language: Language, rule: str, problem: str) -> Problem:
    level: Level = "warning"
    return at(text.part(language), level, rule, problem, language)
