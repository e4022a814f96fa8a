"""A neural voice on this machine: says what nobody recorded or built, where it was chosen."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from audio.building.neural_model import MODEL, NAME, NeuralModel, is_model
from audio.errors import EngineUnavailable, NoVoice, SynthesisFailed
from audio.kept import estimated_words
from audio.sounds.wav import wav_file
from audio.voice import Spoken
from lessons.phrase import LANGUAGES, Language

_log = logging.getLogger(__name__)


class NeuralVoice:
    """Models in ``<folder>/<language>``, each opened beside when first asked for.

    It speaks the languages for which ``is_chosen`` says so, which is asked anew each time. Until a
    model is open, and where it cannot be opened, the next voice speaks: nobody waits.
    """

    name = NAME

    def __init__(self, folder: Path, is_chosen: Callable[[Language], bool]) -> None:
        self._is_chosen = is_chosen
        self._folders = {each: folder / each for each in LANGUAGES if is_model(folder / each)}
        self._versions = {each: _version(folder) for each, folder in self._folders.items()}
        self._models: dict[Language, NeuralModel] = {}
        self._refused: dict[Language, EngineUnavailable] = {}
        self._opening: dict[Language, threading.Thread] = {}
        self._lock = threading.Lock()

    def can_say(self, text: str, language: Language) -> bool:  # noqa: ARG002 - any text
        """Whether it was chosen and its model is open; else that is being opened from now on."""
        if not self.has_model(language) or not self._is_chosen(language):
            return False
        if language not in self._models:
            self._open(language)
        return language in self._models

    def has_model(self, language: Language) -> bool:
        """Whether there is one to choose; it may yet turn out that it cannot be opened."""
        return language in self._folders

    def version_of(self, text: str, language: Language) -> str:  # noqa: ARG002 - the same for all
        """Of the model's file."""
        return self._versions.get(language, "")

    def check(self, language: Language) -> None:
        """Open the model, chosen or not, and wait for it.

        Raises:
            EngineUnavailable: there is none, or it cannot be opened, and why.
        """
        if language not in self._folders:
            raise EngineUnavailable(self.name, "no model for it")
        self._open(language).join()
        if language not in self._models:
            raise self._refused[language]

    def say(self, text: str, language: Language) -> Spoken:
        """The text as sound; when its words are said is estimated.

        Raises:
            NoVoice: there is no open model.
            NothingToSay, SynthesisFailed
        """
        model = self._models.get(language)
        if model is None:
            raise NoVoice(text, language)
        try:
            samples = model.say(text, language)
        except RuntimeError as error:
            raise SynthesisFailed(text, language, str(error)) from error
        words = estimated_words(text, language, samples.duration_ms)
        return Spoken(wav_file(samples.values, samples.rate), samples.duration_ms, words)

    def _open(self, language: Language) -> threading.Thread:
        with self._lock:
            opening = self._opening.get(language)
            if opening is None:
                opening = threading.Thread(target=self._opened, args=(language,), daemon=True)
                self._opening[language] = opening
                opening.start()
            return opening

    def _opened(self, language: Language) -> None:
        try:
            self._models[language] = NeuralModel(self._folders[language])
        except Exception as error:  # whatever the library does, the next voice speaks
            told = f"{self._folders[language]} cannot be used: {type(error).__name__}"
            if not isinstance(error, EngineUnavailable):
                error = EngineUnavailable(self.name, told)
            self._refused[language] = error
            _log.warning("%s", error)


def _version(folder: Path) -> str:
    told = (folder / MODEL).stat()
    return f"{told.st_size}-{told.st_mtime_ns}"
