"""What a hyphen between two numbers means: a subtraction, a local telephone, or nothing."""

import re
from typing import Final

from audio.normalise.amount import Amount, amount_in
from audio.normalise.named import is_named, is_telephone
from audio.normalise.patterns import NUMBER

HYPHEN: Final = r"(?<=[^\W_]|[%¥])(?:-| {1,3}- {1,3})(?=¥?\.?[0-9])"
LOCAL_PHONE: Final = (
    r"(?<![A-Za-z0-9_.\-:/¥$€£₽])(?P<digits>[2-8][0-9]{2,3}-[0-9]{4})"
    r"(?![A-Za-z0-9_%:/\-]|[.,][0-9])"
)
"""Seven or eight digits in two groups; `is_local_phone` tells them from a range of prices."""

_UNIT: Final = r"(?:\s?(?:%|¥|元|块|yuan|يۈەن|斤|公斤|[kcm]?[gm]|[mM]?[lL]))?"
_LEFT: Final = re.compile(rf"(?<![0-9.,]){NUMBER}{_UNIT}$")
_RIGHT: Final = re.compile(rf"¥?{NUMBER}")
_TERM: Final = rf"¥?[0-9][0-9.,]{{0,15}}{_UNIT}"
_SUM: Final = re.compile(rf"{_TERM}(?:\s{{0,3}}[\-+×÷*/]\s{{0,3}}{_TERM}){{0,8}}\s{{0,3}}=")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_COUNTED: Final = re.compile(r"\s{0,3}(?:[^\W\d_]|[%¥$€£₽])")
_LONGEST: Final = 30


def is_subtraction(match: re.Match[str]) -> bool:
    """Whether HYPHEN stands between a number and a smaller one, in a sum, or apart from both."""
    text, start, end = match.string, match.start(), match.end()
    left = _LEFT.search(text[max(0, start - _LONGEST) : start])
    right = _RIGHT.match(text, end)
    if left is None or right is None:
        return False
    if _SUM.match(text, end) or (match[0].startswith(" ") and match[0].endswith(" ")):
        return True
    return _takes_away(amount_in(left), amount_in(right))


def _takes_away(first: Amount, second: Amount) -> bool:
    codes = any(len(each.whole) > 1 and each.whole.startswith("0") for each in (first, second))
    month = _YEAR.fullmatch(first.whole) and second.count in range(1, 13)  # 2026-5
    return not codes and not month and first.value > second.value


def is_local_phone(match: re.Match[str]) -> bool:
    """Not from 500 to 1200, not from year to year, and nothing is counted by it.

    Behind a word for a telephone it always is one.
    """
    if is_telephone(match):
        return True
    first, _, second = match["digits"].partition("-")
    if _YEAR.fullmatch(first) or second.endswith("0") or int(first) > int(second):
        return False
    return is_named(match) or _COUNTED.match(match.string, match.end()) is None
