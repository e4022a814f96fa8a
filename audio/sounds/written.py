"""Samples -> a sound file of the kind that its name asks for."""

from pathlib import PurePath
from typing import Final

from audio.errors import FileRefused
from audio.sounds.foreign import Samples
from audio.sounds.mp3 import mp3_file
from audio.sounds.opus import opus_file
from audio.sounds.wav import wav_file

WRITTEN: Final = (".wav", ".mp3", ".ogg", ".opus")


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
            return opus_file(samples)
