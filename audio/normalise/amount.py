"""A number or an amount of money as it stands in a text."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_LONGEST_COUNT: Final = 12
_SHORTEST_CODE: Final = 8


@dataclass(frozen=True, slots=True)
class Amount:
    """``whole`` and ``part`` are the digits before and after the point."""

    whole: str
    part: str

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


def amount_in(match: re.Match[str], which: str = "") -> Amount:
    """The amount that the NUMBER in a match stands for; ``which="2"`` for the second one."""
    whole, part = match[f"whole{which}"], match[f"part{which}"]
    return Amount(re.sub("[,. ]", "", whole) or "0", part or "")


def is_unsayable(whole: str) -> bool:
    """Whether there are no number words for these digits: they are read one by one."""
    return len(whole) > _LONGEST_COUNT or (len(whole) > 1 and whole.startswith("0"))


def is_code(whole: str) -> bool:
    """Whether digits that stand alone are a code rather than a count."""
    long = len(whole) >= _SHORTEST_CODE and not whole.endswith("000")
    return long or is_unsayable(whole)
