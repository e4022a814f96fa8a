"""A neural voice as an engine: builds packs that tablets play which cannot run the model."""

from pathlib import Path

from audio.building.engine import Raw
from audio.building.neural_model import NAME, NeuralModel
from lessons.phrase import Language


class NeuralEngine:
    """One model says one language."""

    name = NAME
    pause_s = 0.0

    def __init__(self, folder: Path, language: Language) -> None:
        self.languages: tuple[Language, ...] = (language,)
        self._folder = folder
        self._model: NeuralModel | None = None

    def check(self) -> None:
        """Opens the model."""
        self._opened()

    def make(self, text: str, language: Language) -> Raw:
        """The text as sound; the times of its words are not known."""
        return Raw(self._opened().say(text, language), is_finished=True)

    def _opened(self) -> NeuralModel:
        if self._model is None:
            self._model = NeuralModel(self._folder)
        return self._model
