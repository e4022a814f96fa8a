"""Errors of backups.

KioskError
└── BackupError       a backup was not made, or nothing of it was taken in
    └── WrongPassword it has another one, or none was given
"""

from kiosk.errors import KioskError


class BackupError(KioskError):
    """A backup was not made, or nothing of it was taken in; its text is one line for a person."""


class WrongPassword(BackupError):
    """The backup has another password, or none was given."""
