"""What is known about a kept clip, and the manifest of all clips in a folder or a pack."""

import hashlib
import re
import unicodedata
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from audio.clip import Word
from audio.sounds.kind import MP3, kind_of
from lessons.phrase import Language

SCHEMA: Final = 2
"""In the first all clips were MP3."""
MANIFEST: Final = "manifest.json"
CLIPS: Final = "clips"
ENDINGS: Final = (".ogg", ".mp3")
"""Of files of clips: as they are made, and as they were."""

_INVISIBLE: Final = re.compile("[\u200b-\u200f\u061c\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
_DIGITS_OF_A_PHONE: Final = 7
_SPACES: Final = re.compile(r"\s+")

Hex = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
ShortText = Annotated[str, Meta(max_length=2_000)]
Name = Annotated[str, Meta(max_length=60, pattern=r"^[^\x00-\x1f/\\]*$")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """One kept clip. ``digest`` names its file, ``<digest>.ogg``, and is that of its content."""

    language: Language
    key: ShortText
    """The phrase's place, such as ``home.greeting``; see `Inventory`."""
    text: ShortText
    """What was said, as it was shown."""
    text_hash: Hex
    digest: Hex
    bytes: Annotated[int, Meta(ge=1)]
    duration_ms: Annotated[int, Meta(ge=1)]
    source: Annotated[str, Meta(pattern="^[a-z0-9-]{1,20}$")]
    """How it was made: ``recorded`` or the engine's name."""
    voice: Name = ""
    """Whom one hears; a name that was chosen for the voice, nothing else about the person."""
    made: Day = "1970-01-01"
    words: tuple[Word, ...] = ()


class Manifest(msgspec.Struct, frozen=True):
    """Everything in a folder or a pack; ``failed`` are texts that an engine could not make."""

    schema: int = SCHEMA
    clips: tuple[Card, ...] = ()
    failed: tuple["Failure", ...] = ()


class Failure(msgspec.Struct, frozen=True):
    """A phrase that an engine could not say, and why, in one line."""

    language: Language
    key: ShortText
    reason: ShortText


def text_hash(text: str, language: Language) -> str:
    """What tells whether a clip says this text: blind to invisible marks and kinds of space."""
    plain = _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()
    parts = f"{language}\0{plain}"
    return hashlib.blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def is_voice_name(name: str) -> bool:
    """Whether a card can hold this as the name of a voice; a telephone's number is none."""
    if not name.strip() or sum(letter.isdecimal() for letter in name) >= _DIGITS_OF_A_PHONE:
        return False
    try:
        msgspec.json.decode(msgspec.json.encode(name), type=Name)
    except (msgspec.MsgspecError, UnicodeError):
        return False
    return True


def file_name(sound: bytes) -> str:
    """What the file of a clip is called."""
    return digest_of(sound) + ENDINGS[kind_of(sound) == MP3]


def digest_of(sound: bytes) -> str:
    """The content address of a sound: 32 hexadecimal digits."""
    return hashlib.blake2b(sound, digest_size=16).hexdigest()
