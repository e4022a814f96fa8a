"""A voice: one way to say a text. Better voices stand before the embedded one."""

from dataclasses import dataclass
from typing import Protocol

from audio.clip import Word
from lessons.phrase import Language


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a voice gives back: a whole sound file and the time of every word."""

    sound: bytes
    duration_ms: int
    words: tuple[Word, ...]


class Voice(Protocol):
    """Recorded > built > embedded: the first in the chain that can say a text says it."""

    @property
    def name(self) -> str:
        """Stands in the clip and in its key."""

    def version_of(self, text: str, language: Language) -> str:
        """Changes whenever this text would sound different; asked where it can say it."""

    def can_say(self, text: str, language: Language) -> bool:
        """Must answer at once: it is asked on the event loop."""

    def say(self, text: str, language: Language) -> Spoken:
        """Called on the worker thread only.

        Raises:
            AudioError: this voice cannot; the next one is asked.
        """

    def check(self, language: Language) -> None:
        """For `kiosk doctor`: raise what `say` would raise."""
