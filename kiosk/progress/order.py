"""The one sequence of what several tablets wrote: it depends on the envelopes alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import accumulate

from kiosk.progress.envelope import Envelope

_Key = tuple[str, str, int, str, str]


def in_order(envelopes: Iterable[Envelope]) -> tuple[Envelope, ...]:
    """What one tablet wrote in its own sequence, what several wrote by time.

    An envelope that ``follows`` one of another tablet stands behind it, whatever the clocks say.
    A doubtful time counts as the last one of its tablet that is not. Ties are broken by tablet.
    """
    lines: defaultdict[str, list[Envelope]] = defaultdict(list)
    for envelope in envelopes:
        lines[envelope.tablet].append(envelope)
    for line in lines.values():
        line.sort(key=_own_place)
    if len(lines) == 1:
        return tuple(*lines.values())
    return tuple(_woven(lines))


def _own_place(envelope: Envelope) -> tuple[int, str, str]:
    # A tablet gives a number once; where copies of a folder went on apart, it did so twice.
    return envelope.seq, envelope.at, envelope.id


def _woven(lines: dict[str, list[Envelope]]) -> Iterator[Envelope]:
    there = {each.id for line in lines.values() for each in line}
    heads = {tablet: zip(_keys(line), line, strict=True) for tablet, line in lines.items()}
    ready: list[tuple[_Key, Envelope]] = []
    waiting: defaultdict[str, list[tuple[_Key, Envelope]]] = defaultdict(list)
    past: set[str] = set()

    def advance(tablet: str) -> None:
        head = next(heads[tablet], None)
        if head is None:
            return
        before = head[1].follows
        if before and before in there and before not in past:
            waiting[before].append(head)
        else:
            heappush(ready, head)

    for tablet in sorted(lines):
        advance(tablet)
    while ready or waiting:
        if not ready:  # they follow one another in a ring, which no kiosk writes
            for head in waiting.pop(min(waiting)):
                heappush(ready, head)
        _, envelope = heappop(ready)
        past.add(envelope.id)
        yield envelope
        for head in waiting.pop(envelope.id, ()):
            heappush(ready, head)
        advance(envelope.tablet)


def _keys(line: list[Envelope]) -> list[_Key]:
    """A clock that was set back does not take an event before an earlier one of its tablet."""
    times = accumulate(("" if each.doubtful else each.at for each in line), max)
    return [
        (at, each.tablet, each.seq, each.at, each.id) for at, each in zip(times, line, strict=True)
    ]
