"""Which families' units fill an order."""

from collections.abc import Sequence

from demo_store.batches import Batches
from demo_store.village import units
from demo_store.village.state import Run, Village


def filled(village: Village, product: str, out: Batches) -> tuple[Run, ...]:
    """Units of these days: of each day those of the family first that has sold the least.

    Fewer where the families do not have as many; of a day that they have too few of, the oldest
    others go for them.
    """
    runs = by_turn(village, product)
    found: tuple[Run, ...] = ()
    missing = 0
    for day, wanted in out:
        of_day = units.taken([run for run in runs if run.day == day], wanted)
        missing += wanted - units.count(of_day)
        found += of_day
    if missing:
        found += units.taken(units.without(runs, found), missing)
    return found


def by_turn(village: Village, product: str) -> Sequence[Run]:
    """All that the families have of it: the oldest first, then of who sold the least."""
    sold = {family.id: (family.sold, family.number) for family in village.families}
    runs = [run for family in village.families for run in family.stock if run.product == product]
    return sorted(runs, key=lambda run: (run.day, sold[run.family], run.first))


def replaced(
    village: Village, order: str, product: str, bad: Sequence[int], put_in: Batches
) -> tuple[tuple[Run, ...], tuple[Run, ...], tuple[Run, ...]]:
    """The units at the bad places, the good ones for them, and what the order holds then."""
    held = village.shared[order]
    taken_out = units.picked(held, frozenset(bad))
    good = filled(village, product, put_in)
    return taken_out, good, (*units.without(held, taken_out), *good)
