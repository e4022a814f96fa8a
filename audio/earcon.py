"""An earcon: a soft tick that answers a touch where words would say too much, as at a secret."""

import math
from array import array
from functools import cache
from typing import Final

from audio.clip import Clip, MadeClip
from audio.wav import wav_file

TICK: Final = "earcon-tick-1"
"""Its key; browsers keep its sound for ever, so another sound needs another number."""
_RATE: Final = 24_000
_PITCH_HZ: Final = 660
_TONE_MS: Final = 60
_REST_MS: Final = 40  # some players cut off the last moment of a sound
_LOUDEST: Final = 8_000  # of 32767: softer than the voice


@cache
def tick() -> MadeClip:
    """The tick, for every language the same."""
    count = _RATE * _TONE_MS // 1000
    samples = array("h", (_wave(at, count) for at in range(count)))
    samples.extend([0] * (_RATE * _REST_MS // 1000))
    clip = Clip(TICK, "en", _TONE_MS + _REST_MS, (), "earcon")
    return MadeClip(clip, wav_file(samples, _RATE))


def sound(key: str) -> bytes | None:
    """The WAV file of an earcon; None where the key is none's."""
    return tick().wav if key == TICK else None


def _wave(at: int, count: int) -> int:
    """Swells and fades, so that neither end clicks."""
    fade = math.sin(math.pi * at / (count - 1)) ** 2
    return round(_LOUDEST * fade * math.sin(2 * math.pi * _PITCH_HZ * at / _RATE))
