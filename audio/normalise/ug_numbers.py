"""Uyghur number words."""

from typing import Final

from audio.normalise.amount import Amount, is_unsayable
from audio.normalise.ug_endings import with_ending

DIGITS: Final = ("نۆل", "بىر", "ئىككى", "ئۈچ", "تۆت", "بەش", "ئالتە", "يەتتە", "سەككىز", "توققۇز")
_TENS: Final = (
    *("", "ئون", "يىگىرمە", "ئوتتۇز", "قىرىق", "ئەللىك"),
    *("ئاتمىش", "يەتمىش", "سەكسەن", "توقسان"),
)
_GROUPS: Final = ("", "مىڭ", "مىليون", "مىليارد")
_FRACTIONS: Final = ("", "ئوندىن", "يۈزدىن", "مىڭدىن")


def cardinal(number: int) -> str:
    """Number words for 0 up to 999,999,999,999."""
    if number == 0:
        return DIGITS[0]
    words: list[str] = []
    for power in reversed(range(len(_GROUPS))):
        group = number // 1000**power % 1000
        if group:
            words += [*_below_thousand(group), _GROUPS[power]]
    return " ".join(word for word in words if word)


def ordinal(number: int) -> str:
    """The fourth, the twentieth: the last word takes the ending."""
    words = cardinal(number)
    if words.endswith("ە"):
        return f"{words[:-1]}ىنچى"
    return f"{words}نچى" if words.endswith("ى") else f"{words}ىنچى"


def _below_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    hundred = [DIGITS[hundreds], "يۈز"] if hundreds else []
    return [*hundred, _TENS[tens], DIGITS[ones] if ones else ""]


def one_by_one(digits: str) -> str:
    """Every digit by its name, as for a code."""
    return " ".join(DIGITS[int(digit)] for digit in digits if digit.isdecimal())


def measure(amount: Amount) -> str:
    """A number that counts or measures: 3.5 is three whole, of ten five."""
    whole = one_by_one(amount.whole) if is_unsayable(amount.whole) else cardinal(int(amount.whole))
    if not amount.part:
        return whole
    if len(amount.part) < len(_FRACTIONS):
        return f"{whole} پۈتۈن {_FRACTIONS[len(amount.part)]} {cardinal(int(amount.part))}"
    return f"{whole} چېكىت {one_by_one(amount.part)}"


def number_words(amount: Amount) -> str:
    """A number that stands alone: it may be a code."""
    if amount.is_code and not amount.part:
        return one_by_one(amount.whole)
    return measure(amount)


def fraction(top: int, bottom: int) -> str:
    """Two thirds: of three two."""
    return f"{with_ending(cardinal(bottom), 'دىن')} {cardinal(top)}"
