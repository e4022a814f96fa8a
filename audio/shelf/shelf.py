"""A folder of kept clips: ``manifest.json`` and ``clips/<digest>.ogg``.

Clips that were kept as MP3 stay what they are.

A clip is written and synced before the manifest names it, and the manifest is replaced as a whole:
after a power cut every clip that `keep` returned for is there, and none is half there.
"""

import logging
import os
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

import msgspec

from audio.errors import NotKept
from audio.shelf.card import (
    CLIPS,
    ENDINGS,
    MANIFEST,
    SCHEMA,
    Card,
    Failure,
    Manifest,
    digest_of,
    file_name,
)
from lessons.phrase import Language

_log = logging.getLogger(__name__)
_Cards = Mapping[str, Card]
_REFUSALS: Final = (OSError, msgspec.MsgspecError, UnicodeError)
"""Of the disk, or of what could not be read back."""
_NOTHING: Final[_Cards] = MappingProxyType({})


class Shelf:
    """Kept clips by text and by phrase key; the newest clip of a text is the one that counts.

    Reading is quick and may be done on an event loop; `keep` and `remove` wait for the disk.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._by_text: _Cards = _NOTHING
        self._by_key: Mapping[tuple[Language, str], Card] = {}
        self.failed: tuple[Failure, ...] = ()
        self._may_sweep = True
        self._set(self._read())

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._folder

    def cards(self) -> tuple[Card, ...]:
        """Every clip, in the order in which they were kept."""
        return tuple(self._by_text.values())

    def of_text(self, text_hash: str) -> Card | None:
        """The clip that says exactly this."""
        return self._by_text.get(text_hash)

    def of_key(self, key: str, language: Language) -> Card | None:
        """The newest clip of this phrase, also if it says what the phrase said earlier."""
        return self._by_key.get((language, key))

    def sound(self, card: Card) -> bytes | None:
        """The file of a clip; None where it is gone or damaged."""
        try:
            content = self._path(card.digest).read_bytes()
        except OSError as error:
            _log.warning("clip %s of %s cannot be read: %s", card.digest, card.key, error)
            return None
        if digest_of(content) != card.digest:
            _log.warning("clip %s of %s is damaged", card.digest, card.key)
            return None
        return content

    def keep(self, clips: Iterable[tuple[Card, bytes]], failed: Iterable[Failure] = ()) -> None:
        """Store clips durably; each takes the place of an older one of the same text.

        A phrase that is kept is no failure any more.

        Raises:
            NotKept: the disk did not take them; nothing has changed.
        """
        with self._lock:
            cards = dict(self._by_text)
            there = {card.digest for card in cards.values()}
            whole: set[str] = set()
            written: list[Path] = []
            try:
                for card, sound in clips:
                    if card.digest not in whole:
                        whole.add(card.digest)
                        if card.digest not in there or self.sound(card) is None:  # or damaged
                            written.append(self._write_clip(sound))
                    cards.pop(card.text_hash, None)  # to the end: the newest comes last
                    cards[card.text_hash] = card
                if written:
                    _sync_folder(self._folder / CLIPS)
                kept = {(card.language, card.key) for card in cards.values()}
                told = {_place(each): each for each in (*self.failed, *failed)}
                left = {place: each for place, each in told.items() if place not in kept}
                self._write_manifest(cards.values(), left)
            except _REFUSALS as error:
                for path in written:
                    with suppress(OSError):
                        path.unlink()
                raise NotKept(_reason(error)) from error
            self._set(Manifest(clips=tuple(cards.values()), failed=tuple(left.values())))
            self._sweep()

    def remove(self, gone: Iterable[Card]) -> None:
        """Take clips out for good.

        Raises:
            NotKept: the disk refused; nothing has changed.
        """
        with self._lock:
            hashes = {card.text_hash for card in gone}
            left = [card for card in self._by_text.values() if card.text_hash not in hashes]
            try:
                self._write_manifest(left, {_place(each): each for each in self.failed})
            except _REFUSALS as error:
                raise NotKept(_reason(error)) from error
            self._set(Manifest(clips=tuple(left), failed=self.failed))
            self._sweep()

    def _set(self, manifest: Manifest) -> None:
        # replaced as wholes: readers on other threads see the old or the new ones
        self._by_key = {(card.language, card.key): card for card in manifest.clips}
        self._by_text = {card.text_hash: card for card in manifest.clips}
        self.failed = manifest.failed

    def _read(self) -> Manifest:
        try:
            content = (self._folder / MANIFEST).read_bytes()
            manifest = msgspec.json.decode(content, type=Manifest)
        except FileNotFoundError:
            return Manifest()
        except (OSError, msgspec.DecodeError) as error:
            _log.warning("%s: the list of clips cannot be read: %s", self._folder, error)
            self._set_aside()
            return Manifest()
        if manifest.schema > SCHEMA:
            _log.warning("%s: made by a later kiosk (%d)", self._folder, manifest.schema)
        return manifest

    def _set_aside(self) -> None:
        """Keep a damaged list, and the clips that it named, for somebody who can mend it."""
        self._may_sweep = False
        with suppress(OSError):
            (self._folder / MANIFEST).rename(self._folder / f"{MANIFEST}.damaged")

    def _write_clip(self, sound: bytes) -> Path:
        path = self._folder / CLIPS / file_name(sound)
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, sound)
        return path

    def _write_manifest(
        self, cards: Iterable[Card], failed: Mapping[tuple[Language, str], Failure]
    ) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        manifest = Manifest(clips=tuple(cards), failed=tuple(failed.values()))
        content = msgspec.json.encode(manifest)
        msgspec.json.decode(content, type=Manifest)  # else the next start would set it aside
        _replace(self._folder / MANIFEST, content)
        _sync_folder(self._folder)

    def _sweep(self) -> None:
        """Remove sounds that no card names, such as those that were spoken anew."""
        if not self._may_sweep:
            return
        named = {card.digest for card in self._by_text.values()}
        with suppress(OSError):
            for path in (self._folder / CLIPS).iterdir():
                if path.stem not in named:
                    path.unlink()

    def _path(self, digest: str) -> Path:
        paths = [self._folder / CLIPS / f"{digest}{ending}" for ending in ENDINGS]
        return next((path for path in paths if path.exists()), paths[0])


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else str(error)) or type(error).__name__


def _place(each: Failure) -> tuple[Language, str]:
    return each.language, each.key


def _replace(path: Path, content: bytes) -> None:
    """Write, sync, rename: the file is the old or the new one, never a part."""
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make new names last."""
    if os.name != "nt":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
