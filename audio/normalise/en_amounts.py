"""English: counts, money, percent, units, days and times of day."""

import re
from typing import Final

from audio.normalise import en_numbers
from audio.normalise.amount import Amount, amount_in
from audio.normalise.en_numbers import cardinal, fraction, measure, number_words
from audio.normalise.moments import day_of_year as year_month_day
from audio.normalise.moments import is_part, month_and_day
from audio.normalise.other_numbers import parts_of, value_of
from audio.normalise.units import CURRENCIES, Unit, unit_of

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HALF_DAY: Final = re.compile(r"\s*[ap]\.?m\b", re.I)
_POWERS: Final = {"²": "squared", "³": "cubed"}


def number(match: re.Match[str]) -> str:
    """A number that stands alone."""
    return _negated(match, number_words(amount_in(match)))


def ordinal(match: re.Match[str]) -> str | None:
    """The third."""
    count = amount_in(match).count
    return None if count is None else en_numbers.ordinal(count)


def money(match: re.Match[str]) -> str:
    """Twelve yuan fifty."""
    return _negated(match, _yuan(amount_in(match)))


def money_with_decimals(match: re.Match[str]) -> str | None:
    """As `money`; but "12 yuan" stays two words, so that each is lit by itself."""
    signed = re.search("¥|RMB|CNY", match[0])
    return money(match) if match["part"] or match["minus"] or signed else None


def money_in_groups(match: re.Match[str]) -> str:
    """A hundred million yuan."""
    return _negated(match, f"{measure(amount_in(match))} {match['group']} yuan")


def _yuan(amount: Amount) -> str:
    both = amount.yuan_and_fen
    if both is None:
        return f"{measure(amount)} yuan"
    yuan, fen = both
    if not fen:
        return f"{cardinal(yuan)} yuan"
    if not yuan:
        return f"{cardinal(fen)} fen"
    return f"{cardinal(yuan)} yuan {'oh ' if fen < 10 else ''}{cardinal(fen)}"


def foreign_money(match: re.Match[str]) -> str:
    """Dollars and the like."""
    return _units(amount_in(match), CURRENCIES[match["currency"]])


def percent(match: re.Match[str]) -> str:
    """Percent."""
    return _negated(match, f"{measure(amount_in(match))} percent")


def units(match: re.Match[str]) -> str:
    """Kilograms, degrees and the like."""
    return _negated(match, _units(amount_in(match), unit_of(match["unit"])))


def _units(amount: Amount, unit: Unit) -> str:
    return f"{measure(amount)} {unit.one if amount.count == 1 else unit.more}"


def each(match: re.Match[str]) -> str:
    """For every kilogram."""
    return f"per {unit_of(match['unit']).one}"


def numbers_from_to(match: re.Match[str]) -> str | None:
    """Three to five."""
    low, high = amount_in(match), amount_in(match, "2")
    return f"{measure(low)} to {measure(high)}" if low.value < high.value else None


def range_of_percent(match: re.Match[str]) -> str | None:
    """Ten to twenty percent."""
    words = numbers_from_to(match)
    return words and f"{words} percent"


def range_of_units(match: re.Match[str]) -> str | None:
    """Ten to twenty kilograms."""
    words = numbers_from_to(match)
    return words and f"{words} {unit_of(match['unit']).more}"


def range_of_yuan(match: re.Match[str]) -> str | None:
    """Ten to twenty yuan."""
    low, high = amount_in(match), amount_in(match, "2")
    if low.part or high.part:
        return f"{_yuan(low)} to {_yuan(high)}"
    words = numbers_from_to(match)
    return words and f"{words} yuan"


def ratio(match: re.Match[str]) -> str:
    """One to three."""
    return f"{cardinal(int(match['one']))} to {cardinal(int(match['other']))}"


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


def date(match: re.Match[str]) -> str:
    """May third twenty twenty-six."""
    day = _day(int(match["month"]), int(match["day"]))
    return f"{day} {en_numbers.year(int(match['year']))}"


def year(match: re.Match[str]) -> str:
    """Twenty twenty-six."""
    return en_numbers.year(int(match["year"]))


def day_of(match: re.Match[str]) -> str:
    """The third of, before the name of a month."""
    return f"the {en_numbers.ordinal(int(match['day']))} of"


def month_day(match: re.Match[str]) -> str:
    """May third."""
    return f"{match['month']} {en_numbers.ordinal(int(match['day']))}"


def part_or_day(match: re.Match[str]) -> str | None:
    """A half, or March fifth: the month stands first here as everywhere in this course."""
    if is_part(match):
        whole = f"{cardinal(int(match['and']))} and " if match["and"] else ""
        return whole + fraction(int(match["top"]), int(match["bottom"]))
    day = month_and_day(match)
    return day and _day(*day)


def day_of_year(match: re.Match[str]) -> str | None:
    """As `date`, where the year stands last."""
    found = year_month_day(match)
    return found and f"{_day(*found[1:])} {en_numbers.year(found[0])}"


def times_from_to(match: re.Match[str]) -> str:
    """Nine o'clock to six p m."""
    return f"{_clock(match)} to {_clock(match, '2')}"


def time(match: re.Match[str]) -> str:
    """Two thirty."""
    return _clock(match)


def _clock(match: re.Match[str], which: str = "") -> str:
    hour, minute = int(match[f"hour{which}"]), int(match[f"minute{which}"])
    if not minute:
        if _HALF_DAY.match(match.string, match.end()):
            return cardinal(hour)
        if not hour:
            return "midnight"
        return f"{cardinal(hour - 12)} p m" if hour > 12 else f"{cardinal(hour)} o'clock"
    return f"{cardinal(hour)} {'oh ' if minute < 10 else ''}{cardinal(minute)}"


def _day(month: int, day: int) -> str:
    return f"{_MONTHS[month - 1]} {en_numbers.ordinal(day)}"


def _negated(match: re.Match[str], words: str) -> str:
    return f"minus {words}" if match["minus"] else words
