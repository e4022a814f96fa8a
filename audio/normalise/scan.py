"""Read a sentence from left to right with a language's rules.

A language is a tuple of rules: the first whose pattern matches here, and which knows what to say,
wins. A new kind of text is a new rule before the others.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

_PAUSES: Final = (
    dict.fromkeys(",،、;；؛:：，…–—", ",")
    | dict.fromkeys(".。!！\n", ".")
    | dict.fromkeys("?？؟", "?")
)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """What to say for the shown characters ``first`` to before ``last``, and the pause after it.

    ``said`` may be several spoken words; ``pause`` is one of ``"" "," "." "?"``. ``sounds`` is the
    spelling for the embedded voice, where it would misread ``said``.
    """

    said: str
    first: int
    last: int
    pause: str = ""
    sounds: str = ""

    @property
    def spelled(self) -> str:
        """What the embedded voice is given."""
        return self.sounds or self.said


@dataclass(frozen=True, slots=True)
class Letters:
    """Text made plain; ``at[i]`` is the position in the shown text that letter ``i`` came from."""

    text: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """``say`` answers None where it matched and yet the rule does not apply."""

    match: Callable[[str, int], re.Match[str] | None]
    """At this place of this text; dozens are tried at each."""
    say: Callable[[re.Match[str]], str | None]
    at_letters: bool = False
    """Whether its pattern can match where a letter stands, or a space and then a letter: most begin
    with a digit or a sign."""


def rule(pattern: str, say: Callable[[re.Match[str]], str | None]) -> Rule:
    """A rule from a regular expression that begins with no letter."""
    return Rule(re.compile(pattern).match, say)


def letter_rule(pattern: str, say: Callable[[re.Match[str]], str | None]) -> Rule:
    """A rule from a regular expression that may begin with a letter."""
    return Rule(re.compile(pattern).match, say, at_letters=True)


def scan(letters: Letters, rules: Sequence[Rule]) -> tuple[SpokenWord, ...]:
    """The words to say; what no rule knows is silent."""
    words: list[SpokenWord] = []
    here = 0
    at_letters = [each for each in rules if each.at_letters]
    while here < len(letters.text):
        tried = at_letters if _is_letter(letters.text, here) else rules
        found = _first_that_applies(letters.text, here, tried)
        if found is None:
            _pause_after(words, _mark_at(letters.text, here))
            here += 1
        else:
            said, end = found
            _add(words, SpokenWord(said, letters.at[here], letters.at[end - 1] + 1))
            here = end
    return tuple(words)


def _is_letter(text: str, here: int) -> bool:
    """Whether a letter stands here, or behind one space: no rule begins with that space alone."""
    return text[here].isalpha() or (text[here] == " " and text[here + 1 : here + 2].isalpha())


def _first_that_applies(text: str, here: int, rules: Sequence[Rule]) -> tuple[str, int] | None:
    for candidate in rules:
        match = candidate.match(text, here)
        said = candidate.say(match) if match else None
        if match and said:
            return said, match.end()
    return None


def _add(words: list[SpokenWord], word: SpokenWord) -> None:
    if words and word.first < words[-1].last:  # one shown character, such as ㏂, is two words
        before = words.pop()
        word = SpokenWord(f"{before.said} {word.said}", before.first, max(before.last, word.last))
    words.append(word)


def _mark_at(text: str, here: int) -> str:
    """A hyphen between digits that means nothing keeps them apart: 1-2-3 is not 123."""
    apart = (
        text[here] == "-"
        and text[here - 1 : here].isdigit()
        and text[here + 1 : here + 2].isdigit()
    )
    return "," if apart else text[here]


def _pause_after(words: list[SpokenWord], mark: str) -> None:
    pause = _PAUSES.get(mark)
    if pause and words and words[-1].pause in ("", ","):
        words[-1] = replace(words[-1], pause=pause)
