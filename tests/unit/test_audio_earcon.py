"""The soft tick: short, soft, without a click at either end, and served under its key."""

import io
import wave
from array import array
from itertools import pairwise

from audio import earcon


def samples() -> "array[int]":
    with wave.open(io.BytesIO(earcon.tick().wav)) as reader:
        return array("h", reader.readframes(reader.getnframes()))


def test_the_tick_is_as_long_as_its_clip_says() -> None:
    with wave.open(io.BytesIO(earcon.tick().wav)) as reader:
        duration_ms = reader.getnframes() * 1000 / reader.getframerate()
    assert duration_ms == earcon.tick().clip.duration_ms
    assert duration_ms <= 120


def test_the_tick_can_be_heard_and_is_soft() -> None:
    loudest = max(abs(each) for each in samples())
    assert 2_000 < loudest < 12_000


def test_the_tick_swells_and_fades_without_a_click() -> None:
    heard = samples()
    assert heard[0] == heard[-1] == 0
    assert max(abs(b - a) for a, b in pairwise(heard)) < 2_000


def test_the_tick_has_no_words_that_could_be_shown() -> None:
    assert earcon.tick().clip.words == ()


def test_only_the_ticks_own_key_gives_its_sound() -> None:
    assert earcon.sound(earcon.TICK) == earcon.tick().wav
    assert earcon.sound("earcon-tick-2") is None
