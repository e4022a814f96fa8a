"""Arithmetic of runs: taking units out, splitting, putting them back. Nothing is made or lost."""

from collections.abc import Collection, Iterable, Sequence

from demo_store.changed import changed
from demo_store.village.state import Run, Stamp


def count(runs: Iterable[Run]) -> int:
    """How many units the runs hold."""
    return sum(run.count for run in runs)


def taken(runs: Sequence[Run], units: int) -> tuple[Run, ...]:
    """The first ``units`` units of the runs, or all where there are fewer."""
    found: list[Run] = []
    for run in runs:
        if units <= 0:
            break
        found.append(run if run.count <= units else changed(run, count=units))
        units -= run.count
    return tuple(found)


def without(stock: Sequence[Run], out: Iterable[Run]) -> tuple[Run, ...]:
    """The stock without the units of ``out``, which may lie anywhere in its runs."""
    left = list(stock)
    for gone in out:
        left = [part for run in left for part in _minus(run, gone)]
    return tuple(left)


def picked(runs: Sequence[Run], places: Collection[int]) -> tuple[Run, ...]:
    """The single units at these places, counted from 0."""
    found: list[Run] = []
    place = 0
    for run in runs:
        found += [
            changed(run, first=run.first + offset, count=1)
            for offset in range(run.count)
            if place + offset in places
        ]
        place += run.count
    return tuple(found)


def stamp_at(runs: Sequence[Run], place: int) -> Stamp | None:
    """The stamp of the unit at this place, counted from 0."""
    for run in runs:
        if place < run.count:
            return Stamp(run.family, run.day, run.first + place)
        place -= run.count
    return None


def by_age(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The oldest first."""
    return tuple(sorted(runs, key=lambda run: (run.day, run.first)))


def _minus(run: Run, gone: Run) -> Iterable[Run]:
    if run.family != gone.family:
        return [run]
    end, gone_end = run.first + run.count, gone.first + gone.count
    before = min(gone.first, end) - run.first
    after = end - max(gone_end, run.first)
    if before >= run.count or after >= run.count:
        return [run]
    parts = []
    if before > 0:
        parts.append(changed(run, count=before))
    if after > 0:
        parts.append(changed(run, first=gone_end, count=after))
    return parts
