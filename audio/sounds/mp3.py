"""Samples -> MP3, for players that know nothing else: 3 kB for a second of speech."""

from array import array
from typing import Final

import lameenc

BITS_PER_SECOND: Final = 24_000
RATES: Final = (16_000, 22_050, 24_000)
"""Samples a second for which an encoder at this bit rate leaves speech as it is."""
_QUALITY: Final = 5
_PIECE_S: Final = 0.25


def mp3_file(samples: "array[int]", rate: int) -> bytes:
    """Mono 16-bit samples as an MP3 file of 24 kbit/s.

    Raises:
        ValueError: ``rate`` is none of ``RATES``.
    """
    if rate not in RATES:
        raise ValueError(f"{rate} samples a second: not one of {RATES}")
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BITS_PER_SECOND // 1000)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(_QUALITY)
    encoder.silence()
    # in pieces, so that other threads run between them: the encoder may hold the interpreter
    piece = int(rate * _PIECE_S)
    made = bytearray()
    for at in range(0, len(samples), piece):
        made += encoder.encode(samples[at : at + piece].tobytes())
    return bytes(made + encoder.flush())
