"""Chinese: counts, money, percent, units, days and times of day."""

import re
from typing import Final

from audio.normalise import zh_numbers
from audio.normalise.amount import Amount, amount_in
from audio.normalise.other_numbers import parts_of, stars_in, value_of
from audio.normalise.units import CURRENCIES, unit_of
from audio.normalise.zh_numbers import DIGITS, cardinal, counting, fraction, measure, number_words

_POWERS: Final = {"²": "平方", "³": "立方"}


def number(match: re.Match[str]) -> str:
    """A number that stands alone."""
    return _negated(match, number_words(amount_in(match)))


def counted(match: re.Match[str]) -> str:
    """A number before a measure word."""
    return _negated(match, zh_numbers.counted(amount_in(match)))


def numbered(match: re.Match[str]) -> str:
    """Number three."""
    return f"{number_words(amount_in(match))}号"


def money(match: re.Match[str]) -> str | None:
    """Yuan, jiao and fen."""
    return _negated(match, _yuan(amount_in(match)))


def money_with_decimals(match: re.Match[str]) -> str | None:
    """As `money`; but "12元" stays two words, so that each is lit by itself."""
    signed = re.search("¥|RMB|CNY", match[0])
    return money(match) if match["part"] or match["minus"] or signed else None


def money_in_groups(match: re.Match[str]) -> str:
    """Three times ten thousand yuan."""
    return _negated(match, f"{zh_numbers.counted(amount_in(match))}{match['group']}元")


def _yuan(amount: Amount) -> str:
    both = amount.yuan_and_fen
    if both is None:
        return f"{measure(amount)}元"
    yuan, (jiao, fen) = both[0], divmod(both[1], 10)
    words = f"{counting(yuan)}元" if yuan or not both[1] else ""
    if jiao:
        words += f"{counting(jiao)}角" if not words else f"{DIGITS[jiao]}角"
    if fen:
        words += ("零" if words and not jiao else "") + f"{DIGITS[fen]}分"
    return words


def foreign_money(match: re.Match[str]) -> str:
    """Dollars and the like."""
    currency = CURRENCIES[match["currency"]].zh
    return _negated(match, zh_numbers.counted(amount_in(match)) + currency)


def percent(match: re.Match[str]) -> str:
    """Percent."""
    return _negated(match, f"百分之{measure(amount_in(match))}")


def per_mille(match: re.Match[str]) -> str:
    """Of a thousand parts so many."""
    return _negated(match, f"千分之{measure(amount_in(match))}")


def stars(match: re.Match[str]) -> str:
    """Five stars."""
    return f"{counting(stars_in(match['stars']))}颗星"


def with_part(match: re.Match[str]) -> str | None:
    """One and a half: a part in a sign of its own behind a whole number."""
    whole, parts = amount_in(match).count, parts_of(match["sign"])
    return f"{cardinal(whole)}又{fraction(*parts)}" if whole is not None and parts else None


def units(match: re.Match[str]) -> str:
    """Kilograms, degrees and the like."""
    words = zh_numbers.counted(amount_in(match)) + unit_of(match["unit"]).zh
    if match["minus"] and match["unit"].startswith("°"):
        return f"零下{words}"
    return _negated(match, words)


def each(match: re.Match[str]) -> str:
    """For every kilogram."""
    return f"每{unit_of(match['unit']).zh}"


def numbers_from_to(match: re.Match[str]) -> str | None:
    """Three to five."""
    low, high = amount_in(match), amount_in(match, "2")
    return f"{measure(low)}到{measure(high)}" if low.value < high.value else None


def counts_from_to(match: re.Match[str]) -> str | None:
    """Two to three of something."""
    low, high = amount_in(match), amount_in(match, "2")
    if low.value >= high.value:
        return None
    return f"{zh_numbers.counted(low)}到{zh_numbers.counted(high)}"


def years_from_to(match: re.Match[str]) -> str | None:
    """From year to year, every digit by its name."""
    years = (match["whole"], match["whole2"])
    if not all(re.fullmatch("(19|20)[0-9]{2}", year) for year in years):
        return None
    return "到".join(map(zh_numbers.one_by_one, years))


def range_of_percent(match: re.Match[str]) -> str | None:
    """From ten to twenty percent."""
    words = numbers_from_to(match)
    return words and f"百分之{words}"


def range_of_units(match: re.Match[str]) -> str | None:
    """From ten to twenty kilograms."""
    words = counts_from_to(match)
    return words and words + unit_of(match["unit"]).zh


def range_of_yuan(match: re.Match[str]) -> str | None:
    """From ten to twenty yuan."""
    low, high = amount_in(match), amount_in(match, "2")
    if low.value >= high.value:
        return None
    if low.part or high.part:
        return f"{_yuan(low)}到{_yuan(high)}"
    words = counts_from_to(match)
    return words and f"{words}元"


def ratio(match: re.Match[str]) -> str:
    """One to three."""
    return f"{cardinal(int(match['one']))}比{cardinal(int(match['other']))}"


def other_number(match: re.Match[str]) -> str | None:
    """A number in a sign of its own."""
    sign = match[0]
    if sign in _POWERS:
        return _POWERS[sign]
    parts = parts_of(sign)
    if parts:
        return fraction(*parts)
    value = value_of(sign)
    return None if value is None else cardinal(value)


def _negated(match: re.Match[str], words: str) -> str:
    return f"负{words}" if match.groupdict().get("minus") else words
