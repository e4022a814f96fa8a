"""Sounds for tests: tones and something like speech, in every kind of file."""

import io
import math
import random
from array import array

import av

from audio.sounds.foreign import Samples


def tone(seconds: float = 1.0, loudest: int = 8_000, rate: int = 24_000) -> Samples:
    """A tone that swells and fades four times a second, as syllables do."""
    count = int(seconds * rate)
    return Samples(
        array(
            "h",
            (
                round(
                    loudest
                    * abs(math.sin(math.pi * 4 * at / rate))
                    * math.sin(2 * math.pi * 300 * at / rate)
                )
                for at in range(count)
            ),
        ),
        rate,
    )


def noise(seconds: float, loudest: int, seed: int = 1) -> Samples:
    """Hiss."""
    chance = random.Random(seed)
    count = int(seconds * 24_000)
    return Samples(array("h", (chance.randint(-loudest, loudest) for _ in range(count))), 24_000)


CODECS = {"wav": "pcm_s16le", "mp3": "libmp3lame", "ogg": "libopus", "m4a": "aac"}
FORMATS = {"wav": "wav", "mp3": "mp3", "ogg": "ogg", "m4a": "ipod"}


def file_of(samples: Samples, kind: str) -> bytes:
    """A whole file: wav, mp3, ogg or m4a, as other programs write it."""
    out = io.BytesIO()
    with av.open(out, "w", format=FORMATS[kind]) as container:
        stream = container.add_stream(CODECS[kind], rate=48_000, layout="mono")
        resampler = av.AudioResampler(
            format=stream.codec_context.format, layout="mono", rate=48_000,
            frame_size=stream.codec_context.frame_size or 0,
        )  # fmt: skip
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples.values))
        frame.sample_rate = samples.rate
        frame.pts = 0
        plane = frame.planes[0]
        plane.update(samples.values.tobytes().ljust(plane.buffer_size, b"\0"))
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            for packet in stream.encode(piece):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return out.getvalue()
