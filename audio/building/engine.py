"""An engine makes a clip of a text when a pack is built."""

from dataclasses import dataclass
from typing import Protocol

from audio.clip import Word
from audio.sounds.foreign import Samples
from lessons.phrase import Language


@dataclass(frozen=True, slots=True)
class Raw:
    """What an engine made. ``words`` are known to few engines; without them they are estimated.

    ``is_finished``: there is no silence around it and it is as loud as all other clips.
    """

    samples: Samples
    words: tuple[Word, ...] = ()
    is_finished: bool = False


class Engine(Protocol):
    """One way to say a text that takes its time."""

    @property
    def name(self) -> str:
        """Stands in the cards of its clips."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """What it can say."""

    @property
    def pause_s(self) -> float:
        """How long to wait between two texts, so that a service is not overrun."""

    def check(self) -> None:
        """See at once whether it can be used.

        Raises:
            EngineUnavailable: it cannot, and why, in one line.
        """

    def make(self, text: str, language: Language) -> Raw:
        """The text as sound.

        Raises:
            CannotSay: this text cannot be made; others may.
            EngineUnavailable: nothing can be made any more.
        """
