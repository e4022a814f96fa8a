"""Chinese: days, times of day and parts of a whole."""

import re
from typing import Final

from audio.normalise import zh_numbers
from audio.normalise.moments import day_of_year as year_month_day
from audio.normalise.moments import is_part, month_and_day
from audio.normalise.units import unit_of
from audio.normalise.zh_numbers import cardinal, counting, fraction

_HALF_PAST: Final = 30


def date(match: re.Match[str]) -> str:
    """Year, month and day."""
    return f"{zh_numbers.one_by_one(match['year'])}年{_day(int(match['month']), int(match['day']))}"


def part_or_day(match: re.Match[str]) -> str | None:
    """A half, or the fifth of March."""
    if is_part(match):
        return _part(match)
    day = month_and_day(match)
    return day and _day(*day)


def part_of_unit(match: re.Match[str]) -> str | None:
    """Half a kilogram, as of two parts one."""
    return _part(match) + unit_of(match["unit"]).zh if is_part(match) else None


def _part(match: re.Match[str]) -> str:
    whole = f"{cardinal(int(match['and']))}又" if match["and"] else ""
    return whole + fraction(int(match["top"]), int(match["bottom"]))


def day_of_year(match: re.Match[str]) -> str | None:
    """As `date`, where the year stands last."""
    found = year_month_day(match)
    return found and f"{zh_numbers.one_by_one(str(found[0]))}年{_day(*found[1:])}"


def times_from_to(match: re.Match[str]) -> str:
    """Nine to six in the evening."""
    return f"{_clock(match)}到{_clock(match, '2')}"


def time(match: re.Match[str]) -> str:
    """Half past two."""
    return _clock(match)


def _clock(match: re.Match[str], which: str = "") -> str:
    hour, minute = int(match[f"hour{which}"]), int(match[f"minute{which}"])
    words, second = f"{counting(hour)}点", int(match[f"second{which}"] or 0)
    if second:
        return f"{words}{_two_digits(minute)}分{_two_digits(second)}秒"
    if minute == _HALF_PAST:
        return f"{words}半"
    return f"{words}{_two_digits(minute)}分" if minute else words


def _two_digits(number: int) -> str:
    return f"{'零' if 0 < number < 10 else ''}{cardinal(number)}"


def _day(month: int, day: int) -> str:
    return f"{cardinal(month)}月{cardinal(day)}日"
