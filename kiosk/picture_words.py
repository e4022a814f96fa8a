"""What the drawn pictures show, in words: ``assets/pictures/pictures.yaml``."""

from functools import cache
from pathlib import Path

from lessons.content import load_yaml
from lessons.phrase import Phrase

_FOLDER = Path(__file__).parent / "assets" / "pictures"


def picture_words(name: str) -> Phrase:
    """What the picture of this name shows.

    Raises:
        KeyError: there is no such picture.
        lessons.errors.ContentError: the words are not in all three languages.
    """
    return _book()[name]


def picture_names() -> frozenset[str]:
    """Every drawn picture that there is."""
    return frozenset(_book())


@cache
def _book() -> dict[str, Phrase]:
    entries = load_yaml(_FOLDER / "pictures.yaml", _FOLDER).entries()
    return {name: node.field("say").phrase() for name, node in entries}
