"""The kiosk's own words, from ``phrases/*.yaml``: one flat book of phrases by key."""

from functools import cache
from pathlib import Path

from lessons.content import load_yaml
from lessons.phrase import Language, Phrase, same_in_all

FOLDER = Path(__file__).parent / "phrases"
OWN_NAMES: dict[Language, str] = {"ug": "ئۇيغۇرچە", "zh": "中文", "en": "English"}
"""What each language calls itself: the same on every screen."""
_PLACEHOLDERS = frozenset(
    {"name", "product", "money", "count", "of", "city", "stars", "lesson", "unit"}
    | {"can", "days", "age", "keeps", "price", "cost", "high", "left", "late"}
)
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_LEFT_TO_RIGHT = "\u2066"


@cache
def book() -> dict[str, Phrase]:
    """Every phrase of the kiosk by ``file.key``.

    Raises:
        lessons.errors.ContentError: a phrase is not in all three languages.
    """
    return {
        f"{path.stem}.{key}": node.phrase(_PLACEHOLDERS)
        for path in sorted(FOLDER.glob("*.yaml"))
        for key, node in load_yaml(path, FOLDER).entries()
    }


def words(key: str, **values: Phrase | str | int) -> Phrase:
    """One phrase, its places filled."""
    phrase = book()[key]
    return phrase.filled(**values) if values else phrase


def number(amount: int | float | str) -> Phrase:
    """A number, kept left to right inside right-to-left text."""
    return same_in_all(f"{_ISOLATE}{amount}{_END_ISOLATE}")


def left_to_right(text: str) -> str:
    """A path or a message for programmers, kept in its own sequence whatever is around it."""
    return f"{_LEFT_TO_RIGHT}{text}{_END_ISOLATE}"


def yuan(fen: int) -> str:
    """An amount in yuan as digits: ``350`` fen is ``3.5``."""
    sign, fen = ("-", -fen) if fen < 0 else ("", fen)
    whole, rest = divmod(fen, 100)
    return f"{sign}{whole}" if not rest else f"{sign}{whole}.{rest:02d}".rstrip("0")


def money(fen: int) -> Phrase:
    """An amount of money in words: ``3.5 yuan``."""
    return words("money.amount", money=number(yuan(fen)))
