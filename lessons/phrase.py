"""A phrase: the words of one thing in Uyghur, Chinese and English."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from lessons.errors import UnknownPlaceholder

Language = Literal["ug", "zh", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ug", "zh", "en")

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing said in three languages; ``{name}`` marks a place to be filled."""

    ug: str
    zh: str
    en: str

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
            **{language: _fill(self.text(language), language, values) for language in LANGUAGES}
        )


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
