"""When each word is said, from touches of somebody who listened along."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from audio.clip import Word

_LATE_MS: Final = 120
"""How much later than the word begins a hand comes that follows an ear."""


def tapped_words(
    words: Sequence[Word], taps_ms: Sequence[int], duration_ms: int
) -> tuple[Word, ...] | None:
    """``words`` beginning where they were touched; None where there is not one touch for each.

    Touches are milliseconds into the clip, in any order. The first word begins at 0, each ends
    where the next one begins and the last one with the clip.
    """
    if not words or len(taps_ms) != len(words):
        return None
    later = (min(max(tap - _LATE_MS, 0), duration_ms) for tap in sorted(taps_ms)[1:])
    starts = [0, *later, duration_ms]
    return tuple(
        replace(word, start_ms=start, end_ms=end)
        for word, start, end in zip(words, starts, starts[1:], strict=False)
    )
