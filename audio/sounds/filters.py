"""Samples through filters of FFmpeg: as fast as C, where a loop over samples would be heard."""

import threading
from array import array
from collections.abc import Iterable, Iterator

import av
from av.filter import Graph
from av.filter.context import FilterContext

from audio.sounds.foreign import Samples

Filter = tuple[str, str]
"""The name of a filter and its options, as ``("volume", "volume=2")``."""


def frames(samples: Samples, *filters: Filter) -> "Iterator[av.AudioFrame]":
    """What comes out of the last of ``filters``, with what they tell of it."""
    graph, source, _ = _chain(samples.rate, filters)
    source.push(_frame(samples))
    source.push(None)
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        if isinstance(frame, av.AudioFrame):
            yield frame


def filtered(samples: Samples, *filters: Filter) -> Samples:
    """The samples after all of ``filters``, which must leave rate and length as they are."""
    values = array("h")
    for frame in frames(samples, *filters, ("aformat", "sample_fmts=s16")):
        _append(values, frame)
    return Samples(values, samples.rate)


def multiplied(samples: Samples, factor: float) -> Samples:
    """Each sample times ``factor``; what would not fit is cut off."""
    graph, source, volume = _amplifier(samples.rate)
    volume.process_command("volume", f"{factor:.4f}")
    source.push(_frame(samples))
    values = array("h")
    _append(values, graph.pull())
    return Samples(values, samples.rate)


class _Amplifiers(threading.local):
    """One a rate, kept: to make it takes longer than what it does. No two threads share one."""

    def __init__(self) -> None:
        self.by_rate: dict[int, _Chain] = {}


_AMPLIFIERS = _Amplifiers()
_Chain = tuple[Graph, FilterContext, FilterContext]
"""Filters in a row: all of them, what takes the samples, and the last that was asked for."""


def _amplifier(rate: int) -> _Chain:
    if rate not in _AMPLIFIERS.by_rate:
        _AMPLIFIERS.by_rate[rate] = _chain(rate, [("volume", "volume=1:precision=fixed")])
    return _AMPLIFIERS.by_rate[rate]


def _chain(rate: int, filters: Iterable[Filter]) -> _Chain:
    graph = Graph()
    graph.threads = 1  # else some are begun for each graph, which takes longer than the filters
    source = last = graph.add_abuffer(sample_rate=rate, format="s16", layout="mono")
    for name, options in filters:
        following = graph.add(name, options)
        last.link_to(following)
        last = following
    last.link_to(graph.add("abuffersink"))
    graph.configure()
    return graph, source, last


def _frame(samples: Samples) -> "av.AudioFrame":
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples.values))
    frame.sample_rate = samples.rate
    frame.pts = 0
    plane = frame.planes[0]
    plane.update(samples.values.tobytes().ljust(plane.buffer_size, b"\0"))
    return frame


def _append(values: "array[int]", frame: object) -> None:
    if isinstance(frame, av.AudioFrame):
        # a plane may be longer than what it holds
        values.frombytes(memoryview(frame.planes[0])[: frame.samples * values.itemsize])
