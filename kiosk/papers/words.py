"""The few words on papers, from ``words.yaml``."""

from functools import cache
from pathlib import Path
from typing import Final

from lessons.content import load_yaml
from lessons.phrase import Language, Phrase

WORDS: Final = Path(__file__).with_suffix(".yaml")


def word(key: str, language: Language) -> str:
    """One of them."""
    return _book()[key].text(language)


@cache
def _book() -> dict[str, Phrase]:
    return {key: node.phrase() for key, node in load_yaml(WORDS, WORDS.parent).entries()}
