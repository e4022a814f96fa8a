"""Uyghur: days, times of day and parts of a whole."""

import re
from typing import Final

from audio.normalise.moments import day_of_year as year_month_day
from audio.normalise.moments import is_part, month_and_day
from audio.normalise.ug_endings import from_to, with_ending
from audio.normalise.ug_numbers import cardinal, fraction, ordinal

_LOOKED_BACK: Final = 20  # from every time of a long text to its beginning would take too long


def date(match: re.Match[str]) -> str:
    """The 2026th year, of the fifth month the third day."""
    return _ended(_date(int(match["year"]), int(match["month"]), int(match["day"])), match)


def day_of_year(match: re.Match[str]) -> str | None:
    """As `date`, where the year stands last."""
    found = year_month_day(match)
    return found and _ended(_date(*found), match)


def _date(year: int, month: int, day: int) -> str:
    return f"{ordinal(year)} يىلى {_day(month, day)}"


def part_or_day(match: re.Match[str]) -> str | None:
    """A half, or of the third month the fifth day."""
    if is_part(match):
        whole = f"{cardinal(int(match['and']))} پۈتۈن " if match["and"] else ""
        return _ended(whole + fraction(int(match["top"]), int(match["bottom"])), match)
    day = month_and_day(match)
    return day and _ended(_day(*day), match)


def time(match: re.Match[str]) -> str:
    """At the hour of eight, five minutes."""
    return _ended(_at(_clock(match), match), match)


def times_from_to(match: re.Match[str]) -> str:
    """From the hour of nine until eighteen; the ending of until is there already."""
    words = _at(from_to(_clock(match), _clock(match, "2")), match)
    return words if (match["ending"] or "").endswith("ىچە") else _ended(words, match)


def _clock(match: re.Match[str], which: str = "") -> str:
    hour, minute = int(match[f"hour{which}"]), int(match[f"minute{which}"])
    second = int(match[f"second{which}"] or 0)
    words = cardinal(hour) + (f" {cardinal(minute)} مىنۇت" if minute or second else "")
    return words + (f" {cardinal(second)} سېكۇنت" if second else "")


def _at(words: str, match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - _LOOKED_BACK) : match.start()]
    told = before.rstrip().endswith("سائەت")
    return words if told else f"سائەت {words}"


def _day(month: int, day: int) -> str:
    return f"{ordinal(month)} ئاينىڭ {ordinal(day)} كۈنى"


def _ended(words: str, match: re.Match[str]) -> str:
    ending = match["ending"] or ""
    # the day is already "its day", and its cases have an n before them
    if words.endswith("كۈنى") and ending[:1] in ("د", "گ", "غ", "ت", "ق", "ك"):
        return f"{words}{'دە' if ending[-1] in 'اە' and ending[0] in 'دت' else ending}"
    return with_ending(words, ending)
