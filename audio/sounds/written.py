"""Samples -> a sound file of the kind that its name asks for."""

import io
from pathlib import PurePath
from typing import Final

import av

from audio.errors import FileRefused
from audio.sounds.filters import frames
from audio.sounds.foreign import Samples
from audio.sounds.mp3 import mp3_file
from audio.sounds.wav import wav_file

WRITTEN: Final = (".wav", ".mp3", ".ogg", ".opus")
_OPUS_RATE: Final = 48_000
_OPUS_BITS: Final = 24_000
_OPUS_FRAME: Final = 960


def check_ending(name: str) -> None:
    """See that a file of this name can be written.

    Raises:
        FileRefused: its ending says nothing, or something else.
    """
    if PurePath(name).suffix.lower() not in WRITTEN:
        raise FileRefused(name, f"not one of {', '.join(sorted(WRITTEN))}")


def written(name: str, samples: Samples) -> bytes:
    """A whole file: WAV, MP3 or Opus in Ogg.

    Raises:
        FileRefused: its ending says nothing, or something else.
    """
    check_ending(name)
    match PurePath(name).suffix.lower():
        case ".wav":
            return wav_file(samples.values, samples.rate)
        case ".mp3":
            return mp3_file(samples.values, samples.rate)
        case _:
            return _opus(samples)


def _opus(samples: Samples) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=_OPUS_RATE, layout="mono")
        stream.bit_rate = _OPUS_BITS
        shape = f"sample_fmts=s16:sample_rates={_OPUS_RATE}:channel_layouts=mono"
        sized = f"n={_OPUS_FRAME}:p=0"
        for frame in frames(samples, ("aformat", shape), ("asetnsamples", sized)):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()
