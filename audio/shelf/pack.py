"""Voice packs: a shelf as one zip file, which a USB stick carries.

A pack comes from outside, so nothing in it is believed: names, sizes, digests and durations are
checked before the shelf takes any of it.
"""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from audio.errors import FileRefused, NotKept
from audio.foreign_zip import content, only_these, opened_zip
from audio.shelf.card import CLIPS, MANIFEST, SCHEMA, Card, Manifest, digest_of, text_hash
from audio.shelf.shelf import Shelf
from audio.sounds.foreign import LONGEST_S, read_sound

MOST_CLIPS: Final = 20_000
MOST_CLIP_BYTES: Final = 512 * 1024
"""A minute at 24 kbit/s is 180 kB."""
MOST_MANIFEST_BYTES: Final = 32 * 1024 * 1024
MOST_PACK_BYTES: Final = 256 * 1024 * 1024
"""Of sound; a whole course in three languages is below 40 MB."""
_MOST_FILE_BYTES: Final = MOST_PACK_BYTES + MOST_MANIFEST_BYTES
_DURATION_ERROR_MS: Final = 250
"""An encoder adds silence at both ends."""

Told = Callable[[int, int], None]
"""Called with how many clips are done and how many there are."""


def write_pack(shelf: Shelf, out: Path) -> int:
    """All clips of a shelf in one file, replaced as a whole; returns how many.

    Raises:
        NotKept: it could not be written.
    """
    clips = [(card, sound) for card in shelf.cards() if (sound := shelf.sound(card))]
    manifest = Manifest(clips=tuple(card for card, _ in clips), failed=shelf.failed)
    part = out.with_name(f".{out.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as pack:
            pack.writestr(MANIFEST, msgspec.json.encode(manifest), zipfile.ZIP_DEFLATED)
            for digest, sound in {card.digest: sound for card, sound in clips}.items():
                pack.writestr(f"{CLIPS}/{digest}.mp3", sound)
        part.replace(out)
    except KeyboardInterrupt:
        part.unlink(missing_ok=True)
        raise
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotKept(error.strerror or type(error).__name__) from error
    return len(clips)


def install_pack(path: Path, shelf: Shelf, told: Told = lambda _done, _of: None) -> int:
    """Take the clips of a pack onto a shelf, all of them or none; returns how many.

    Raises:
        FileRefused: it is no pack, is broken, or is not what it says.
        NotKept: the disk did not take them.
    """
    clips = read_pack(path, told)
    shelf.keep(clips)
    return len(clips)


def read_pack(path: Path, told: Told = lambda _done, _of: None) -> list[tuple[Card, bytes]]:
    """All clips of a pack and their sounds, checked; nothing is written.

    Raises:
        FileRefused: it is no pack, is broken, or is not what it says.
    """
    with opened_zip(path, "voice pack", most=_MOST_FILE_BYTES) as pack:
        manifest = _manifest(path.name, pack)
        return list(_checked(path.name, pack, manifest, told))


def _manifest(name: str, pack: zipfile.ZipFile) -> Manifest:
    if MANIFEST not in pack.namelist():
        raise FileRefused(name, "not a voice pack: it has no list of clips")
    try:
        manifest = msgspec.json.decode(
            content(name, pack, MANIFEST, MOST_MANIFEST_BYTES), type=Manifest
        )
    except msgspec.DecodeError as error:
        raise FileRefused(name, f"its list of clips is broken: {error}") from error
    if manifest.schema < 1:
        raise FileRefused(name, f"its list of clips is of no known kind: {manifest.schema}")
    if manifest.schema > SCHEMA:
        raise FileRefused(name, "made by a later kiosk: update this one first")
    if len(manifest.clips) > MOST_CLIPS:
        raise FileRefused(name, f"more than {MOST_CLIPS} clips")
    only_these(name, pack, {MANIFEST, *map(_place, manifest.clips)})
    if sum(info.file_size for info in pack.infolist()) > MOST_PACK_BYTES:
        raise FileRefused(name, f"larger than {MOST_PACK_BYTES // 1024 // 1024} MB")
    return manifest


def _checked(
    name: str, pack: zipfile.ZipFile, manifest: Manifest, told: Told
) -> Iterator[tuple[Card, bytes]]:
    names = set(pack.namelist())
    for done, card in enumerate(manifest.clips, start=1):
        if _place(card) not in names:
            raise FileRefused(name, f"a clip is missing: {_shown(card)}")
        sound = content(name, pack, _place(card), MOST_CLIP_BYTES)
        _check_clip(name, card, sound)
        told(done, len(manifest.clips))
        yield card, sound


def _check_clip(name: str, card: Card, sound: bytes) -> None:
    if digest_of(sound) != card.digest or len(sound) != card.bytes:
        raise FileRefused(name, f"a clip is not the one in its list: {_shown(card)}")
    if text_hash(card.text, card.language) != card.text_hash:
        raise FileRefused(name, f"its list is wrong about the words of {_shown(card)}")
    if not _are_words(card):
        raise FileRefused(name, f"its list is wrong about when the words of {_shown(card)} are")
    try:
        found = read_sound(f"{card.digest}.mp3", sound, LONGEST_S + 1).duration_ms
    except FileRefused as refused:
        raise FileRefused(name, f"the clip of {_shown(card)}: {refused.reason}") from None
    if abs(found - card.duration_ms) > _DURATION_ERROR_MS:
        raise FileRefused(name, f"its list is wrong about how long {_shown(card)} is")


def _are_words(card: Card) -> bool:
    """Whether they stand in the text, one behind the other, and are said while the clip lasts."""
    place = at = 0
    for word in card.words:
        if not (place <= word.first < word.last <= len(card.text)):
            return False
        if word.text != card.text[word.first : word.last]:
            return False
        if not (at <= word.start_ms <= word.end_ms <= card.duration_ms + _DURATION_ERROR_MS):
            return False
        place, at = word.last, word.start_ms
    return True


def _shown(card: Card) -> str:
    """Its key as it may stand on a terminal: a key of our own is shown as it is."""
    key = card.key[:80]
    return key if key.isprintable() else ascii(key)


def _place(card: Card) -> str:
    return f"{CLIPS}/{card.digest}.mp3"
