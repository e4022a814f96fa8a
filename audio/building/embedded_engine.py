"""The embedded voice as an engine: for tablets on which the library cannot run."""

from pathlib import Path

from audio.building.engine import Raw
from audio.embedded import EmbeddedVoice
from audio.errors import CannotSay, EngineUnavailable
from audio.sounds.loudness import levelled
from audio.sounds.wav import wav_samples
from lessons.phrase import LANGUAGES, Language


class EmbeddedEngine:
    """espeak-ng, as fast as the processor can, and every clip as loud as all others."""

    name = "espeak"
    languages: tuple[Language, ...] = LANGUAGES
    pause_s = 0.0

    def __init__(self, folder: Path) -> None:
        self._voice = EmbeddedVoice(folder)

    def check(self) -> None:
        """Says one word to nobody."""
        try:
            self._voice.check("en")
        except CannotSay as error:
            raise EngineUnavailable(self.name, str(error)) from error

    def make(self, text: str, language: Language) -> Raw:
        """The text as sound, with the times of its words."""
        spoken = self._voice.say(text, language)
        return Raw(levelled(wav_samples(spoken.sound)), spoken.words, is_finished=True)
