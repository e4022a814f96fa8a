"""Samples -> a WAV file without the silence around the words."""

import io
import wave
from array import array
from dataclasses import dataclass
from typing import Final

from audio.sounds.foreign import Samples

_QUIET: Final = 200  # of 32767: breath and noise of the voice stay below
_KEPT_MS: Final = 60
_BLOCK_MS: Final = 5


@dataclass(frozen=True, slots=True)
class Trimmed:
    """Samples from the first to the last sound; ``cut_ms`` was taken away before them."""

    samples: "array[int]"
    cut_ms: int


def trimmed(samples: "array[int]", rate: int, kept_ms: int = _KEPT_MS) -> Trimmed:
    """Leave at most 60 ms of silence at either end; silence alone gives no samples."""
    block = rate * _BLOCK_MS // 1000
    starts = range(0, len(samples), block)
    first = next((at for at in starts if _is_loud(samples[at : at + block])), None)
    if first is None:
        return Trimmed(array("h"), 0)
    last = next(at for at in reversed(starts) if _is_loud(samples[at : at + block]))
    kept = rate * kept_ms // 1000
    begin = max(first - kept, 0)
    return Trimmed(samples[begin : last + block + kept], begin * 1000 // rate)


def wav_file(samples: "array[int]", rate: int) -> bytes:
    """Mono 16-bit WAV; ``samples`` are in the order of this machine."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


def wav_samples(content: bytes) -> Samples:
    """The samples of a mono 16-bit WAV file.

    Raises:
        wave.Error, EOFError: it is no such file.
    """
    with wave.open(io.BytesIO(content)) as file:
        return Samples(array("h", file.readframes(file.getnframes())), file.getframerate())


def _is_loud(block: "array[int]") -> bool:
    return max(block) > _QUIET or min(block) < -_QUIET
