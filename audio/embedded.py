"""The embedded voice: espeak-ng, always there, for every text in every language."""

from functools import cached_property
from pathlib import Path
from typing import Final

from audio.clip import Word
from audio.errors import NothingToSay, SynthesisFailed
from audio.espeak import EspeakError, Mark, speak
from audio.espeak_data import data_folder, espeak_version
from audio.normalise import spoken_words
from audio.script import script, timed
from audio.sounds.foreign import Samples
from audio.sounds.loudness import evened
from audio.sounds.wav import trimmed, wav_file
from audio.voice import Spoken
from lessons.phrase import Language

_VOICES: Final[dict[Language, str]] = {"ug": "ug", "zh": "cmn", "en": "en"}
_VOLUMES: Final[dict[Language, int]] = {"ug": 96, "zh": 80, "en": 98}
"""Percent. They bring many a clip to the loudness of all others, so that it need not be changed;
above 80 the library cuts off peaks of Chinese syllables."""
_OURS: Final = "6"  # raise it when the same text would sound different because of our own code

WORDS_PER_MINUTE: Final = 135
"""Comfortable for who hears a thing for the first time; the library's own speed is 175."""


class EmbeddedVoice:
    """espeak-ng with words normalised first. The library is loaded when first asked to speak."""

    name = "espeak"

    def __init__(self, folder: Path, words_per_minute: int = WORDS_PER_MINUTE) -> None:
        self._folder = folder
        self._speed = words_per_minute
        self._version = f"{espeak_version()}-{_OURS}-{words_per_minute}"

    def version_of(self, text: str, language: Language) -> str:  # noqa: ARG002 - the same for all
        """Of the library, our own code and the speed."""
        return self._version

    def can_say(self, text: str, language: Language) -> bool:  # noqa: ARG002 - any text
        """Every text of the three languages."""
        return language in _VOICES

    def check(self, language: Language) -> None:
        """Say one word to nobody."""
        self.say({"ug": "ياخشى", "zh": "好", "en": "good"}[language], language)

    def say(self, text: str, language: Language) -> Spoken:
        """The text as sound.

        Raises:
            NothingToSay: there is no word in it.
            SynthesisFailed: the library is missing, broken or stayed silent.
        """
        words = spoken_words(text, language)
        if not words:
            raise NothingToSay(text, language)
        read = script(words)
        try:
            voice, volume = _VOICES[language], _VOLUMES[language]
            spoken = speak(read.text, voice, self._speed, self._data, volume)
        except (EspeakError, OSError) as error:
            self.__dict__.pop("_data", None)  # its files may be gone: they are made anew next time
            raise SynthesisFailed(text, language, str(error)) from error
        sound = trimmed(spoken.samples, spoken.rate)
        if not sound.samples:
            raise SynthesisFailed(text, language, "the voice stayed silent")
        duration_ms = len(sound.samples) * 1000 // spoken.rate
        marks = [Mark(mark.position, mark.at_ms - sound.cut_ms) for mark in spoken.marks]
        shown: tuple[Word, ...] = timed(read, marks, duration_ms, text)
        loud = evened(Samples(sound.samples, spoken.rate))
        return Spoken(wav_file(loud.values, loud.rate), duration_ms, shown)

    @cached_property
    def _data(self) -> Path:
        return data_folder([self._folder])
