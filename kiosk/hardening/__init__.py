"""Guards around Flet 1.0.5, without which one error freezes a tablet until it is restarted.

Each guard replaces a method of Flet, so they hold for exactly the version they were written
against, and each has a test that shows the stock behaviour first. Importing this changes
nothing; `harden` does.
"""

from importlib.metadata import version

from kiosk.errors import KioskError
from kiosk.hardening.report import OnError, last_input

__all__ = ["FLET_VERSION", "OnError", "WrongFletError", "harden", "last_input"]

FLET_VERSION = "1.0.5"


class WrongFletError(KioskError):
    """The installed Flet is not the one that the guards were written for."""


_hardened = False


def harden(on_error: OnError | None = None) -> None:
    """Put the guards in. Calling it again only sets ``on_error``.

    ``on_error(page, text)`` is called after any error that Flet would have shown as a full-screen
    message or swallowed. Raises WrongFletError.
    """
    global _hardened
    from kiosk.hardening import connection, events, rendering, report

    report.set_listener(on_error)
    if _hardened:
        return
    for package in ("flet", "flet-web"):
        if (found := version(package)) != FLET_VERSION:
            raise WrongFletError(f"{package} {found} is installed, but {FLET_VERSION} is needed")
    rendering.install()
    events.install()
    connection.install()
    _hardened = True
