"""Sound without the silence around it, and what is nothing but silence."""

from typing import Final

from audio.sounds.foreign import Samples
from audio.sounds.wav import trimmed

_FLAT: Final = 200


def without_silence(samples: Samples) -> Samples:
    """No samples where there is nothing to be heard; a line that does not move is no sound."""
    cut = trimmed(samples.values, samples.rate).samples
    if cut and max(cut) - min(cut) <= _FLAT:
        cut = cut[:0]
    return Samples(cut, samples.rate)


def is_silent(samples: Samples) -> bool:
    """Whether there is nothing to be heard."""
    return not without_silence(samples).values
