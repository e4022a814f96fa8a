"""An app that is still being put together, so that the first page does not wait for it.

The client takes longer to load than the app to be built: both happen at once.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import flet as ft

from kiosk.server.contract import KioskApp, Receiver


class Opening:
    """Is a `KioskApp` from the start; what needs the real one waits for it."""

    def __init__(self, build: Callable[[], KioskApp]) -> None:
        self._build = build
        self._app: Future[KioskApp] = Future()
        self._thread = threading.Thread(target=self._run, name="opening")

    @property
    def is_open(self) -> bool:
        """Whether the app stands."""
        return self._app.done() and self._app.exception() is None

    def start(self, opened: Callable[[], None], failed: Callable[[], None]) -> None:
        """Begin to build; afterwards one of the two is called, on another thread."""
        self._app.add_done_callback(lambda app: failed() if app.exception() else opened())
        self._thread.start()

    def close(self) -> None:
        """Close the app, however far it came. Raises what went wrong while building it."""
        if self._thread.ident is not None:  # else it was never started
            self._app.result().close()

    async def main(self, page: ft.Page) -> None:
        app = await asyncio.shield(asyncio.wrap_future(self._app))
        await app.main(page)

    def sound(self, key: str) -> bytes | Path | None:
        return self._app.result().sound(key)

    def photo(self, key: str) -> bytes | Path | None:
        return self._app.result().photo(key)

    def download(self, key: str) -> Path | None:
        return self._app.result().download(key)

    def receiver(self, key: str) -> Receiver | None:
        return self._app.result().receiver(key)

    def _run(self) -> None:
        try:
            app = self._build()
        except BaseException as error:
            self._app.set_exception(error)
        else:
            self._app.set_result(app)
