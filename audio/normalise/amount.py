"""A number or an amount of money as it stands in a text."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_LONGEST_COUNT: Final = 12
_LONGEST_LOOSE: Final = 10
"""So many digits in a row, billions, are a count; more of them name a thing."""
_DAY: Final = re.compile("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


@dataclass(frozen=True, slots=True)
class Amount:
    """``whole`` and ``part`` are the digits before and after the point."""

    whole: str
    part: str
    is_grouped: bool = False
    """Whether it was written in groups of thousands, as nobody writes a code."""

    @property
    def yuan_and_fen(self) -> tuple[int, int] | None:
        """None where this cannot be money: more than two digits after the point."""
        if len(self.part) > 2 or len(self.whole) > _LONGEST_COUNT:
            return None
        return int(self.whole), int(self.part.ljust(2, "0"))

    @property
    def value(self) -> Decimal:
        """For comparing with another."""
        return Decimal(f"{self.whole}.{self.part or 0}")

    @property
    def count(self) -> int | None:
        """The whole number that this is, where it is one that number words can say."""
        return None if self.part or is_unsayable(self.whole) else int(self.whole)

    @property
    def is_code(self) -> bool:
        """Whether digits that stand alone name a thing or a day rather than count something."""
        if self.part or self.is_grouped:
            return is_unsayable(self.whole)
        long = len(self.whole) > _LONGEST_LOOSE and not self.whole.endswith("000")
        return long or is_unsayable(self.whole) or _DAY.fullmatch(self.whole) is not None


def amount_in(match: re.Match[str], which: str = "") -> Amount:
    """The amount that the NUMBER in a match stands for; ``which="2"`` for the second one."""
    whole, part = match[f"whole{which}"], match[f"part{which}"]
    digits = re.sub("[,. ]", "", whole)
    return Amount(digits or "0", part or "", len(digits) < len(whole))


def is_unsayable(whole: str) -> bool:
    """Whether there are no number words for these digits: they are read one by one."""
    return len(whole) > _LONGEST_COUNT or (len(whole) > 1 and whole.startswith("0"))
