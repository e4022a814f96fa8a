"""One place in a content file, read so that every problem names file, line, field and language."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from lessons.errors import ContentError
from lessons.phrase import LANGUAGES, Phrase

_WHOLE_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}")
_EMPTY: Final = frozenset({"", "~", "null"})


@dataclass(frozen=True, slots=True)
class Node:
    """One place in a content file: a value, a list or a map.

    ``path`` is the dotted way to it (``steps.2.say``), list places count from 1, as lines do.
    """

    file: str
    line: int
    path: str
    value: str | tuple[Node, ...] | dict[str, Node]
    quoted: bool = False
    """True where the text stood in quotes or in a block, so that it is no number and no flag."""

    def error(self, problem: str, language: str | None = None) -> ContentError:
        """A content error at this place, to be raised or listed."""
        return ContentError(self.file, self.line, self.path, problem, language)

    def field(self, name: str) -> Node:
        """The field ``name`` of a map, which must be there."""
        node = self.optional(name)
        if node is None:
            raise ContentError(self.file, self.line, below(self.path, name), "is missing")
        return node

    def optional(self, name: str) -> Node | None:
        """The field ``name`` of a map, or None where it is not written."""
        return self._map().get(name)

    def items(self) -> list[Node]:
        """The items of a list."""
        if not isinstance(self.value, tuple):
            raise self.error("must be a list")
        return list(self.value)

    def entries(self) -> list[tuple[str, Node]]:
        """The keys and values of a map, in the order in which they stand."""
        return list(self._map().items())

    def only(self, *names: str) -> None:
        """Refuse every field but these, so that a mistyped name is found."""
        for name, node in self._map().items():
            if name not in names:
                raise node.error(f"is not known here; known are {', '.join(names)}")

    def text(self) -> str:
        """Text that is not empty, without the space around it."""
        if not isinstance(self.value, str):
            raise self.error("must be text")
        text = self.value.strip()
        if not text or (text in _EMPTY and not self.quoted):
            raise self.error("is empty")
        return text

    def whole_number(self, minimum: int | None = None, maximum: int | None = None) -> int:
        """A whole number of at most 15 digits within the limits, both included."""
        allowed = _allowed(minimum, maximum)
        number = int(self._matched(_WHOLE_NUMBER, f"must be a whole number{allowed}"))
        too_small = minimum is not None and number < minimum
        if too_small or (maximum is not None and number > maximum):
            raise self.error(f"must be{allowed}")
        return number

    def number(self) -> float:
        """A number, with or without a decimal point."""
        return float(self._matched(_NUMBER, "must be a number"))

    def flag(self) -> bool:
        """``true`` or ``false``."""
        if self.quoted or self.value not in ("true", "false"):
            raise self.error("must be true or false")
        return self.value == "true"

    def phrase(self, allow_placeholders: Set[str] = frozenset()) -> Phrase:
        """A phrase: a map with exactly ug, zh and en, each with words in it."""
        self.only(*LANGUAGES)
        words = {language: self._words(language, allow_placeholders) for language in LANGUAGES}
        return Phrase(words["ug"], words["zh"], words["en"])

    def _words(self, language: str, placeholders: Set[str]) -> str:
        try:
            node = self.field(language)
            text = node.text()
        except ContentError as error:
            error.language = language
            raise
        if not any(letter.isalnum() for letter in text):
            raise node.error("has no words", language)
        for name in _PLACEHOLDER.findall(text):
            if name not in placeholders:
                raise node.error(f"{{{name}}} cannot be filled here", language)
        if re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
            raise node.error("has a brace that belongs to no placeholder", language)
        return text

    def _map(self) -> dict[str, Node]:
        if not isinstance(self.value, dict):
            raise self.error("must be a map of fields")
        return self.value

    def _matched(self, pattern: re.Pattern[str], problem: str) -> str:
        if isinstance(self.value, str) and not self.quoted and pattern.fullmatch(self.value):
            return self.value
        raise self.error(problem)


def below(path: str, name: str) -> str:
    """The dotted path of ``name`` inside ``path``."""
    return f"{path}.{name}" if path else name


def _allowed(minimum: int | None, maximum: int | None) -> str:
    """The limits in words, with a space before them; empty where there are none."""
    if minimum is not None and maximum is not None:
        return f" from {minimum} to {maximum}"
    if minimum is not None:
        return f" at least {minimum}"
    return "" if maximum is None else f" at most {maximum}"
