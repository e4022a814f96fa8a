"""The trainer's choice of a neural voice: where there is a model, and whether it speaks."""

from audio.neural import NeuralVoice
from kiosk.classroom import Classroom
from kiosk.progress.events import NeuralVoiceChosen
from lessons.phrase import Language


class NeuralDesk:
    """What is chosen here is in the journal, and the next sentence is said so."""

    def __init__(self, classroom: Classroom, voice: NeuralVoice) -> None:
        self._classroom = classroom
        self._voice = voice

    def has_model(self, language: Language) -> bool:
        """Whether there is one to choose."""
        return self._voice.has_model(language)

    def is_chosen(self, language: Language) -> bool:
        """Whether it is to speak."""
        return language in self._classroom.records.neural_voices

    def choose(self, language: Language, is_on: bool) -> None:
        """Has it speak, or no more. Opens the model: call it off the event loop.

        Raises:
            audio.errors.EngineUnavailable: it cannot be opened; nothing has changed.
            kiosk.progress.errors.NotSaved: the disk did not take it; nothing has changed.
        """
        if is_on:
            self._voice.check(language)
        self._classroom.write_for_tablet([NeuralVoiceChosen(language, is_on)])
