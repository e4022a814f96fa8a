"""Photos that were taken here: JPEG files in the data folder, known by a random key."""

import re
import uuid
from pathlib import Path
from typing import Final

from kiosk.progress.durable import make_folder, replace_file
from kiosk.unkept import Unkept, Unkepts

PHOTO: Final = "photo:"
"""Marks a stored photo's key among picture names."""
_KEY = re.compile(r"[0-9a-f]{32}")
_LARGEST_BYTES = 6_000_000
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG")


class Photos:
    """The photos of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unkept = Unkepts()

    def hold(self, image: bytes) -> Unkept:
        """A photo can be seen under its key; it is in no file yet.

        Raises:
            ValueError: this is no JPEG or PNG, or larger than 6 MB.
        """
        if not image.startswith(_BEGINNINGS) or len(image) > _LARGEST_BYTES:
            raise ValueError("not a photo")
        return self._unkept.hold(uuid.uuid4().hex, image)

    def keep(self, photo: Unkept) -> str:
        """Stores a photo durably; returns its key.

        Raises:
            kiosk.progress.errors.NotSaved: the disk did not take it.
        """
        make_folder(self._folder)
        replace_file(self._folder / photo.key, [photo.content])
        return photo.key

    def remove(self, key: str) -> None:
        """Nothing of it stays, where it is there at all."""
        if path := self.file(key):
            path.unlink(missing_ok=True)

    def image(self, key: str) -> bytes | Path | None:
        """A photo, kept or not; None where there is none."""
        return self.file(key) or self._unkept.content(key)

    def file(self, key: str) -> Path | None:
        """The file of a photo, or None where there is none."""
        path = self._folder / key
        return path if _KEY.fullmatch(key) and path.is_file() else None
