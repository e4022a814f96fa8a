"""Voice packs: a shelf as one zip file, which a USB stick carries.

A pack comes from outside, so nothing in it is believed: names and sizes are checked here, and what
is said of each clip in `checking`, before the shelf takes any of it.
"""

import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import msgspec

from audio.errors import FileRefused, NotKept
from audio.foreign_zip import content, only_these, opened_zip
from audio.shelf.bundle import BUNDLED, members, sounds_of, write_sounds
from audio.shelf.card import MANIFEST, Card, Manifest
from audio.shelf.checking import check_card, check_list, check_sound
from audio.shelf.shelf import Shelf

MOST_CLIPS: Final = 20_000
MOST_MANIFEST_BYTES: Final = 32 * 1024 * 1024
MOST_PACK_BYTES: Final = 256 * 1024 * 1024
"""Of sound; a whole course is 12 MB a language, or 30 MB as MP3."""
_MOST_FILE_BYTES: Final = MOST_PACK_BYTES + MOST_MANIFEST_BYTES

Told = Callable[[int, int], None]
"""Called with how many clips are done and how many there are."""


def write_pack(shelf: Shelf, out: Path) -> int:
    """All clips of a shelf in one file, replaced as a whole; returns how many.

    Raises:
        NotKept: it could not be written.
    """
    cards = shelf.cards()
    each_once = {card.digest: card for card in cards}
    sounds = {digest: found for digest, card in each_once.items() if (found := shelf.sound(card))}
    clips = tuple(card for card in cards if card.digest in sounds)
    part = out.with_name(f".{out.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as pack:
            listed = msgspec.json.encode(Manifest(BUNDLED, clips, shelf.failed))
            pack.writestr(MANIFEST, listed, zipfile.ZIP_DEFLATED)
            write_sounds(pack, sounds.values())
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


def read_pack(
    path: Path, told: Told = lambda _done, _of: None, today: date | None = None
) -> list[tuple[Card, bytes]]:
    """All clips of a pack and their sounds, checked; nothing is written.

    Raises:
        FileRefused: it is no pack, is broken, or is not what it says.
    """
    with opened_zip(path, "voice pack", most=_MOST_FILE_BYTES) as pack:
        manifest = _manifest(path.name, pack)
        check_list(path.name, manifest, today or datetime.now(UTC).date())
        return _checked(path.name, pack, manifest, told)


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
    if manifest.schema > BUNDLED:
        raise FileRefused(name, "made by a later kiosk: update this one first")
    if len(manifest.clips) > MOST_CLIPS:
        raise FileRefused(name, f"more than {MOST_CLIPS} clips")
    only_these(name, pack, {MANIFEST, *members(manifest)})
    if sum(info.file_size for info in pack.infolist()) > MOST_PACK_BYTES:
        raise FileRefused(name, f"larger than {MOST_PACK_BYTES // 1024 // 1024} MB")
    return manifest


def _checked(
    name: str, pack: zipfile.ZipFile, manifest: Manifest, told: Told
) -> list[tuple[Card, bytes]]:
    """Every sound is read and decoded once, however many cards name it."""
    sounds: dict[str, tuple[bytes, int]] = {}
    with sounds_of(name, pack, manifest) as sound_of:
        for done, card in enumerate(manifest.clips, start=1):
            if card.digest not in sounds:
                sound = sound_of(card)
                sounds[card.digest] = sound, check_sound(name, card, sound)
            check_card(name, card, *sounds[card.digest])
            told(done, len(manifest.clips))
    return [(card, sounds[card.digest][0]) for card in manifest.clips]
