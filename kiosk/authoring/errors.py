"""Errors of what authors ask for.

kiosk.errors.KioskError
└── AuthoringProblem
    └── SheetRefused     a spreadsheet does not fit: one line for each row that does not
"""

from kiosk.errors import KioskError


class AuthoringProblem(KioskError):
    """It could not be done; one line."""


class SheetRefused(AuthoringProblem):
    """Rows of a sheet that do not fit. ``lines`` has one line for each, with its number."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(f"nothing was taken: {len(lines)} rows do not fit")
        self.lines = lines
