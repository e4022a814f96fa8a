"""Errors of the kiosk's command line and server.

KioskError
├── DataFolderError    the data folder cannot be used
├── PortError          the address cannot be served on
├── StartError         the app could not be put together
└── hardening.WrongFletError
"""


class KioskError(Exception):
    """Base of everything this room raises; its text is one clear line for a person."""


class DataFolderError(KioskError):
    """The data folder cannot be made, written, or is used by another kiosk."""


class PortError(KioskError):
    """The host or port cannot be served on."""


class StartError(KioskError):
    """The app could not be put together: broken content, or data that cannot be read."""
