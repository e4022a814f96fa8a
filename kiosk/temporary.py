"""A place for what lives as long as the process: the page itself is put together there."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

ROOM: Final = 1_000_000
"""Bytes that must fit."""
IN_MEMORY: Final = Path("/dev/shm")


def choose(data: Path) -> None:
    """Let temporary files lie where there is room, so that on a full disk there still is a page."""
    if place := with_room([*_usual(), data, IN_MEMORY]):
        tempfile.tempdir = str(place)


def with_room(places: Iterable[Path]) -> Path | None:
    """The first of the folders that takes ``ROOM`` bytes."""
    return next((place for place in places if _has_room(place)), None)


def _usual() -> list[Path]:
    try:
        return [Path(tempfile.gettempdir())]
    except OSError:  # none of the system's places can be written
        return []


def _has_room(place: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(bytes(ROOM))
            file.flush()
    except OSError:
        return False
    return True
