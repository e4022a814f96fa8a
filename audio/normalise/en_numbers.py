"""English number words."""

import re
from typing import Final

from audio.normalise.amount import Amount, is_unsayable

DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = (
    *("", "", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty", "ninety"),
)
_GROUPS: Final = ("", "thousand", "million", "billion")
_ODD: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_PARTS: Final = {2: ("half", "halves"), 4: ("quarter", "quarters")}


def cardinal(number: int) -> str:
    """Number words for 0 up to 999,999,999,999."""
    if number == 0:
        return DIGITS[0]
    words: list[str] = []
    for power in reversed(range(len(_GROUPS))):
        group = number // 1000**power % 1000
        if group:
            small = ["and"] if words and power == 0 and group < 100 else []
            words += [*small, _below_thousand(group), _GROUPS[power]]
    return " ".join(word for word in words if word)


def ordinal(number: int) -> str:
    """Third, twenty-first."""
    words = cardinal(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in _ODD:
        return words[:cut] + _ODD[last]
    return f"{words[:-1]}ieth" if words.endswith("y") else f"{words}th"


def year(number: int) -> str:
    """Nineteen ninety-nine, two thousand and five, twenty twenty-six."""
    century, rest = divmod(number, 100)
    if 2000 <= number < 2010 or not century:
        return cardinal(number)
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    below = _below_hundred(rest) if rest else ""
    if not hundreds:
        return below
    return f"{DIGITS[hundreds]} hundred" + (f" and {below}" if below else "")


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return DIGITS[ones]
    if tens == 1:
        return _TEENS[ones]
    return _TENS[tens] + (f"-{DIGITS[ones]}" if ones else "")


def one_by_one(digits: str) -> str:
    """Every digit by its name, as for a code."""
    return " ".join(DIGITS[int(digit)] for digit in digits if digit.isdecimal())


def measure(amount: Amount) -> str:
    """A number that counts or measures, with or without decimals."""
    whole = one_by_one(amount.whole) if is_unsayable(amount.whole) else cardinal(int(amount.whole))
    return f"{whole} point {one_by_one(amount.part)}" if amount.part else whole


def number_words(amount: Amount) -> str:
    """A number that stands alone: it may be a code."""
    if amount.is_code and not amount.part:
        return one_by_one(amount.whole)
    return measure(amount)


def fraction(top: int, bottom: int) -> str:
    """Two thirds."""
    one, more = _PARTS.get(bottom) or (ordinal(bottom), f"{ordinal(bottom)}s")
    return f"{cardinal(top)} {one if top == 1 else more}"


def fraction_more(top: int, bottom: int) -> str:
    """A half, two thirds: behind a whole number and "and"."""
    return (
        re.sub("^one ", "a ", fraction(top, bottom)) if bottom in (2, 4) else fraction(top, bottom)
    )
