"""What a recording needs: how loud it is, and when its words are said."""

import itertools
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.clip import Word
from audio.sounds.level import Level, level_of
from audio.tapping import tapped_words

WORDS = (Word("a", 0, 500, 0, 1), Word("b", 500, 900, 2, 3), Word("c", 900, 1500, 4, 5))


def pcm(*values: int) -> bytes:
    return array("h", values).tobytes()


def test_words_begin_where_they_were_touched_and_end_where_the_next_begins() -> None:
    found = tapped_words(WORDS, (300, 820, 1220), 1500)
    assert found is not None
    assert [(word.start_ms, word.end_ms) for word in found] == [(0, 700), (700, 1100), (1100, 1500)]
    assert [word.text for word in found] == ["a", "b", "c"]
    assert [(word.first, word.last) for word in found] == [(0, 1), (2, 3), (4, 5)]


@pytest.mark.parametrize("taps", [(), (100,), (100, 600), (100, 600, 900, 1200)])
def test_fewer_or_more_touches_than_words_change_nothing(taps: tuple[int, ...]) -> None:
    assert tapped_words(WORDS, taps, 1500) is None


def test_a_text_without_words_has_no_times() -> None:
    assert tapped_words((), (), 1500) is None


@given(st.lists(st.integers(-10_000, 100_000), min_size=3, max_size=3), st.integers(1, 60_000))
def test_whatever_is_touched_the_times_are_in_order_and_inside_the_clip(
    taps: list[int], duration: int
) -> None:
    found = tapped_words(WORDS, taps, duration)
    assert found is not None
    times = [at for word in found for at in (word.start_ms, word.end_ms)]
    assert times == sorted(times)
    assert (times[0], times[-1]) == (0, duration)
    assert all(one.end_ms == two.start_ms for one, two in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("samples", "verdict"),
    [
        ((), "silent"),
        ((0, 3, -90), "silent"),
        ((0, 900, -1500), "quiet"),
        ((0, 9000, -12000), "good"),
        ((32767,) * 5 + (0,), "good"),
        ((32767, -32768) * 20, "loud"),
    ],
)
def test_what_is_told_of_a_level(samples: tuple[int, ...], verdict: str) -> None:
    assert level_of(pcm(*samples)).verdict == verdict


def test_half_a_sample_at_the_end_of_a_piece_is_left_out() -> None:
    assert level_of(pcm(100, 200) + b"\x7f") == level_of(pcm(100, 200))


def test_pieces_together_are_as_loud_as_their_loudest_and_clip_as_often() -> None:
    both = level_of(pcm(*(32767,) * 8)).and_then(level_of(pcm(*(-32768,) * 8)))
    assert both.verdict == "loud"
    assert Level(0.2).and_then(Level(0.5)).peak == 0.5
