"""``kiosk gallery``: every part of the screens, on a data folder of its own that is gone after."""

import tempfile
from typing import Final

from kiosk.running import Wish, run

HOST: Final = "127.0.0.1"
PORT: Final = 8370


def show(*, browser: bool) -> int:
    """Serve the gallery until it is stopped; the exit code.

    Raises:
        KioskError: it cannot be served.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-gallery-") as data:
        return run(Wish(data, HOST, PORT, or_next_port=True, browser=browser, path="/gallery"))
