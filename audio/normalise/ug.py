"""Uyghur: every kind of text is put into Uyghur words, in Uyghur letters only."""

import re
from typing import Final

from audio.normalise import ug_amounts, ug_moments
from audio.normalise.foreign import uyghur
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
    LETTER,
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
from audio.normalise.ug_endings import ANY_ENDING, ENDING, with_ending
from audio.normalise.ug_latin import letter_names
from audio.normalise.ug_letters import repaired
from audio.normalise.ug_numbers import one_by_one
from audio.normalise.units import SAME_UNIT, UNIT

_SIGNS: Final = {
    "%": "پىرسەنت",
    "‰": "مىڭدىن",
    "°": "گرادۇس",
    "¥": "يۈەن",
    "+": "قوشۇش",
    "=": "تەڭ",
    "×": "كۆپەيتىش",
    "÷": "بۆلۈش",
    "&": "ۋە",
    "@": "ئېت",
    "#": "نومۇر",
    "№": "نومۇر",
    "★": "يۇلتۇز",
    "☆": "يۇلتۇز",
    "⭐": "يۇلتۇز",
    "~": "تەخمىنەن",
    "≈": "تەخمىنەن",
    "$": "دوللار",
    "€": "ياۋرو",
    "£": "فوندستېرلىڭ",
    "₽": "رۇبلى",
}
_IN_ADDRESS: Final = {
    ".": "چېكىت",
    "@": "ئېت",
    "/": "سىزىق",
    "-": "سىزىقچە",
    "_": "ئاستى سىزىق",
    ":": "قوش چېكىت",
    "?": "سوئال",
    "=": "تەڭ",
    "&": "ۋە",
    "+": "قوشۇش",
    "#": "نومۇر",
}


def spoken_words(text: str) -> tuple[SpokenWord, ...]:
    """The words to say for an Uyghur text."""
    return scan(repaired(plain(text)), _RULES)


def _word(match: re.Match[str]) -> str:
    *before, last = re.split(r"(?<=[A-Za-z])-?(?=[^\W\dA-Za-z_])", match[0])
    if before and re.fullmatch(ENDING, last):  # an ending behind a Latin word
        return with_ending(uyghur("-".join(before)), last)
    return uyghur(match[0])


def _code(match: re.Match[str]) -> str:
    parts = re.findall("[A-Za-z]+|[0-9]+", match[0])
    return " ".join(one_by_one(p) if p.isdecimal() else _prefix(p) for p in parts)


def _prefix(letters: str) -> str:
    return uyghur(letters) if is_word(letters) else letter_names(letters)


def _service(match: re.Match[str]) -> str | None:
    return _phone(match) if is_called(match) else None


def _named(match: re.Match[str]) -> str | None:
    return _phone(match) if is_named(match) else None


def _local_phone(match: re.Match[str]) -> str | None:
    return _phone(match) if is_local_phone(match) else None


def _taking_away(match: re.Match[str]) -> str | None:
    return "ئېلىش" if is_subtraction(match) else None


def _per(match: re.Match[str]) -> str | None:
    if not is_price(match):
        return None
    what = uyghur(match["what"])
    return f"ھەر {what if what.endswith('ى') else with_ending(what, 'سى')}"


def _address(match: re.Match[str]) -> str:
    parts = re.findall(r"[A-Za-z]+|[0-9]+|.", re.sub("^https?://", "", match[0]))
    said = (
        one_by_one(part) if part.isdecimal() else _IN_ADDRESS.get(part) or uyghur(part)
        for part in parts
        if part.isalnum() or part in _IN_ADDRESS
    )
    return " ".join(said)


def _phone(match: re.Match[str]) -> str:
    words = one_by_one(match[0])
    return with_ending(words, match["ending"] or "")


_DASH: Final = r" ?[\-\u2013]"
_END: Final = rf"(?:(?:{_DASH})?{ENDING})?"
_IN_ORDER: Final = (
    r"(?:ئاي|كۈن|يىل|ھەپتە|ھەپتى|قەۋەت|قەۋىتى|قەۋىت|سىنىپ|سىنىپى|نومۇر|نومۇرلۇق|دەرس|قېتىم|قەدەم|بەت|بېتى|باسقۇچ|گۇرۇپپا"
    rf"|گۇرۇپپى|ئەترەت|ئەترىتى|كوچا|كوچى|بىنا|رەت|سوئال|باب|بۆلۈم)(?:ى|سى)?(?:{ANY_ENDING}){{0,3}}"
)
"""Where a dash stands apart, as in "5 - ئاي", only what is counted in order makes it an ordinal;
between a thing and a number it is only a dash."""
_ITS: Final = rf"(?:سى|ى)(?P<ending>(?:{ANY_ENDING}){{0,2}})(?!{LETTER})"
_YUAN: Final = r"(?:يۈەن|元|块)"
_AFTER: Final = rf"(?:{YUAN_AFTER}|{_YUAN})"
_RULES: Final = (
    letter_rule(ADDRESS, _address),
    rule(DATE + _END, ug_moments.date),
    rule(DAY_FIRST + _END, ug_moments.day_of_year),
    rule(TIMES + _END, ug_moments.times_from_to),
    rule(TIME + _END, ug_moments.time),
    rule(RATIO, ug_amounts.ratio),
    rule(rf"(?:{PHONE}){_END}", _phone),
    rule(LOCAL_PHONE + _END, _local_phone),
    rule(SERVICE + _END, _service),
    letter_rule(CODE, _code),
    rule(LONG + _END, _named),
    rule(ALWAYS, lambda _: "كېچە كۈندۈز"),
    rule(FRACTION + _END, ug_moments.part_or_day),
    letter_rule(rf"{SPACED_YUAN}(?:\s*{_YUAN})?{_END}", ug_amounts.money),
    rule(rf"{SPACED_BEFORE_YUAN}{_AFTER}{_END}", ug_amounts.money),
    rule(range_in(_AFTER, _AFTER) + _END, ug_amounts.range_of_yuan),
    rule(rf"¥\s*{number()}{TO}¥\s*{number('2')}{_END}", ug_amounts.range_of_yuan),
    letter_rule(rf"{MINUS}{YUAN_BEFORE}\s*{RANGE}(?:\s*{_YUAN})?{_END}", ug_amounts.range_of_yuan),
    letter_rule(rf"{MINUS}{YUAN_BEFORE}\s*{NUMBER}(?:\s*{_YUAN})?{_END}", ug_amounts.money),
    letter_rule(rf"{YUAN_MINUS}{NUMBER}(?:\s*{_YUAN})?{_END}", ug_amounts.money),
    rule(rf"{MINUS}{NUMBER}\s*{_AFTER}{_END}", ug_amounts.money_with_decimals),
    rule(FOREIGN + _END, ug_amounts.foreign_money),
    rule(FOREIGN_MINUS + _END, ug_amounts.foreign_money),
    rule(range_in("%", "%") + _END, ug_amounts.range_of_percent),
    rule(rf"{RANGE}\s*(?P<percent>%){_END}", ug_amounts.range_of_percent),
    rule(range_in(UNIT, SAME_UNIT) + _END, ug_amounts.range_of_units),
    rule(rf"{MINUS}{NUMBER}\s*%{_END}", ug_amounts.percent),
    rule(rf"{MINUS}{NUMBER}\s*‰", ug_amounts.per_mille),
    rule(rf"%\s*{MINUS}{NUMBER}{_END}", ug_amounts.percent),
    rule(rf"{RANGE}\s*{UNIT}{_END}", ug_amounts.range_of_units),
    rule(rf"{MINUS}{NUMBER}\s*{UNIT}{_END}", ug_amounts.units),
    rule(rf"/\s*{UNIT}", ug_amounts.each),
    rule(RANGE + r"(?!\s*[-])", ug_amounts.numbers_from_to),
    rule(rf"{NUMBER}(?:{_DASH})?(?:ئ?ى)?نچى(?P<ending>{LETTER}*)", ug_amounts.ordinal),
    # without "its" an ending keeps the count: 20-گە is "to twenty"
    rule(rf"{NUMBER}{_DASH}{_ITS}", ug_amounts.ordinal_one),
    rule(rf"{MINUS}{NUMBER}(?:{_DASH})?{ENDING}", ug_amounts.number),
    rule(rf"{NUMBER}{_DASH}(?={LETTER})", ug_amounts.ordinal),
    rule(rf"{NUMBER}{_DASH} (?=(?:{_IN_ORDER})(?!{LETTER}))", ug_amounts.ordinal),
    rule(HYPHEN, _taking_away),
    rule(rf"{NUMBER}\s?(?P<sign>[\u00bc-\u00be\u2150-\u215e])", ug_amounts.with_part),
    rule(MINUS + NUMBER, ug_amounts.number),
    letter_rule(TIMES_SIGN, lambda _: _SIGNS["×"]),
    rule(OTHER_NUMBER, ug_amounts.other_number),
    rule(STARS, ug_amounts.stars),
    letter_rule(WORD, _word),
    rule(rf"\s*/\s*(?P<what>{LETTER}+)", _per),
    rule(r"(?<=[^\W_])\s*/\s*(?=[^\W_])", lambda _: "ياكى"),
    rule(r"[%‰°¥+=×÷&@#№★☆⭐~≈$€£₽]", lambda match: _SIGNS[match[0]]),
)
