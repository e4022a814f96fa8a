"""A number or an amount of money as it stands in a text."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """``whole`` and ``part`` are the digits before and after the point."""

    whole: str
    part: str

    @property
    def yuan_and_fen(self) -> tuple[int, int] | None:
        """None where this cannot be money: more than two digits after the point."""
        if len(self.part) > 2:
            return None
        return int(self.whole), int(self.part.ljust(2, "0"))


def amount_in(match: re.Match[str]) -> Amount:
    """The amount that the NUMBER in a match stands for."""
    return Amount(match["whole"].replace(",", ""), match["part"] or "")


def is_code(whole: str) -> bool:
    """Whether digits are a code rather than a count, to be read one by one."""
    return len(whole) > 12 or (len(whole) > 1 and whole.startswith("0"))
