"""Photos that were taken here: JPEG files in the data folder, known by a random key."""

import os
import re
import uuid
from pathlib import Path

_KEY = re.compile(r"[0-9a-f]{32}")
_LARGEST_BYTES = 6_000_000


class Photos:
    """The photos of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, jpeg: bytes) -> str:
        """Stores a photo durably; returns its key.

        Raises:
            ValueError: this is no JPEG or PNG, or larger than 6 MB.
            OSError: the disk did not take it.
        """
        if not jpeg.startswith((b"\xff\xd8\xff", b"\x89PNG")) or len(jpeg) > _LARGEST_BYTES:
            raise ValueError("not a photo")
        self._folder.mkdir(parents=True, exist_ok=True)
        key = uuid.uuid4().hex
        unfinished = self._folder / f".{key}.part"
        try:
            with unfinished.open("wb") as file:
                file.write(jpeg)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(self._folder / key)
        finally:
            unfinished.unlink(missing_ok=True)
        return key

    def file(self, key: str) -> Path | None:
        """The file of a photo, or None where there is none."""
        if not _KEY.fullmatch(key):
            return None
        path = self._folder / key
        return path if path.is_file() else None
