"""Chinese number words."""

from typing import Final

from audio.normalise.amount import Amount, is_unsayable

DIGITS: Final = "零一二三四五六七八九"
_PLACES: Final = ("", "十", "百", "千")
_GROUPS: Final = ("", "万", "亿")


def cardinal(number: int) -> str:
    """Number words for 0 up to 999,999,999,999."""
    if number == 0:
        return DIGITS[0]
    words = ""
    for power in reversed(range(len(_GROUPS))):
        group = number // 10000**power % 10000
        if group:
            gap = bool(words) and group < 1000
            words += (DIGITS[0] if gap else "") + _group(group, _GROUPS[power])
        elif words and not words.endswith(DIGITS[0]) and number % 10000**power >= 1000:
            words += DIGITS[0]
    return words[1:] if words.startswith("一十") else words


def counting(number: int) -> str:
    """Number words before a measure word or money: two is not 二 there."""
    return "两" if number == 2 else cardinal(number)


def _group(group: int, unit: str) -> str:
    if group == 2 and unit:
        return f"两{unit}"
    words = ""
    for place in reversed(range(len(_PLACES))):
        digit = group // 10**place % 10
        if digit:
            words += ("两" if digit == 2 and place == 3 else DIGITS[digit]) + _PLACES[place]
        elif words and group % 10**place and not words.endswith(DIGITS[0]):
            words += DIGITS[0]
    return words + unit


def one_by_one(digits: str) -> str:
    """Every digit by its name, as for a code."""
    return "".join(DIGITS[int(digit)] for digit in digits if digit.isdecimal())


def telephone(digits: str) -> str:
    """As one_by_one, with the one that is not mistaken for a seven."""
    return one_by_one(digits).replace("一", "幺")


def measure(amount: Amount) -> str:
    """A number that counts or measures, with or without decimals."""
    whole = one_by_one(amount.whole) if is_unsayable(amount.whole) else cardinal(int(amount.whole))
    return f"{whole}点{one_by_one(amount.part)}" if amount.part else whole


def counted(amount: Amount) -> str:
    """As measure, before a measure word."""
    return counting(2) if amount.count == 2 else measure(amount)


def number_words(amount: Amount) -> str:
    """A number that stands alone: it may be a code."""
    if amount.is_code and not amount.part:
        return one_by_one(amount.whole)
    return measure(amount)


def fraction(top: int, bottom: int) -> str:
    """Two thirds: of three parts two."""
    return f"{cardinal(bottom)}分之{cardinal(top)}"
