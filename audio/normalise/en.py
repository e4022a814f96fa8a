"""English: numbers, money, dates and signs in words, in Latin letters only."""

import re
from typing import Final

from audio.normalise import en_amounts, en_moments
from audio.normalise.en_numbers import one_by_one
from audio.normalise.foreign import latin
from audio.normalise.hyphen import HYPHEN, LOCAL_PHONE, is_local_phone, is_subtraction
from audio.normalise.letters import plain
from audio.normalise.named import is_called, is_named, is_word
from audio.normalise.patterns import (
    ADDRESS,
    ALWAYS,
    CODE,
    DATE,
    DAY_FIRST,
    FOREIGN,
    FOREIGN_MINUS,
    FRACTION,
    LONG,
    MINUS,
    NUMBER,
    OTHER_NUMBER,
    PHONE,
    RANGE,
    RATIO,
    SERVICE,
    SPACED_BEFORE_YUAN,
    SPACED_YUAN,
    STARS,
    TIME,
    TIMES,
    TIMES_SIGN,
    TO,
    WORD,
    YUAN_AFTER,
    YUAN_BEFORE,
    YUAN_MINUS,
    number,
    range_in,
)
from audio.normalise.price import is_price
from audio.normalise.scan import SpokenWord, letter_rule, rule, scan
from audio.normalise.units import SAME_UNIT, UNIT

_KNOWN: Final = {
    "PIN": "pin",
    "PINs": "pins",
    "kg": "kilograms",
    "km": "kilometres",
    "cm": "centimetres",
    "etc": "et cetera",
    "Mr": "mister",
    "Mrs": "missus",
    "Dr": "doctor",
    "am": "am",
    "pm": "p m",
    "SMS": "S M S",
    "QR": "Q R",
    "GPS": "G P S",
    "OK": "okay",
    "ID": "I D",
    "vs": "versus",
    "WeChat": "wee chat",
    "Alipay": "ally pay",
    "Taobao": "tow bow",
    "app": "app",
}
_MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_SHORT_MONTHS: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DAY: Final = r"(?P<day>3[01]|[12]?[0-9])(?:st|nd|rd|th)?(?![0-9A-Za-z])"
_SIGNS: Final = {
    "%": "percent",
    "‰": "per mille",
    "°": "degrees",
    "¥": "yuan",
    "+": "plus",
    "=": "equals",
    "×": "times",
    "÷": "divided by",
    "&": "and",
    "@": "at",
    "#": "number",
    "№": "number",
    "★": "star",
    "☆": "star",
    "⭐": "star",
    "~": "about",
    "≈": "about",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "₽": "roubles",
}
_IN_ADDRESS: Final = {
    ".": "dot",
    "@": "at",
    "/": "slash",
    "-": "dash",
    "_": "underscore",
    ":": "colon",
    "?": "question mark",
    "=": "equals",
    "&": "and",
    "+": "plus",
    "#": "hash",
}


def spoken_words(text: str) -> tuple[SpokenWord, ...]:
    """The words to say for an English text."""
    return scan(plain(text), _RULES)


def _word(match: re.Match[str]) -> str:
    word = match[0]
    if word in _KNOWN:
        return _KNOWN[word]
    return word if re.fullmatch("[A-Za-z'-]+", word) else latin(word)


def _code(match: re.Match[str]) -> str:
    parts = re.findall("[A-Za-z]+|[0-9]+", match[0])
    return " ".join(one_by_one(p) if p.isdecimal() else _spelled_prefix(p) for p in parts)


def _spelled_prefix(letters: str) -> str:
    return letters if is_word(letters) else " ".join(letters.upper())


def _service(match: re.Match[str]) -> str | None:
    return one_by_one(match[0]) if is_called(match) else None


def _named(match: re.Match[str]) -> str | None:
    return one_by_one(match[0]) if is_named(match) else None


def _local_phone(match: re.Match[str]) -> str | None:
    return one_by_one(match[0]) if is_local_phone(match) else None


def _taking_away(match: re.Match[str]) -> str | None:
    return "minus" if is_subtraction(match) else None


def _per(match: re.Match[str]) -> str | None:
    return "per" if is_price(match) else None


def _address(match: re.Match[str]) -> str:
    parts = re.findall(r"[A-Za-z]+|[0-9]+|.", re.sub("^https?://", "", match[0]))
    said = (
        one_by_one(part) if part.isdecimal() else _IN_ADDRESS.get(part) or _spelled(part)
        for part in parts
        if part.isalnum() or part in _IN_ADDRESS
    )
    return " ".join(said)


def _spelled(part: str) -> str:
    return part if re.search("[aeiouy]", part.lower()) else " ".join(part.upper())


_WRITTEN_YUAN: Final = r"(?:yuan\b|元|块)"
_GROUP: Final = "(?P<group>thousand|million|billion)"
_YUAN: Final = rf"(?:{YUAN_AFTER}|{_WRITTEN_YUAN})"
_RULES: Final = (
    letter_rule(ADDRESS, _address),
    rule(DATE, en_moments.date),
    rule(DAY_FIRST, en_moments.day_of_year),
    rule(TIMES, en_moments.times_from_to),
    rule(TIME, en_moments.time),
    rule(RATIO, en_amounts.ratio),
    rule(PHONE, lambda match: ("plus " if "+" in match[0] else "") + one_by_one(match[0])),
    rule(rf"{NUMBER}(?:st|nd|rd|th)\b", en_amounts.ordinal),
    rule(r"(?<![0-9])(?P<year>(?:1[5-9]|20)[0-9]0)s\b", en_moments.decade),
    rule(LOCAL_PHONE, _local_phone),
    rule(SERVICE, _service),
    letter_rule(CODE, _code),
    rule(LONG, _named),
    rule(ALWAYS, lambda _: "twenty-four seven"),
    rule(rf"{FRACTION}\s*{UNIT}", en_moments.part_of_unit),
    rule(FRACTION, en_moments.part_or_day),
    letter_rule(
        rf"{MINUS}{YUAN_BEFORE}\s*{NUMBER}\s+{_GROUP}\b(?:\s*{_WRITTEN_YUAN})?",
        en_amounts.money_in_groups,
    ),
    letter_rule(rf"{SPACED_YUAN}(?:\s*{_WRITTEN_YUAN})?", en_amounts.money),
    rule(rf"{SPACED_BEFORE_YUAN}{_YUAN}", en_amounts.money),
    rule(range_in(_YUAN, _YUAN), en_amounts.range_of_yuan),
    rule(rf"¥\s*{number()}{TO}¥\s*{number('2')}", en_amounts.range_of_yuan),
    letter_rule(
        rf"{MINUS}{YUAN_BEFORE}\s*{RANGE}(?:\s*{_WRITTEN_YUAN})?", en_amounts.range_of_yuan
    ),
    letter_rule(rf"{MINUS}{YUAN_BEFORE}\s*{NUMBER}(?:\s*{_WRITTEN_YUAN})?", en_amounts.money),
    letter_rule(rf"{YUAN_MINUS}{NUMBER}(?:\s*{_WRITTEN_YUAN})?", en_amounts.money),
    rule(rf"{MINUS}{NUMBER}\s*{_YUAN}", en_amounts.money_with_decimals),
    rule(rf"{FOREIGN}\s+{_GROUP}\b", en_amounts.foreign_in_groups),
    rule(FOREIGN, en_amounts.foreign_money),
    rule(FOREIGN_MINUS, en_amounts.foreign_money),
    rule(range_in("%", "%"), en_amounts.range_of_percent),
    rule(rf"{RANGE}\s*%", en_amounts.range_of_percent),
    rule(range_in(UNIT, SAME_UNIT), en_amounts.range_of_units),
    rule(rf"{MINUS}{NUMBER}\s*%", en_amounts.percent),
    rule(rf"{RANGE}\s*{UNIT}", en_amounts.range_of_units),
    rule(rf"{MINUS}{NUMBER}\s*{UNIT}", en_amounts.units),
    rule(rf"/\s*{UNIT}", en_amounts.each),
    rule(
        r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince ))(?P<year>(?:19|20)[0-9]{2})(?![0-9])",
        en_moments.year,
    ),
    rule(rf"(?P<day>[0-9]{{1,2}})(?=\s+(?:{_MONTHS})\b)", en_moments.day_of),
    letter_rule(rf"(?P<month>{_MONTHS})\s+{_DAY}", en_moments.month_day),
    letter_rule(rf"\b(?P<month>{_SHORT_MONTHS})\.?\s+{_DAY}", en_moments.short_month_day),
    rule(RANGE + r"(?!\s*[-])", en_amounts.numbers_from_to),
    rule(HYPHEN, _taking_away),
    rule(rf"{NUMBER}\s?(?P<sign>[\u00bc-\u00be\u2150-\u215e])", en_amounts.with_part),
    rule(MINUS + NUMBER, en_amounts.number),
    letter_rule(TIMES_SIGN, lambda _: _SIGNS["×"]),
    rule(OTHER_NUMBER, en_amounts.other_number),
    rule(STARS, en_amounts.stars),
    letter_rule(
        r"(?<=[0-9])\s?(?P<half>[AaPp])\.?[Mm]\b", lambda match: f"{match['half'].lower()} m"
    ),
    letter_rule(WORD, _word),
    rule(r"\s*/\s*(?=[^\W\d_])", _per),
    rule(r"(?<=[^\W_])\s*/\s*(?=[^\W_])", lambda _: "or"),
    rule(r"[%‰°¥+=×÷&@#№★☆⭐~≈$€£₽]", lambda match: _SIGNS[match[0]]),
)
