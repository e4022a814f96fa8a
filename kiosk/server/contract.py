"""What the server needs of the app; `kiosk.app` has it, and tests have a small one."""

from pathlib import Path
from typing import Protocol

import flet as ft


class Receiver(Protocol):
    """Waits for one file."""

    @property
    def most_bytes(self) -> int:
        """What is larger is not read."""

    def received(self, content: bytes | None) -> None:
        """The whole file, or None where it did not come whole or is too large."""


class KioskApp(Protocol):
    """The wired app."""

    async def main(self, page: ft.Page) -> None:
        """Flet's entry point: called once a session."""

    def sound(self, key: str) -> bytes | Path | None:
        """The WAV of a clip, or None if there is no such clip. Called on a worker thread."""

    def photo(self, key: str) -> bytes | Path | None:
        """A photo or its file, or None if there is no such photo. Called on a worker thread."""

    def download(self, key: str) -> Path | None:
        """The file that may be taken away under this key. Called on a worker thread."""

    def receiver(self, key: str) -> Receiver | None:
        """What waits for a file under this key, once. Called on a worker thread."""

    def close(self) -> None:
        """Called once, after the last session."""
