"""The words that are known, and what can be derived from them by endings.

The lists lie in ``lessons/lang/ug``: ``words.txt.gz`` is reviewed or from published software,
``web-words.txt.gz`` was gathered from the web and may hold mistakes, ``misspelt.tsv.gz`` has
mistakes with their corrections, ``endings.tsv`` chains of endings and how often each was counted.
Where they come from: ``CREDITS.txt`` there.
"""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, Literal

from lessons.errors import ContentError
from lessons.uyghur.endings import NOUN_ENDING, VERB_ENDING, agrees
from lessons.uyghur.letters import ALPHABET, CONSONANTS, VOWELS

FOLDER: Final = Path(__file__).parents[1] / "lang" / "ug"
Known = Literal["yes", "seen", "no"]
"""seen: only in text from the web, which may be a mistake or a name."""

_USUAL: Final = 40
_NOT_RARE: Final = 15
_LONGEST_CHAIN: Final = 22
_MOST_SUGGESTIONS: Final = 3


@cache
def word_list(folder: Path = FOLDER) -> "WordList":
    """The lists that come with the kiosk, read once (a third of a second).

    Raises:
        ContentError: a list is missing or damaged.
    """
    words = _lines(folder / "words.txt.gz")
    seen = _lines(folder / "web-words.txt.gz")
    endings = (line.split("\t") for line in _lines(folder / "endings.tsv"))
    misspelt = (line.split("\t") for line in _lines(folder / "misspelt.tsv.gz"))
    try:
        return WordList(words, seen, {each: int(count) for each, count in endings}, dict(misspelt))
    except ValueError as error:
        raise ContentError(folder.name, 1, "", f"a word list is damaged: {error}") from error


def _lines(path: Path) -> list[str]:
    try:
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        return content.decode("utf-8").splitlines()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise ContentError(path.name, 1, "", f"cannot be read: {error}") from error


class WordList:
    """Words, and the words that endings make of them."""

    def __init__(
        self,
        words: Iterable[str],
        seen: Iterable[str] = (),
        endings: dict[str, int] | None = None,
        misspelt: dict[str, str] | None = None,
    ) -> None:
        self.words: Final = frozenset(words)
        self.seen: Final = frozenset(seen)
        self.endings: Final = endings or {}
        """Chains of endings, and how often each was counted."""
        self.misspelt: Final = misspelt or {}
        self.verbs: Final = frozenset(_verbs(self.words))
        self._longest = max(map(len, self.endings), default=0)
        self._known: dict[str, Known] = {}

    def known(self, word: str) -> Known:
        """Whether this is a word."""
        if word not in self._known:
            self._known[word] = self._judged(word)
        return self._known[word]

    def suggestions(self, word: str) -> list[str]:
        """Words that one slip away from this one, the likeliest first."""
        if word in self.misspelt:
            return [self.misspelt[word]]
        near = {each for each in _one_slip(word) if each in self.words and each != word}
        return sorted(near, key=lambda each: _distance(each, word))[:_MOST_SUGGESTIONS]

    def _judged(self, word: str) -> Known:
        if (
            word in self.words
            or (word in self.verbs and len(word) > 3)
            or self._has_known_ending(word)
            or self._has_ending_by_rule(word)
            or self._has_two_endings(word)
        ):
            return "yes"
        return "seen" if word in self.seen else "no"

    def _has_known_ending(self, word: str) -> bool:
        return any(
            (self.endings[ending] >= (_USUAL if changed else _NOT_RARE))
            or (len(base) > 4 and not changed)
            for base, ending, changed in self._splits(word)
            if agrees(word[: -len(ending)], ending)
        )

    def _has_ending_by_rule(self, word: str) -> bool:
        for length in range(1, min(_LONGEST_CHAIN, len(word) - 2) + 1):
            stem, ending = word[:-length], word[-length:]
            of_verb = length > 1 and VERB_ENDING.match(ending)
            of_noun = length > 2 and NOUN_ENDING.match(ending)
            if not (of_verb or of_noun) or not agrees(stem, ending):
                continue
            for base in bases(stem):
                if of_verb and len(base) > 2 and base in self.verbs:
                    return True
                if of_noun and len(base) > 3 and base in self.words:
                    return True
        return False

    def _has_two_endings(self, word: str) -> bool:
        for length in range(2, min(self._longest, len(word) - 4) + 1):
            stem, ending = word[:-length], word[-length:]
            if self.endings.get(ending, 0) < _USUAL or not agrees(stem, ending):
                continue
            if any(
                len(base) > 3 and self.endings[inner] >= _USUAL and not changed
                for base, inner, changed in self._splits(stem)
                if agrees(stem[: -len(inner)], inner)
            ):
                return True
        return False

    def _splits(self, word: str) -> Iterator[tuple[str, str, bool]]:
        """Every word of the list and ending that make this word, and whether the word changed."""
        for length in range(1, min(self._longest, len(word) - 2) + 1):
            stem, ending = word[:-length], word[-length:]
            if ending in self.endings:
                for place, base in enumerate(bases(stem)):
                    if len(base) > 2 and base in self.words:
                        yield base, ending, place > 0


def bases(stem: str) -> Iterator[str]:
    """What a stem may have been before an ending changed it: itself, then raised or lost vowels.

    ``بالا`` + ``لار`` is ``بالىلار``, ``ئات`` + ``ى`` is ``ئېتى``, ``ئوغۇل`` + ``ى`` is ``ئوغلى``.
    """
    yield stem
    place = max((place for place, letter in enumerate(stem) if letter in VOWELS), default=-1)
    if place >= 0:
        is_raised = stem[place] in "ىې" or (stem[place] in "ۇۈ" and len(stem) - place <= 2)
        if is_raised:
            yield from (stem[:place] + vowel + stem[place + 1 :] for vowel in "اە")
    if len(stem) > 2 and stem[-1] in CONSONANTS and stem[-2] in CONSONANTS:
        yield from (stem[:-1] + vowel + stem[-1] for vowel in "ۇۈى")


def _verbs(words: Iterable[str]) -> Iterator[str]:
    """Stems of verbs, from the verbal nouns of the list (``يېزىش``, ``يازماق``)."""
    for word in words:
        if len(word) > 3 and word[-1] == "ش":
            if word[-2] in "ىۇۈ" and len(word) > 4:
                yield from bases(word[:-2])
            elif word[-2] in "اە":
                yield word[:-1]
        elif len(word) > 4 and word[-3:] in ("ماق", "مەك"):
            yield word[:-3]


def _one_slip(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        start, rest = word[:place], word[place:]
        yield from (start + letter + rest for letter in ALPHABET)
        if rest:
            yield start + rest[1:]
            yield from (start + letter + rest[1:] for letter in ALPHABET)
        if len(rest) > 1:
            yield start + rest[1] + rest[0] + rest[2:]


def _distance(near: str, word: str) -> tuple[bool, int, str]:
    """A vowel in place of a vowel is the likeliest slip."""
    pairs = zip(near, word, strict=False)
    others = sum(a != b and not (a in VOWELS and b in VOWELS) for a, b in pairs)
    return len(near) != len(word), others, near
