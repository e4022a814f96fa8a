"""English: days, times of day and parts of a whole."""

import re
from typing import Final

from audio.normalise import en_numbers
from audio.normalise.en_numbers import cardinal, fraction, fraction_more
from audio.normalise.moments import day_of_year as year_month_day
from audio.normalise.moments import is_part, month_and_day
from audio.normalise.units import unit_of

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HALF_DAY: Final = re.compile(r"\s*[ap]\.?m\b", re.I)


def date(match: re.Match[str]) -> str:
    """May third twenty twenty-six."""
    day = _day(int(match["month"]), int(match["day"]))
    return f"{day} {en_numbers.year(int(match['year']))}"


def year(match: re.Match[str]) -> str:
    """Twenty twenty-six."""
    return en_numbers.year(int(match["year"]))


def decade(match: re.Match[str]) -> str:
    """The nineteen eighties."""
    return re.sub("ys$", "ies", f"{en_numbers.year(int(match['year']))}s")


def day_of(match: re.Match[str]) -> str:
    """The third of, before the name of a month."""
    return f"the {en_numbers.ordinal(int(match['day']))} of"


def month_day(match: re.Match[str]) -> str:
    """May third."""
    return f"{match['month']} {en_numbers.ordinal(int(match['day']))}"


def short_month_day(match: re.Match[str]) -> str:
    """May third, where the month is written short."""
    month = next(each for each in _MONTHS if each.startswith(match["month"][:3]))
    return f"{month} {en_numbers.ordinal(int(match['day']))}"


def part_or_day(match: re.Match[str]) -> str | None:
    """A half, or March fifth: the month stands first here as everywhere in this course."""
    if is_part(match):
        return _part(match)
    day = month_and_day(match)
    return day and _day(*day)


def part_of_unit(match: re.Match[str]) -> str | None:
    """Half a kilogram, three quarters of a kilogram, one and a half kilograms."""
    if not is_part(match):
        return None
    unit = unit_of(match["unit"])
    if match["and"]:
        return f"{_part(match)} {unit.more}"
    if (match["top"], match["bottom"]) == ("1", "2"):
        return f"half {_a(unit.one)}"
    return f"{_part(match)} of {_a(unit.one)}"


def _a(word: str) -> str:
    return f"an {word}" if word == "hour" else f"a {word}"


def _part(match: re.Match[str]) -> str:
    top, bottom = int(match["top"]), int(match["bottom"])
    if match["and"]:
        return f"{cardinal(int(match['and']))} and {fraction_more(top, bottom)}"
    return fraction(top, bottom)


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
    second = int(match[f"second{which}"] or 0)
    seconds = f" and {cardinal(second)} second{'' if second == 1 else 's'}" if second else ""
    return (
        _hour_and_minute(match, int(match[f"hour{which}"]), int(match[f"minute{which}"])) + seconds
    )


def _hour_and_minute(match: re.Match[str], hour: int, minute: int) -> str:
    if minute:
        return f"{cardinal(hour)} {'oh ' if minute < 10 else ''}{cardinal(minute)}"
    if _HALF_DAY.match(match.string, match.end()):
        return cardinal(hour)
    if hour in (0, 24):
        return "midnight"
    return f"{cardinal(hour - 12)} p m" if hour > 12 else f"{cardinal(hour)} o'clock"


def _day(month: int, day: int) -> str:
    return f"{_MONTHS[month - 1]} {en_numbers.ordinal(day)}"
