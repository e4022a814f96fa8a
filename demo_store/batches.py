"""Units by the day on which they were made: small tuples of pairs, a day and how many.

A shelf has the oldest day first, each day once and none without units. A parcel keeps them in the
order in which they lie in it.
"""

from collections.abc import Collection, Iterable

Batch = tuple[int, int]
"""A day and how many units of it."""
Batches = tuple[Batch, ...]


def count(batches: Batches) -> int:
    """How many units there are."""
    return sum(units for _, units in batches)


def oldest(batches: Batches) -> int | None:
    """The day of the oldest unit; None where there is none."""
    return min((day for day, _ in batches), default=None)


def laid(shelf: Batches, more: Iterable[Batch]) -> Batches:
    """The shelf with more units on it."""
    days = dict(shelf)
    for day, units in more:
        days[day] = days.get(day, 0) + units
    return tuple(sorted((day, units) for day, units in days.items() if units > 0))


def first(batches: Batches, units: int) -> Batches:
    """The first ``units`` units, or all where there are fewer."""
    found: list[Batch] = []
    for day, there in batches:
        if units <= 0:
            break
        found.append((day, min(there, units)))
        units -= there
    return tuple(found)


def after(batches: Batches, units: int) -> Batches:
    """What is left behind the first ``units`` units."""
    left: list[Batch] = []
    for day, there in batches:
        gone = min(there, max(0, units))
        units -= gone
        if there > gone:
            left.append((day, there - gone))
    return tuple(left)


def without(shelf: Batches, out: Batches) -> Batches:
    """The shelf without these units; of a day that has too few, the oldest others go for them."""
    if shelf[: len(out)] == out:
        return shelf[len(out) :]  # whole days, as is most usual
    days, missing = dict(shelf), 0
    for day, units in out:
        gone = min(units, days.get(day, 0))
        missing += units - gone
        if gone:
            days[day] -= gone
    left = tuple((day, units) for day, units in days.items() if units > 0)
    return after(left, missing) if missing else left


def since(shelf: Batches, day: int) -> Batches:
    """The units that were made on this day or later."""
    return tuple(batch for batch in shelf if batch[0] >= day)


def apart_from(batches: Batches, places: Collection[int]) -> Batches:
    """What is left when the units at these places are taken out."""
    left, place = list[Batch](), 0
    for day, units in batches:
        here = units - sum(place <= each < place + units for each in places)
        if here:
            left.append((day, here))
        place += units
    return tuple(left)


def behind(parcel: Batches, more: Batches) -> Batches:
    """The parcel with more units put in behind what lies there."""
    if parcel and more and parcel[-1][0] == more[0][0]:
        (day, units), (_, others) = parcel[-1], more[0]
        return (*parcel[:-1], (day, units + others), *more[1:])
    return (*parcel, *more)


def units_before(batches: Batches, day: int) -> int:
    """How many units were made before this day."""
    return sum(units for made, units in batches if made < day)
