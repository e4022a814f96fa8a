"""The voices of a data folder: recorded, built, neural, embedded, and at last former words."""

from dataclasses import dataclass
from pathlib import Path

from audio.embedded import EmbeddedVoice
from audio.kept import FormerVoice, KeptVoice, KeysByText
from audio.neural import NeuralVoice
from audio.shelf.shelf import Shelf
from audio.voice import Voice


@dataclass(frozen=True, slots=True)
class Shelves:
    """What people recorded here, and what came in packs."""

    recorded: Shelf
    built: Shelf
    models: Path
    """The folder of neural voices, one folder a language."""


def shelves(data: Path) -> Shelves:
    """The shelves of a data folder; they are empty where there is none yet."""
    voices = data / "voices"
    return Shelves(Shelf(voices / "recorded"), Shelf(voices / "built"), models(data))


def models(data: Path) -> Path:
    """The folder of neural voices, one folder a language."""
    return data / "voices" / "neural"


def chain(
    kept: Shelves, cache: Path, keys: KeysByText, neural: NeuralVoice | None = None
) -> tuple[Voice, ...]:
    """Who is asked to say a text, in this order."""
    return (
        KeptVoice("recorded", kept.recorded),
        KeptVoice("built", kept.built),
        *((neural,) if neural else ()),
        EmbeddedVoice(cache),
        FormerVoice("recorded-before", kept.recorded, keys),
        FormerVoice("built-before", kept.built, keys),
    )
