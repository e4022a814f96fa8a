"""Whether numbers with a slash or a dot between them are a day or a part of a whole."""

import re
from typing import Final

_PARTS: Final = (2, 3, 4)
_ONE_OF: Final = (5, 6, 8, 10, 100, 1000)


def is_part(match: re.Match[str]) -> bool:
    """1/2 and 3/4 are parts, 3/5 is a month and a day."""
    top, bottom = int(match["top"]), int(match["bottom"])
    if not bottom:
        return False
    usual = top < bottom and (bottom in _PARTS or (top == 1 and bottom in _ONE_OF))
    return bool(match["and"]) or usual


def month_and_day(match: re.Match[str]) -> tuple[int, int] | None:
    """The month stands first, as everywhere in China; None where it cannot be a day."""
    month, day = int(match["top"]), int(match["bottom"])
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def day_of_year(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day where the year stands last; None where it cannot be a day.

    With dots the day stands first; with slashes the month, as where there is no year.
    """
    one, other = int(match["one"]), int(match["other"])
    month, day = (one, other) if match["between"] == "/" else (other, one)
    if month > 12:
        month, day = day, month
    good = 1 <= month <= 12 and 1 <= day <= 31
    return (int(match["year"]), month, day) if good else None
