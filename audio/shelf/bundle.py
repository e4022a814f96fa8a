"""The sounds of a pack, all in one member of its zip: one behind the other, as the list has them.

Each begins with the same hundred bytes, of which deflating leaves nearly nothing; and a member each
would cost 160 bytes more. Packs of before have a member for each sound.
"""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Final, Protocol

from audio.errors import FileRefused
from audio.foreign_zip import content
from audio.shelf.card import CLIPS, ENDINGS, Card, Manifest, digest_of, file_name
from audio.shelf.checking import shown

SOUNDS: Final = "sounds"
BUNDLED: Final = 3
"""The first schema of packs whose sounds are in one member."""
MOST_CLIP_BYTES: Final = 512 * 1024
"""A minute is 75 kB, or 180 kB as MP3."""


class SoundOf(Protocol):
    """Gives the file of a card's sound; each sound is asked for once, in the order of the list."""

    def __call__(self, card: Card) -> bytes:
        """Raises FileRefused where it is missing, too large, or not the one in the list."""


def write_sounds(pack: zipfile.ZipFile, sounds: Iterable[bytes]) -> None:
    """Put the sounds into a pack, in the order in which its list first names them."""
    member = zipfile.ZipInfo(SOUNDS, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    with pack.open(member, "w") as file:
        for sound in sounds:
            file.write(sound)


def members(manifest: Manifest) -> set[str]:
    """The names that the sounds of a list may have in its zip."""
    if manifest.schema >= BUNDLED:
        return {SOUNDS}
    return {place for card in manifest.clips for place in _places(card)}


@contextmanager
def sounds_of(name: str, pack: zipfile.ZipFile, manifest: Manifest) -> Iterator[SoundOf]:
    """The sounds of a pack called ``name``.

    Raises FileRefused, also out of the ``with``, where they are not those of its list.
    """
    names = set(pack.namelist())
    if manifest.schema < BUNDLED:
        yield lambda card: _member(name, pack, card, names)
        return
    if SOUNDS not in names:
        raise FileRefused(name, "its sounds are missing")
    with pack.open(SOUNDS) as file:
        yield lambda card: _next(name, file, card)
        if file.read(1):
            raise FileRefused(name, "there are more sounds in it than in its list")


def _next(name: str, file: IO[bytes], card: Card) -> bytes:
    if card.bytes > MOST_CLIP_BYTES:
        raise FileRefused(name, f"the clip of {shown(card)} is too large")
    sound = file.read(card.bytes)
    if digest_of(sound) != card.digest:
        raise _another(name, card)
    return sound


def _member(name: str, pack: zipfile.ZipFile, card: Card, names: set[str]) -> bytes:
    place = next((each for each in _places(card) if each in names), None)
    if place is None:
        raise FileRefused(name, f"a clip is missing: {shown(card)}")
    sound = content(name, pack, place, MOST_CLIP_BYTES)
    if place != f"{CLIPS}/{file_name(sound)}":
        raise _another(name, card)
    return sound


def _another(name: str, card: Card) -> FileRefused:
    return FileRefused(name, f"a clip is not the one in its list: {shown(card)}")


def _places(card: Card) -> list[str]:
    """Where its sound may be."""
    return [f"{CLIPS}/{card.digest}{ending}" for ending in ENDINGS]
