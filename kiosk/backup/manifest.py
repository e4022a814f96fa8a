"""The list of what a backup holds: it is in the backup, and what is read is compared with it."""

from typing import Final

import msgspec

MANIFEST: Final = "manifest.json"
FORMAT: Final = 1
"""Grows when an older kiosk would misread a backup."""


class Kept(msgspec.Struct, frozen=True):
    """One file: its name in the data folder, its bytes and their SHA-256 in hexadecimal."""

    name: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """A whole backup. ``made`` is ISO 8601 in UTC, ``kiosk`` the version that made it."""

    format: int
    kiosk: str
    made: str
    tablet: str
    events: int
    learners: int
    files: tuple[Kept, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(each.bytes for each in self.files)
