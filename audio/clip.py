"""A clip: a sentence as sound, and when each of its words is heard."""

import hashlib
from dataclasses import dataclass

from lessons.phrase import Language


@dataclass(frozen=True, slots=True)
class Word:
    """A word as shown on screen: ``text == sentence[first:last]``.

    ``first`` is the position of its first character in the sentence, ``last`` of the one after it.
    """

    text: str
    start_ms: int
    end_ms: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Clip:
    """What is known about a sound; the sound itself is ``Speech.sound(key)``."""

    key: str
    language: Language
    duration_ms: int
    words: tuple[Word, ...]
    voice: str

    def word_at(self, at_ms: int) -> Word | None:
        """The word being said at a moment, if any."""
        return next((word for word in self.words if word.start_ms <= at_ms < word.end_ms), None)


@dataclass(frozen=True, slots=True)
class MadeClip:
    """A clip together with its sound, a whole file."""

    clip: Clip
    sound: bytes


def key_of(text: str, language: Language, voice: str, version: str) -> str:
    """The content address of a clip: 32 hexadecimal digits."""
    parts = "\0".join((text, language, voice, version))
    return hashlib.blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
