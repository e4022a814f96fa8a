"""A new file beside an old one, filled at leisure and then put in its place."""

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kiosk.progress import durable

_BLOCK: Final = 1 << 16


class Draft:
    """Open until the end of its ``with``; one that was not put is removed. All raise OSError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._draft = draft_of(path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | durable.BINARY
        self._fd = os.open(self._draft, flags, durable.PRIVATE)

    def write(self, lines: Iterable[bytes]) -> None:
        """Add lines, a block at a time."""
        block = bytearray()
        for line in lines:
            block += line
            if len(block) >= _BLOCK:
                durable.write_all(self._fd, bytes(block))
                block.clear()
        durable.write_all(self._fd, bytes(block))

    def copy(self, source: Path, start: int, end: int) -> None:
        """Add the bytes of another file from ``start`` up to ``end``."""
        with source.open("rb") as file:
            file.seek(start)
            durable.write_all(self._fd, file.read(end - start))

    def sync(self) -> None:
        """Wait until it is on the disk."""
        os.fsync(self._fd)

    def put(self) -> None:
        """Take the place of the old file. It must have been synced."""
        self._close()
        self._draft.replace(self._path)
        durable.sync_folder(self._path.parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()
        self._draft.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def draft_of(path: Path) -> Path:
    """Where the draft for a file lies; one that a power cut left is to be removed."""
    return path.with_name(f".{path.name}.compact")
