"""Voices that play what was kept on a shelf: the words of now, or at last those of before."""

from collections.abc import Mapping

from audio.clip import Word
from audio.errors import FileRefused, NoVoice, SynthesisFailed
from audio.normalise import spoken_words
from audio.script import script, timed
from audio.shelf.card import Card, file_name, text_hash
from audio.shelf.shelf import Shelf
from audio.sounds.foreign import read_sound
from audio.sounds.silence import is_silent
from audio.voice import Spoken
from lessons.phrase import Language

KeysByText = Mapping[tuple[Language, str], str]
"""The phrase key of a text, by its language and ``text_hash``."""


class KeptVoice:
    """Says what there is a clip of, word for word."""

    def __init__(self, name: str, shelf: Shelf) -> None:
        self.name = name
        self._shelf = shelf
        self._sounding: set[str] = set()
        """Digests of those that were listened to and are not silent."""

    def can_say(self, text: str, language: Language) -> bool:
        """Whether somebody or something said exactly this."""
        return self._card(text, language) is not None

    def version_of(self, text: str, language: Language) -> str:
        """The content address of the sound, and when its words begin: both can change."""
        card = self._card(text, language)
        if card is None:
            return ""
        return "-".join((card.digest, *(str(word.start_ms) for word in card.words)))

    def say(self, text: str, language: Language) -> Spoken:
        """The kept clip.

        Raises:
            NoVoice: there is none.
            SynthesisFailed: its file is gone, damaged or silent.
        """
        card = self._card(text, language)
        if card is None:
            raise NoVoice(text, language)
        sound = self._shelf.sound(card)
        if sound is None:
            raise SynthesisFailed(text, language, f"the {self.name} clip is damaged")
        if card.digest not in self._sounding:
            self._check_sounding(sound, text, language)
            self._sounding.add(card.digest)
        words = card.words if card.text == text else ()
        words = words or estimated_words(text, language, card.duration_ms)
        return Spoken(sound, card.duration_ms, words)

    def check(self, language: Language) -> None:
        """Files need no check; a damaged one is told when it is played."""

    def _check_sounding(self, sound: bytes, text: str, language: Language) -> None:
        """Shelves of before may hold silence: it would be played, and count as heard."""
        try:
            silent = is_silent(read_sound(file_name(sound), sound))
        except FileRefused as refused:
            why = f"the {self.name} clip: {refused.reason}"
            raise SynthesisFailed(text, language, why) from None
        if silent:
            raise SynthesisFailed(text, language, f"the {self.name} clip is silent")

    def _card(self, text: str, language: Language) -> Card | None:
        return self._shelf.of_text(text_hash(text, language))


class FormerVoice(KeptVoice):
    """Says what a phrase said earlier, where nobody can say what it says now."""

    def __init__(self, name: str, shelf: Shelf, keys: KeysByText) -> None:
        super().__init__(name, shelf)
        self._keys = keys

    def _card(self, text: str, language: Language) -> Card | None:
        key = self._keys.get((language, text_hash(text, language)))
        return self._shelf.of_key(key, language) if key else None


def estimated_words(text: str, language: Language, duration_ms: int) -> tuple[Word, ...]:
    """The words of a text with times in proportion to their letters, pauses not known."""
    words = spoken_words(text, language)
    return timed(script(words), (), duration_ms, text) if words else ()
