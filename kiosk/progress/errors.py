"""Errors of the progress room.

ProgressError
├── NotSaved       a change did not reach the disk and is not in memory either
├── FolderInUse    another kiosk works in the same data folder
├── UnknownRecord  an intact line that this version cannot read: written by a newer one
└── PinNotAllowed  a PIN that is not 4 to 6 digits
"""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Reason = Literal["full", "read_only", "unsure", "closed", "failed"]

_REASONS: dict[int | None, Reason] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}


class ProgressError(Exception):
    """Base of everything this room raises."""


@dataclass(eq=False)
class NotSaved(ProgressError):
    """A change did not reach the disk; nothing of it is kept.

    ``reason``: ``full`` (no room), ``read_only``, ``closed``, ``unsure`` (an earlier failure left
    the file in doubt: reopen), ``failed`` (anything else). ``detail`` is the system's own words.
    """

    path: Path
    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.path} was not saved: {self.reason}{detail}"

    @classmethod
    def because(cls, path: Path, error: OSError) -> "NotSaved":
        """The same failure in our words."""
        return cls(path, _REASONS.get(error.errno, "failed"), error.strerror or str(error))


@dataclass(eq=False)
class FolderInUse(ProgressError):
    """Another kiosk works in this data folder."""

    folder: Path

    def __str__(self) -> str:
        return f"the data folder {self.folder} is in use by another running kiosk"


@dataclass(eq=False)
class UnknownRecord(ProgressError):
    """Line ``line`` (counted from 1) is intact, but a newer kiosk wrote it."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: written by a newer kiosk"


@dataclass(eq=False)
class PinNotAllowed(ProgressError):
    """A PIN must be ``fewest`` to ``most`` digits."""

    fewest: int
    most: int

    def __str__(self) -> str:
        return f"a PIN must be {self.fewest} to {self.most} digits"
