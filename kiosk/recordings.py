"""What people said into this tablet, such as their name: WAV files in the data folder."""

import io
import re
import uuid
import wave
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from audio.clip import Clip
from kiosk.progress.durable import make_folder, replace_file
from kiosk.unkept import Unkept, Unkepts
from lessons.phrase import Language

_KEY = re.compile(r"own-[0-9a-f]{32}")
LONGEST_S = 20
_SHORTEST_S = 0.3
_RATES = (16_000, 44_100, 48_000)
_CHANNELS = (1, 2)
_SAMPLE_BYTES = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """Raw 16-bit samples from a microphone, and how many seconds they took to come."""

    samples: bytes
    seconds: float


class NothingHeard(ValueError):
    """Too short, or all silence."""


class Recordings:
    """The recordings of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unkept = Unkepts()

    def hold(self, heard: Heard) -> Unkept:
        """What was heard can be played under its key; it is in no file yet.

        Raises:
            NothingHeard: there is no sound in it.
        """
        return self._unkept.hold(f"own-{uuid.uuid4().hex}", wav_of(heard))

    def keep(self, said: Unkept) -> str:
        """Stores a recording durably; returns its key.

        Raises:
            kiosk.progress.errors.NotSaved: the disk did not take it.
        """
        make_folder(self._folder)
        replace_file(self._path(said.key), [said.content])
        return said.key

    def remove(self, key: str) -> None:
        """Nothing of it stays, where it is there at all."""
        if path := self.file(key):
            path.unlink(missing_ok=True)

    def sound(self, key: str) -> bytes | Path | None:
        """A recording's WAV, kept or not; None where there is none."""
        return self.file(key) or self._unkept.content(key)

    def file(self, key: str) -> Path | None:
        """The WAV file of a recording, or None where there is none."""
        path = self._path(key)
        return path if _KEY.fullmatch(key) and path.is_file() else None

    def clip(self, key: str, language: Language) -> Clip | None:
        """A recording as a clip; its words are not known."""
        found = self.sound(key)
        if found is None:
            return None
        file = io.BytesIO(found) if isinstance(found, bytes) else str(found)
        with wave.open(file) as sound:
            duration_ms = round(sound.getnframes() * 1000 / sound.getframerate())
        return Clip(key, language, duration_ms, (), "recorded")

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.wav"


def wav_of(heard: Heard) -> bytes:
    """What was heard as a WAV file, at most 20 seconds of it.

    Raises:
        NothingHeard: there is no sound in it.
    """
    rate, channels = format_of(heard)
    longest = LONGEST_S * rate * channels * _SAMPLE_BYTES
    whole = min(longest, len(heard.samples))
    samples = heard.samples[: whole - whole % (channels * _SAMPLE_BYTES)]
    if len(samples) < _SHORTEST_S * rate * channels * _SAMPLE_BYTES or not any(samples):
        raise NothingHeard
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(_SAMPLE_BYTES)
        out.setframerate(rate)
        out.writeframes(samples)
    return file.getvalue()


def format_of(heard: Heard) -> tuple[int, int]:
    """Samples a second and channels: browsers send what they like, so the speed tells."""
    speed = len(heard.samples) / max(heard.seconds, 0.1)
    return min(
        product(_RATES, _CHANNELS),
        key=lambda each: abs(each[0] * each[1] * _SAMPLE_BYTES - speed),
    )
