"""The one sequence of what several tablets wrote: it depends on the envelopes alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


def line_to_last(envelopes: Sequence[Envelope]) -> frozenset[str]:
    """The ids of those on which the last one was built, and its own; they are given in order.

    Where a learner went on apart on two tablets, each of them decided by what it knew. Going back
    from the last event gives one whole story; what happened apart from it stands beside it.
    """
    if len({each.tablet for each in envelopes}) < 2:
        return frozenset(each.id for each in envelopes)
    before: dict[str, str] = {}
    last_of: dict[str, str] = {}
    for envelope in envelopes:
        # One that nobody wrote before on this tablet has begun, or lost what it followed.
        known = envelope.follows if envelope.follows in before else ""
        before[envelope.id] = known or last_of.get(envelope.tablet, "")
        last_of[envelope.tablet] = envelope.id
    line: set[str] = set()
    at = envelopes[-1].id
    while at and at not in line:
        line.add(at)
        at = before[at]
    return frozenset(line)


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
