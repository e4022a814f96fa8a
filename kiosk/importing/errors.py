"""Errors of the import.

ImportProblem   nothing came in
"""

from collections.abc import Sequence
from typing import Final

from kiosk.errors import KioskError

MOST_TOLD: Final = 30


class ImportProblem(KioskError):
    """Nothing was imported; ``wrong`` has a line for each thing that has to be mended."""

    def __init__(self, text: str, wrong: Sequence[str] = ()) -> None:
        super().__init__(text)
        self.wrong = tuple(wrong)

    @classmethod
    def of(cls, wrong: Sequence[str]) -> "ImportProblem":
        """One that tells of several things."""
        count = "1 thing is" if len(wrong) == 1 else f"{len(wrong)} things are"
        return cls(f"nothing was imported: {count} wrong", wrong)
