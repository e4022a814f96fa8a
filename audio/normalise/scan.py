"""Read a sentence from left to right with a language's rules.

A language is a tuple of rules: the first whose pattern matches here, and which knows what to say,
wins. A new kind of text (dates, telephone numbers, ordinals) is a new rule before the others.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

NUMBER: Final = r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.(?P<part>[0-9]+))?"
"""A number as written: ``12``, ``1,200``, ``3.50``."""

WORD: Final = r"[^\W\d_]+(?:['’\-][^\W\d_]+)*"
"""A run of letters; an apostrophe or hyphen inside belongs to it."""

_PAUSES: Final = (
    dict.fromkeys(",،、;；؛:：，…–—", ",")
    | dict.fromkeys(".。!！\n", ".")
    | dict.fromkeys("?？؟", "?")
)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """What to say for the shown characters ``first`` to before ``last``, and the pause after it.

    ``said`` may be several spoken words; ``pause`` is one of ``"" "," "." "?"``.
    """

    said: str
    first: int
    last: int
    pause: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """Text made plain; ``at[i]`` is the position in the shown text that letter ``i`` came from."""

    text: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """``say`` answers None where the pattern matched and yet the rule does not apply."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str | None]


def rule(pattern: str, say: Callable[[re.Match[str]], str | None]) -> Rule:
    """A rule from a regular expression."""
    return Rule(re.compile(pattern), say)


def scan(letters: Letters, rules: Sequence[Rule]) -> tuple[SpokenWord, ...]:
    """The words to say; what no rule knows is silent."""
    words: list[SpokenWord] = []
    here = 0
    while here < len(letters.text):
        found = _first_that_applies(letters.text, here, rules)
        if found is None:
            _pause_after(words, letters.text[here])
            here += 1
        else:
            said, end = found
            words.append(SpokenWord(said, letters.at[here], letters.at[end - 1] + 1))
            here = end
    return tuple(words)


def _first_that_applies(text: str, here: int, rules: Sequence[Rule]) -> tuple[str, int] | None:
    for candidate in rules:
        match = candidate.pattern.match(text, here)
        said = candidate.say(match) if match else None
        if match and said:
            return said, match.end()
    return None


def _pause_after(words: list[SpokenWord], mark: str) -> None:
    pause = _PAUSES.get(mark)
    if pause and words and words[-1].pause in ("", ","):
        words[-1] = replace(words[-1], pause=pause)
