"""Loudness after EBU R128, so that voices of many people and machines sound alike.

R 128 of the European Broadcasting Union, https://tech.ebu.ch/publications/r128: integrated loudness
in LUFS, measured here by the filter ``ebur128`` of FFmpeg. Broadcasting wants -23 LUFS; what is
heard on a tablet's small loudspeaker, beside people and hens, has to be louder.
"""

import math
from array import array
from typing import Final

import av
from av.filter import Graph

from audio.sounds.foreign import Samples

TARGET_LUFS: Final = -20.0
"""What the embedded voice has on the average, and as loud as most recordings can be."""
_HIGHEST_PEAK: Final = 0.89
"""Of full scale, one decibel below it: MP3 rounds peaks upwards."""
_KNEE: Final = 0.6
"""Of full scale: above it peaks are bent, where they would not fit otherwise."""
_MOST_BENT: Final = 1.5
"""So much louder, 3.5 decibels, may bent peaks make a clip; more would be heard as roughness."""
_FULL: Final = 32_768
_SILENCE_LUFS: Final = -60.0
_LEAST_MS: Final = 500
"""Integrated loudness is of blocks of 400 ms: a shorter sound is measured several times over."""


def loudness(samples: Samples) -> float | None:
    """Integrated loudness in LUFS; None for silence."""
    if not samples.values:
        return None
    repeated = Samples(samples.values * _times(samples), samples.rate)
    graph = Graph()
    source = graph.add_abuffer(sample_rate=samples.rate, format="s16", layout="mono")
    meter = graph.add("ebur128", "metadata=1")
    sink = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(sink)
    graph.configure()
    source.push(_frame(repeated))
    source.push(None)
    found = _last_integrated(graph)
    return None if found is None or found <= _SILENCE_LUFS else found


def levelled(samples: Samples) -> Samples:
    """As loud as all other clips, or as loud as it can be without clipping; silence as it is."""
    measured = loudness(samples)
    peak = max((abs(value) for value in samples.values), default=0) / _FULL
    if measured is None or peak == 0:
        return samples
    wanted = 10 ** ((TARGET_LUFS - measured) / 20)
    fitting = _HIGHEST_PEAK / peak
    if wanted <= fitting:
        louder = array("h", (round(value * wanted) for value in samples.values))
    else:
        gain = min(wanted, fitting * _MOST_BENT)
        louder = array("h", (_bent(value * gain) for value in samples.values))
    return Samples(louder, samples.rate)


def _bent(value: float) -> int:
    """Unchanged up to the knee; above it ever less, and never above the highest peak."""
    knee = _KNEE * _FULL
    if -knee <= value <= knee:
        return round(value)
    room = (_HIGHEST_PEAK - _KNEE) * _FULL
    return round(math.copysign(knee + room * math.tanh((abs(value) - knee) / room), value))


def _times(samples: Samples) -> int:
    return max(1, math.ceil(_LEAST_MS / max(samples.duration_ms, 1)))


def _frame(samples: Samples) -> "av.AudioFrame":
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples.values))
    frame.sample_rate = samples.rate
    frame.pts = 0
    plane = frame.planes[0]
    plane.update(samples.values.tobytes().ljust(plane.buffer_size, b"\0"))
    return frame


def _last_integrated(graph: "Graph") -> float | None:
    found = None
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return found
        told = frame.metadata.get("lavfi.r128.I")
        found = float(told) if told is not None else found
