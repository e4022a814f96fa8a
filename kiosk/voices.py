"""The voices of a data folder: recorded before built before embedded, and at last former words."""

from dataclasses import dataclass
from pathlib import Path

from audio.embedded import EmbeddedVoice
from audio.kept import FormerVoice, KeptVoice
from audio.sayable import Sayable, keys_by_text
from audio.shelf.shelf import Shelf
from audio.voice import Voice


@dataclass(frozen=True, slots=True)
class Shelves:
    """What people recorded here, and what came in packs."""

    recorded: Shelf
    built: Shelf


def shelves(data: Path) -> Shelves:
    """The shelves of a data folder; they are empty where there is none yet."""
    return Shelves(Shelf(data / "voices" / "recorded"), Shelf(data / "voices" / "built"))


def chain(kept: Shelves, cache: Path, sayables: tuple[Sayable, ...]) -> tuple[Voice, ...]:
    """Who is asked to say a text, in this order."""
    keys = keys_by_text(sayables)
    return (
        KeptVoice("recorded", kept.recorded),
        KeptVoice("built", kept.built),
        EmbeddedVoice(cache),
        FormerVoice("recorded-before", kept.recorded, keys),
        FormerVoice("built-before", kept.built, keys),
    )
