"""Ear-marks: short sounds without words, each with one meaning, made here from bell tones.

They are softer than the voice. A tick answers a touch where words would say too much, as at a
secret; the others stand before a sentence, so that it is known what kind of news it brings.
"""

import math
from array import array
from dataclasses import dataclass
from functools import cache
from typing import Final

from audio.clip import Clip, MadeClip
from audio.sounds.wav import wav_file

_RATE: Final = 24_000
_LOUDEST: Final = 8_000  # of 32767
_REST_MS: Final = 40  # some players cut off the last moment of a sound
_RISE_MS: Final = 6
_VERSION: Final = 2
"""In every key: browsers keep a sound for ever, so another sound needs another number."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One tone that begins at ``at_ms`` and fades; ``overtones`` are their shares of loudness."""

    pitch_hz: float
    at_ms: int
    length_ms: int
    share: float = 1.0
    overtones: tuple[float, ...] = ()
    """Of twice, three times ... the pitch."""
    glide: float = 1.0
    """The pitch at its end as a share of that at its beginning."""


_BELL: Final = (0.5, 0.25, 0.3)
_WOOD: Final = (0.3,)
_MARKS: Final[dict[str, tuple[Tone, ...]]] = {
    "tick": (Tone(660, 0, 60),),
    # two strokes of a shop's bell
    "order": (Tone(988, 0, 420, 0.8, _BELL), Tone(988, 180, 520, 0.8, _BELL)),
    # metal on metal, up a fourth
    "coin": (Tone(1976, 0, 90, 0.6, (0.4,)), Tone(2637, 70, 330, 0.6, (0.4, 0.2))),
    # a third up, and a third more
    "right": (Tone(523, 0, 160), Tone(659, 110, 160), Tone(784, 220, 320)),
    # one low step down, like wood: no alarm
    "again": (Tone(330, 0, 170, 0.9, _WOOD), Tone(294, 150, 260, 0.9, _WOOD)),
    # away, upwards
    "send": (Tone(392, 0, 420, 0.9, (0.15,), glide=2.4),),
    # an evening fifth, falling
    "night": (Tone(587, 0, 380, 0.8, (0.2,)), Tone(392, 260, 640, 0.8, (0.2,))),
}
NAMES: Final = tuple(_MARKS)


def key(name: str) -> str:
    """The clip key of an ear-mark."""
    return f"earmark-{name}-{_VERSION}"


@cache
def mark(name: str) -> MadeClip:
    """The ear-mark of this name, for every language the same; ``KeyError`` where there is none."""
    samples = _mixed(_MARKS[name])
    clip = Clip(key(name), "en", len(samples) * 1000 // _RATE, (), "earmark")
    return MadeClip(clip, wav_file(samples, _RATE))


def sound(clip_key: str) -> bytes | None:
    """The WAV file of an ear-mark; None where the key is none's."""
    name = next((name for name in NAMES if key(name) == clip_key), None)
    return mark(name).sound if name else None


def _mixed(tones: tuple[Tone, ...]) -> "array[int]":
    length_ms = max(tone.at_ms + tone.length_ms for tone in tones) + _REST_MS
    mixed = [0.0] * (_RATE * length_ms // 1000)
    for tone in tones:
        start = _RATE * tone.at_ms // 1000
        for at, value in enumerate(_waves(tone)):
            mixed[start + at] += value
    peak = max(abs(value) for value in mixed)
    loudest = _LOUDEST * max(tone.share for tone in tones)
    return array("h", (round(value / peak * loudest) for value in mixed))


def _waves(tone: Tone) -> list[float]:
    count = _RATE * tone.length_ms // 1000
    loud = tone.share / (1 + sum(tone.overtones))
    parts = tuple(enumerate((1.0, *tone.overtones), start=1))
    values: list[float] = []
    phase = 0.0
    for at in range(count):
        phase += 2 * math.pi * tone.pitch_hz * tone.glide ** (at / count) / _RATE
        wave = sum(part * math.sin(times * phase) for times, part in parts)
        values.append(loud * _envelope(at, count) * wave)
    return values


def _envelope(at: int, count: int) -> float:
    """Rises at once and dies away like something struck; neither end clicks."""
    rise = min(1.0, at / (_RATE * _RISE_MS / 1000))
    passed = at / (count - 1)
    return rise * math.exp(-3.5 * passed) * math.cos(math.pi / 2 * passed) ** 2
