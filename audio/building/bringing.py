"""A sound file that somebody made of a phrase -> a clip for the shelf of recordings."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from audio.building.builder import kept_clip
from audio.building.engine import Raw
from audio.errors import FileRefused
from audio.sayable import Sayable
from audio.shelf.card import Card
from audio.sounds.foreign import check_size, read_sound
from audio.sounds.whole import check_whole

RECORDED: Final = "recorded"
"""What a card says of a clip that a person spoke."""


def phrase_of(name: str, phrases: Mapping[str, Sayable], key: str = "") -> Sayable:
    """The phrase that a file of this name says: the one of ``key``, else it is named by its key.

    Raises:
        FileRefused: there is no such phrase among ``phrases``.
    """
    key = key or PurePath(name).stem
    if key not in phrases:
        raise FileRefused(name, f"there is no phrase {key!r}", "phrase")
    return phrases[key]


def brought_clip(name: str, content: bytes, phrase: Sayable, voice: str) -> tuple[Card, bytes]:
    """A clip of a whole file: without silence around it, as loud as all others, compressed.

    Raises:
        FileRefused: it is no sound, too long, cut off, or none that can be kept.
        SynthesisFailed: there is nothing but silence in it.
    """
    check_size(name, content)
    check_whole(name, content)  # a decoder would only say that it is broken, or not even that
    return kept_clip(phrase, Raw(read_sound(name, content)), RECORDED, voice)
