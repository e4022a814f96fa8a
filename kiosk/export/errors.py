"""Errors of the export.

ExportProblem   it was not written; nothing is there under the name
"""

from kiosk.errors import KioskError


class ExportProblem(KioskError):
    """It could not be done; one line."""
