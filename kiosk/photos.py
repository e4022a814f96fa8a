"""Photos that were taken here: JPEG files in the data folder, known by a random key."""

import re
import uuid
from pathlib import Path
from typing import Final

from kiosk.progress.durable import make_folder, replace_file

PHOTO: Final = "photo:"
"""Marks a stored photo's key among picture names."""
_KEY = re.compile(r"[0-9a-f]{32}")
_LARGEST_BYTES = 6_000_000
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG")


class Photos:
    """The photos of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, image: bytes) -> str:
        """Stores a photo durably; returns its key.

        Raises:
            ValueError: this is no JPEG or PNG, or larger than 6 MB.
            kiosk.progress.errors.NotSaved: the disk did not take it.
        """
        if not image.startswith(_BEGINNINGS) or len(image) > _LARGEST_BYTES:
            raise ValueError("not a photo")
        key = uuid.uuid4().hex
        make_folder(self._folder)
        replace_file(self._folder / key, [image])
        return key

    def file(self, key: str) -> Path | None:
        """The file of a photo, or None where there is none."""
        path = self._folder / key
        return path if _KEY.fullmatch(key) and path.is_file() else None
