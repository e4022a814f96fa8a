"""What may have to be said: every phrase in one language, with the place where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from audio.kept import KeysByText
from audio.shelf.card import text_hash
from lessons.phrase import Language


@dataclass(frozen=True, slots=True)
class Sayable:
    """``key`` names the phrase for good, also when its words change."""

    key: str
    language: Language
    text: str
    is_open: bool = False
    """It has places that are filled when it is said (names, numbers): nobody can say it ahead."""

    @property
    def text_hash(self) -> str:
        """What tells whether a clip says this."""
        return text_hash(self.text, self.language)


def by_text(sayables: Iterable[Sayable]) -> dict[str, list[Sayable]]:
    """The phrases of every text, by its hash: the same words are said, and counted, once."""
    found: dict[str, list[Sayable]] = {}
    for each in sayables:
        found.setdefault(each.text_hash, []).append(each)
    return found


def keys_by_text(sayables: Iterable[Sayable]) -> KeysByText:
    """The key of every text; of several phrases with the same words the first."""
    found: dict[tuple[Language, str], str] = {}
    for each in sayables:
        found.setdefault((each.language, each.text_hash), each.key)
    return found
