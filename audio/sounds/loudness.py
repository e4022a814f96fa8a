"""Loudness after EBU R128, so that voices of many people and machines sound alike.

R 128 of the European Broadcasting Union, https://tech.ebu.ch/publications/r128: integrated loudness
in LUFS, measured here by the filter ``ebur128`` of FFmpeg. Broadcasting wants -23 LUFS; what is
heard on a tablet's small loudspeaker, beside people and hens, has to be louder.
"""

import math
import sys
from itertools import pairwise
from typing import Final

from audio.sounds.filters import filtered, frames, multiplied
from audio.sounds.foreign import Samples

TARGET_LUFS: Final = -20.0
"""As loud as most recordings can be."""
_HIGHEST_PEAK: Final = 0.89
"""Of full scale, one decibel below it: encoders round peaks upwards."""
_MOST_LIMITED: Final = 2.0
"""So much above it, 6 decibels, may peaks come that are turned down; more would be heard."""
_SOFTER: Final = 1.06
"""Half a decibel: rather than turn peaks down the whole clip is left that much softer."""
_CLOSE_DB: Final = 0.3
_FULL: Final = 32_768
_HIGH_BYTE: Final = 1 if sys.byteorder == "little" else 0
_SILENCE_LUFS: Final = -60.0
_LEAST_MS: Final = 500
"""Integrated loudness is of blocks of 400 ms: a shorter sound is measured several times over."""

_EVERY: Final = 32
"""Of so many samples one is looked at where a glance has to do."""
_BLOCK_S: Final = 0.2
"""Two of them are as long as what the meter gates."""
_GLANCE_LU: Final = 0.0
"""How much softer speech seems at a glance than by the meter, which weighs low tones less."""
_GATE: Final = 0.1
"""A stretch with less than a tenth of the mean power is a pause."""
_NOT_HEARD_DB: Final = 0.5


def loudness(samples: Samples) -> float | None:
    """Integrated loudness in LUFS; None for silence."""
    if not samples.values:
        return None
    repeated = Samples(samples.values * _times(samples), samples.rate)
    found = None
    for frame in frames(repeated, ("ebur128", "metadata=1")):
        told = frame.metadata.get("lavfi.r128.I")
        found = float(told) if told is not None else found
    return None if found is None or found <= _SILENCE_LUFS else found


def levelled(samples: Samples) -> Samples:
    """As loud as all other clips, or as loud as it can be without clipping; silence as it is."""
    measured = loudness(samples)
    if measured is None:
        return samples
    highest = _highest(samples)
    louder = _amplified(samples, TARGET_LUFS - measured, highest)
    reached = loudness(louder)
    if reached is None or reached > TARGET_LUFS - _CLOSE_DB:
        return louder
    # peaks that were turned down took something of it
    return _amplified(samples, 2 * TARGET_LUFS - measured - reached, highest)


def evened(samples: Samples) -> Samples:
    """As `levelled`, for who waits: in a tenth of the time, and within one LU for speech."""
    seen, highest = _glanced(samples), _highest(samples)
    missing = 0.0 if seen is None else TARGET_LUFS - seen
    if abs(missing) < _NOT_HEARD_DB and highest <= _HIGHEST_PEAK:
        return samples
    return _amplified(samples, missing, highest)


def _amplified(samples: Samples, decibels: float, highest: float) -> Samples:
    """Louder or softer; peaks that would not fit are turned down for a moment, not cut off."""
    wanted, fitting = 10 ** (decibels / 20), _HIGHEST_PEAK / highest
    if wanted <= fitting * _SOFTER:
        return multiplied(samples, min(wanted, fitting))
    factor = min(wanted, fitting * _MOST_LIMITED)
    limit = f"limit={_HIGHEST_PEAK}:attack=5:release=50:level=false:latency=true"
    louder = ("volume", f"volume={factor:.4f}:precision=float")
    return filtered(samples, louder, ("alimiter", limit))


def _highest(samples: Samples) -> float:
    """The highest peak, of full scale, or up to 1/128 more.

    Of each sample only the high byte is looked at: `max` would take longer than to speak.
    """
    high = samples.values.tobytes()[_HIGH_BYTE::2]
    steps = range(128, 1, -1)
    found = (step for step in steps if step - 1 in high or 256 - step in high)
    return next(found, 1) / 128


def _glanced(samples: Samples) -> float | None:
    """About the loudness of speech in LUFS; None for silence."""
    size = round(samples.rate * _BLOCK_S)
    starts = range(0, len(samples.values), size)
    pieces = (samples.values[at : at + size : _EVERY] for at in starts)
    powers = [math.hypot(*piece) ** 2 / len(piece) for piece in pieces]
    whole = powers[: len(samples.values) // size] or powers
    stretches = [(one + other) / 2 for one, other in pairwise(whole)] or whole
    gate = _GATE * sum(stretches) / max(1, len(stretches))
    heard = [power for power in stretches if power > gate]
    if not heard:
        return None
    found = 10 * math.log10(sum(heard) / len(heard) / _FULL**2) + _GLANCE_LU
    return None if found <= _SILENCE_LUFS else found


def _times(samples: Samples) -> int:
    return max(1, math.ceil(_LEAST_MS / max(samples.duration_ms, 1)))
