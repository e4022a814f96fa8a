"""Has the embedded voice say every phrase: what it is silent at."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from audio.embedded import EmbeddedVoice
from audio.errors import AudioError
from kiosk.authoring.problem import Problem, at
from kiosk.authoring.sentences import filled
from kiosk.authoring.texts import Text
from lessons.phrase import LANGUAGES


def unspoken(
    texts: Iterable[Text], folder: Path, one_more: Callable[[], None]
) -> Iterator[Problem]:
    """Phrases that the voice cannot say; ``folder`` is for what the voice needs on disk."""
    voice = EmbeddedVoice(folder)
    for text in texts:
        for language in LANGUAGES:
            try:
                voice.say(filled(text.phrase.text(language), language), language)
            except AudioError as error:
                yield at(text.part(language), "error", "voice", str(error), language)
        one_more()
