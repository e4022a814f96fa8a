"""A phrase: the words of one thing in Uyghur, Chinese and English."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from lessons.errors import UnknownPlaceholder

Language = Literal["ug", "zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ug", "zh", "en")

_BETWEEN: Final[Mapping[Language, str]] = MappingProxyType({"ug": " ", "zh": "", "en": " "})
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing said in three languages; ``{name}`` marks a place to be filled."""

    ug: str
    zh: str
    en: str
    pieces: tuple["Phrase", ...] = ()
    """What it was joined from, see `joined`; empty for one that stands for itself."""

    def text(self, language: Language) -> str:
        """The words in one language."""
        match language:
            case "ug":
                return self.ug
            case "zh":
                return self.zh
            case "en":
                return self.en

    def placeholders(self) -> frozenset[str]:
        """Names that must be filled before the phrase can be said."""
        return frozenset(
            name for language in LANGUAGES for name in _PLACEHOLDER.findall(self.text(language))
        )

    def filled(self, **values: "Phrase | str | int") -> "Phrase":
        """The phrase with every ``{name}`` replaced; a phrase fills its own language.

        Raises:
            UnknownPlaceholder: a name in the text has no value.
        """
        return Phrase(
            **{language: _fill(self.text(language), language, values) for language in LANGUAGES},
            pieces=tuple(piece.filled(**values) for piece in self.pieces),
        )

    def placed(self, language: Language) -> Iterator[tuple["Phrase", int]]:
        """Each piece and where in the text it begins; itself where it has none."""
        at = 0
        for piece in self.pieces or (self,):
            yield piece, at
            at += len(piece.text(language)) + len(_BETWEEN[language])


def joined(phrases: Iterable[Phrase]) -> Phrase:
    """Several sentences as one on the screen; a voice says them one after the other."""
    pieces = [piece for phrase in phrases for piece in phrase.pieces or (phrase,)]
    if len(pieces) == 1:
        return pieces[0]
    texts = {each: _BETWEEN[each].join(p.text(each) for p in pieces) for each in LANGUAGES}
    return Phrase(**texts, pieces=tuple(pieces))


def same_in_all(text: str) -> Phrase:
    """A phrase for words that are not translated, such as a person's name."""
    return Phrase(text, text, text)


def _fill(text: str, language: Language, values: dict[str, "Phrase | str | int"]) -> str:
    def value_of(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise UnknownPlaceholder(name, text)
        value = values[name]
        return value.text(language) if isinstance(value, Phrase) else str(value)

    return _PLACEHOLDER.sub(value_of, text)
