"""Uyghur: days, times of day and parts of a whole."""

import re

from audio.normalise.moments import is_part, month_and_day
from audio.normalise.ug_endings import with_ending
from audio.normalise.ug_numbers import cardinal, fraction, ordinal


def date(match: re.Match[str]) -> str:
    """The 2026th year, of the fifth month the third day."""
    day = _day(int(match["month"]), int(match["day"]))
    return _ended(f"{ordinal(int(match['year']))} يىلى {day}", match)


def part_or_day(match: re.Match[str]) -> str | None:
    """A half, or of the third month the fifth day."""
    if is_part(match):
        whole = f"{cardinal(int(match['and']))} پۈتۈن " if match["and"] else ""
        return _ended(whole + fraction(int(match["top"]), int(match["bottom"])), match)
    day = month_and_day(match)
    return day and _ended(_day(*day), match)


def time(match: re.Match[str]) -> str:
    """At the hour of eight, five minutes."""
    hour, minute = int(match["hour"]), int(match["minute"])
    words = cardinal(hour) + (f" {cardinal(minute)} مىنۇت" if minute else "")
    told = match.string[: match.start()].rstrip().endswith("سائەت")
    return _ended(words if told else f"سائەت {words}", match)


def _day(month: int, day: int) -> str:
    return f"{ordinal(month)} ئاينىڭ {ordinal(day)} كۈنى"


def _ended(words: str, match: re.Match[str]) -> str:
    ending = match["ending"] or ""
    # the day is already "its day", and its cases have an n before them
    if words.endswith("كۈنى") and ending[:1] in ("د", "گ", "غ", "ت", "ق", "ك"):
        return f"{words}{'دە' if ending[-1] in 'اە' and ending[0] in 'دت' else ending}"
    return with_ending(words, ending)
