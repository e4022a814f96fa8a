"""Compressed clips on disk, addressed by content: ``<key>.ogg`` and ``<key>.json`` beside it.

Everything here can be made again, so nothing is synced and no error is passed on: a damaged file
is as good as none, and a disk that is full, nearly full or read-only only means that nothing is
kept: the last room is the journal's.
"""

import logging
import os
import re
import threading
from collections import OrderedDict
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec

from audio.clip import Clip, MadeClip
from audio.reserve import may_keep

_log = logging.getLogger(__name__)
_KEY: Final = re.compile(r"[0-9a-f]{32}")
_FORMER: Final = ("part", "wav", "mp3")
"""A power cut while one was written; sounds as they were kept before."""


class _Side(msgspec.Struct, frozen=True):
    """The side file: the digest tells whether the sound beside it is whole."""

    clip: Clip
    digest: str


class ClipCache:
    """Bounded in bytes; the least recently used clip goes first, also after a restart."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._sizes: OrderedDict[str, int] | None = None  # oldest use first; read when first needed
        self._warned = False

    def get(self, key: str) -> MadeClip | None:
        """The clip if it is there and whole, which counts as used."""
        if not _KEY.fullmatch(key):
            return None
        with self._lock:
            try:
                made = self._read(key)
            except FileNotFoundError:
                return None
            except (OSError, msgspec.DecodeError, ValueError) as error:
                _log.warning("clip %s is damaged and will be made again: %s", key, error)
                return None
            self._used(key, len(made.sound))
            return made

    def put(self, made: MadeClip) -> None:
        """Keep a clip if the disk allows and has more room than the journal may need."""
        side = msgspec.json.encode(_Side(made.clip, _digest(made.sound)))
        key = made.clip.key
        if not may_keep(self._folder, len(made.sound) + len(side)):
            self._warn_once("the disk is nearly full")
            return
        with self._lock:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._write(key, "ogg", made.sound)
                self._write(key, "json", side)
                self._used(key, len(made.sound))
                self._make_room()
            except OSError as error:
                self._warn_once(error)

    def clear(self) -> None:
        """Remove every clip.

        Raises:
            OSError: a clip could not be removed and is still there.
        """
        with self._lock:
            known = self._known()
            for key in list(known):
                self._remove(key)
                del known[key]

    def _used(self, key: str, size: int) -> None:
        known = self._known()
        known[key] = size
        known.move_to_end(key)
        with suppress(OSError):  # a read-only disk
            os.utime(self._path(key, "ogg"))

    def _read(self, key: str) -> MadeClip:
        side = msgspec.json.decode(self._path(key, "json").read_bytes(), type=_Side)
        sound = self._path(key, "ogg").read_bytes()
        if side.digest != _digest(sound) or side.clip.key != key:
            raise ValueError("the sound is not the one that was written")
        return MadeClip(side.clip, sound)

    def _write(self, key: str, kind: str, content: bytes) -> None:
        path = self._path(key, kind)
        part = path.with_name(path.name + ".part")
        try:
            part.write_bytes(content)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise

    def _make_room(self) -> None:
        known = self._known()
        while sum(known.values()) > self._most_bytes and len(known) > 1:
            key, _ = known.popitem(last=False)
            self._remove(key)

    def _known(self) -> OrderedDict[str, int]:
        if self._sizes is None:
            self._sizes = self._found()
        return self._sizes

    def _found(self) -> OrderedDict[str, int]:
        for gone in (path for kind in _FORMER for path in self._folder.glob(f"*.{kind}")):
            with suppress(OSError):
                gone.unlink()
        found = [(path.stem, path.stat()) for path in self._folder.glob("*.ogg")]
        found.sort(key=lambda item: item[1].st_mtime_ns)
        return OrderedDict((key, stat.st_size) for key, stat in found if _KEY.fullmatch(key))

    def _remove(self, key: str) -> None:
        for kind in ("json", "ogg"):
            self._path(key, kind).unlink(missing_ok=True)

    def _path(self, key: str, kind: str) -> Path:
        return self._folder / f"{key}.{kind}"

    def _warn_once(self, why: OSError | str) -> None:
        if not self._warned:
            self._warned = True
            _log.warning("clips are not kept on disk: %s", why)


def _digest(sound: bytes) -> str:
    return blake2b(sound, digest_size=16).hexdigest()
