"""What the embedded voice is given to read, and which shown word each moment belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from audio.clip import Word
from audio.espeak import Mark
from audio.normalise import SpokenWord


@dataclass(frozen=True, slots=True)
class Script:
    """``ends[i]`` is where word ``i`` ends in the text, pause included."""

    text: str
    words: tuple[SpokenWord, ...]
    ends: tuple[int, ...]


def script(words: Sequence[SpokenWord]) -> Script:
    """The words in one text; Chinese characters stand close, everything else apart."""
    text = ""
    ends: list[int] = []
    for before, word in zip((None, *words), words, strict=False):
        if before and not (_ends_chinese(before) and _is_han(word.said[0])):
            text += " "
        text += word.spelled + word.pause
        ends.append(len(text))
    return Script(text, tuple(words), tuple(ends))


def timed(read: Script, marks: Sequence[Mark], duration_ms: int, sentence: str) -> tuple[Word, ...]:
    """The shown words with their times: in order, without gaps, inside the duration."""
    starts = [*_starts(read, marks, duration_ms), duration_ms]
    return tuple(
        Word(sentence[word.first : word.last], start, end, word.first, word.last)
        for word, start, end in zip(read.words, starts, starts[1:], strict=False)
    )


def _starts(read: Script, marks: Sequence[Mark], duration_ms: int) -> list[int]:
    known = _marked(read, marks)
    starts: list[int] = []
    for index in range(len(read.words)):
        start = known.get(index)
        if start is None:
            start = _between(read, known, index, duration_ms)
        earliest = starts[-1] if starts else 0
        starts.append(min(max(start, earliest), duration_ms))
    return starts


def _marked(read: Script, marks: Sequence[Mark]) -> dict[int, int]:
    """The first mark inside each word, by the word's index."""
    known: dict[int, int] = {0: 0}
    for mark in marks:
        index = next((i for i, end in enumerate(read.ends) if mark.position < end), None)
        if index is not None:
            known.setdefault(index, mark.at_ms)
    return known


def _between(read: Script, known: dict[int, int], index: int, duration_ms: int) -> int:
    """The voice ran words together: share the time by their letters."""
    before = max(i for i in known if i < index)
    after = min((i for i in known if i > index), default=len(read.words))
    until = known.get(after, duration_ms)
    letters = [len(word.said) for word in read.words[before:after]]
    share = sum(letters[: index - before]) / sum(letters)
    return round(known[before] + (until - known[before]) * share)


def _ends_chinese(word: SpokenWord) -> bool:
    return not word.pause and _is_han(word.said[-1])


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"
