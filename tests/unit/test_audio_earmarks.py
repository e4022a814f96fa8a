"""Ear-marks: short, soft, without a click at either end, distinct, and served under their keys."""

import io
import math
import wave
from array import array
from itertools import combinations, pairwise

import pytest

from audio import earmarks


def samples(name: str) -> "array[int]":
    with wave.open(io.BytesIO(earmarks.mark(name).sound)) as reader:
        return array("h", reader.readframes(reader.getnframes()))


def likeness(one: "array[int]", other: "array[int]") -> float:
    """Cosine between how loud a sound is at each pitch; 1 is the same tones."""
    first, second = spectrum(one), spectrum(other)
    dot = sum(a * b for a, b in zip(first, second, strict=True))
    return dot / math.sqrt(sum(a * a for a in first) * sum(b * b for b in second))


def spectrum(heard: "array[int]") -> list[float]:
    """Loudness at each of 40 pitches from 200 to 3200 Hz (Goertzel), for a quarter of a second."""
    part = heard[:6000]
    found = []
    for step in range(40):
        turn = 2 * math.cos(2 * math.pi * 200 * 2 ** (step / 10) / 24_000)
        before, now = 0.0, 0.0
        for value in part:
            before, now = now, value + turn * now - before
        found.append(math.sqrt(max(now * now + before * before - turn * now * before, 0)))
    return found


@pytest.mark.parametrize("name", earmarks.NAMES)
def test_a_mark_is_as_long_as_its_clip_says_and_short(name: str) -> None:
    clip = earmarks.mark(name).clip
    assert len(samples(name)) * 1000 // 24_000 == clip.duration_ms
    assert clip.duration_ms <= (120 if name == "tick" else 1_000)


@pytest.mark.parametrize("name", earmarks.NAMES)
def test_a_mark_can_be_heard_and_is_softer_than_the_voice(name: str) -> None:
    assert 2_000 < max(abs(each) for each in samples(name)) < 12_000


@pytest.mark.parametrize("name", earmarks.NAMES)
def test_a_mark_swells_and_fades_without_a_click(name: str) -> None:
    heard = samples(name)
    assert heard[0] == heard[-1] == 0
    assert max(abs(b - a) for a, b in pairwise(heard[:24])) < 1_500


@pytest.mark.parametrize("name", earmarks.NAMES)
def test_a_mark_has_no_words_that_could_be_shown(name: str) -> None:
    assert earmarks.mark(name).clip.words == ()


@pytest.mark.parametrize(("one", "other"), list(combinations(earmarks.NAMES, 2)))
def test_two_marks_are_distinct(one: str, other: str) -> None:
    assert likeness(samples(one), samples(other)) < 0.9


def test_only_a_marks_own_key_gives_its_sound() -> None:
    assert earmarks.sound(earmarks.key("coin")) == earmarks.mark("coin").sound
    assert earmarks.sound("earmark-coin-1") is None
    with pytest.raises(KeyError):
        earmarks.mark("thunder")
