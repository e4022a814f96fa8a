"""What was just recorded, in memory: it can be heard before it is kept, and most is not kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from audio.building.bringing import brought_clip
from audio.clip import Clip, MadeClip, key_of
from audio.errors import SynthesisFailed
from audio.memory import Memory
from audio.sayable import Sayable
from audio.shelf.card import Card
from audio.sounds.level import Verdict, level_of
from audio.tapping import tapped_words
from kiosk.recordings import Heard, NothingHeard, wav_of

MOST_BYTES: Final = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Take:
    """One phrase said once: trimmed, as loud as all clips, not on the shelf yet."""

    card: Card
    sound: bytes
    verdict: Verdict = "good"

    @property
    def clip(self) -> Clip:
        """To be played; `Takes` has the sound of its key."""
        card = self.card
        key = key_of(card.text, card.language, "take", card.digest)
        return Clip(key, card.language, card.duration_ms, card.words, card.source)

    def tapped(self, taps_ms: Sequence[int]) -> "Take | None":
        """With words that begin where they were touched; None where it is not one touch each."""
        words = tapped_words(self.card.words, taps_ms, self.card.duration_ms)
        if words is None:
            return None
        return Take(msgspec.structs.replace(self.card, words=words), self.sound, self.verdict)


class Takes:
    """The sounds of the last takes, for the page to fetch."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._memory = Memory(most_bytes)

    def put(self, take: Take) -> None:
        """So that it can be heard."""
        self._memory.put(MadeClip(take.clip, take.sound))

    def sound(self, key: str) -> bytes | None:
        """The sound of a take that is not forgotten yet."""
        made = self._memory.get(key)
        return made.sound if made else None


def take_of(heard: Heard, phrase: Sayable, voice: str) -> Take:
    """What was heard as a clip of the phrase. Takes a moment: call it off the event loop.

    Raises:
        NothingHeard: it is too short, or all silence.
    """
    level = level_of(heard.samples)
    if level.verdict == "silent":
        raise NothingHeard
    try:
        card, sound = brought_clip("voice.wav", wav_of(heard), phrase, voice)
    except SynthesisFailed as nothing:
        raise NothingHeard from nothing
    return Take(card, sound, level.verdict)
