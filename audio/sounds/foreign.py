"""Sound files that people bring -> samples: WAV, MP3, OGG and M4A, or one clear refusal."""

import io
import math
from array import array
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

import av

from audio.errors import FileRefused
from audio.sounds.kind import M4A, MP3, OGG, WAV, kind_of
from audio.sounds.whole import told_seconds

RATE: Final = 24_000
"""Samples a second of everything that is kept."""
LONGEST_S: Final = 60
"""Nobody says one phrase for longer."""
MOST_BYTES: Final = 64 * 1024 * 1024

_SUFFIXES: Final = {
    ".wav": WAV,
    ".mp3": MP3,
    ".ogg": OGG,
    ".oga": OGG,
    ".opus": OGG,
    ".m4a": M4A,
    ".mp4": M4A,
}
_FLOATS: Final = {"flt": "f", "dbl": "d"}
_DEMUXERS: Final = {WAV: "wav", MP3: "mp3", OGG: "ogg", M4A: "mov,mp4,m4a,3gp,3g2,mj2"}
"""Each file is opened as what it begins like and as nothing else."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Mono 16-bit samples, ``rate`` of them a second, in the order of this machine."""

    values: "array[int]"
    rate: int

    @property
    def duration_ms(self) -> int:
        """How long they sound."""
        return len(self.values) * 1000 // self.rate


def is_sound_name(name: str) -> bool:
    """Whether a file of this name may hold sound that can be read."""
    return PurePath(name).suffix.lower() in _SUFFIXES


def sound_endings() -> list[str]:
    """The endings of names of files that can be read, without the dot."""
    return sorted(suffix.removeprefix(".") for suffix in _SUFFIXES)


def read_sound(name: str, content: bytes, longest_s: float = LONGEST_S) -> Samples:
    """The samples of a whole file; ``name`` is only looked at for its ending.

    Raises:
        FileRefused: it is empty, no sound, too long, broken, or its ending says something else.
    """
    kind = _checked_kind(name, content)
    try:
        values = _decoded(name, content, _DEMUXERS[kind], longest_s)
    except (av.error.FFmpegError, ValueError, IndexError) as error:
        raise FileRefused(name, "the sound in it is broken") from error
    if not values:
        raise FileRefused(name, "there is no sound in it")
    return Samples(values, RATE)


def check_size(name: str, content: bytes) -> None:
    """See that a file is not too large; of such a one no more than ``MOST_BYTES`` + 1 need be read.

    Raises:
        FileRefused: it is, because it is too long or for another reason.
    """
    if len(content) <= MOST_BYTES:
        return
    if kind_of(content) == WAV and told_seconds(content) > LONGEST_S:
        raise FileRefused(name, f"longer than {LONGEST_S} seconds", "long")
    most = f"{MOST_BYTES // 1024 // 1024} MB"
    raise FileRefused(
        name, f"larger than {most}, and at most {LONGEST_S} seconds are kept", "large"
    )


def _checked_kind(name: str, content: bytes) -> str:
    wanted = _SUFFIXES.get(PurePath(name).suffix.lower())
    if wanted is None:
        raise FileRefused(name, f"not one of {', '.join(sorted(_SUFFIXES))}")
    if not content:
        raise FileRefused(name, "the file is empty")
    check_size(name, content)
    found = kind_of(content)
    if found is None:
        raise FileRefused(name, "not a sound file")
    if found != wanted:
        raise FileRefused(name, f"its ending is wrong: it is {found}")
    return found


def _decoded(name: str, content: bytes, demuxer: str, longest_s: float) -> "array[int]":
    values = array("h")
    with av.open(io.BytesIO(content), "r", format=demuxer) as container:
        if not container.streams.audio:
            raise FileRefused(name, "there is no sound in it")
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in container.decode(container.streams.audio[0]):
            _check_numbers(name, frame)
            for piece in resampler.resample(frame):
                _append(values, piece)
            if len(values) > longest_s * RATE:
                raise FileRefused(name, f"longer than {longest_s:g} seconds", "long")
        for piece in resampler.resample(None):
            _append(values, piece)
    return values


def _check_numbers(name: str, frame: "av.AudioFrame") -> None:
    """A file may hold what is no number at all; resampled it would be a roar."""
    letter = _FLOATS.get(frame.format.packed.name)
    if letter is None:
        return
    for plane in frame.planes:
        held = array(letter)
        content = bytes(plane)
        held.frombytes(content[: len(content) - len(content) % held.itemsize])
        used = frame.samples * (1 if frame.format.is_planar else frame.layout.nb_channels)
        if not math.isfinite(sum(held[:used])):
            raise FileRefused(name, "the sound in it is broken")


def _append(values: "array[int]", frame: "av.AudioFrame") -> None:
    # a plane may be longer than what it holds
    values.frombytes(bytes(frame.planes[0])[: frame.samples * values.itemsize])
