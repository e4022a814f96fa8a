"""Who looked in a day: chance decides how many people each reason kept away and how many buy.

People come one by one and independent of each other, so that the numbers of those who buy and of
those whom each reason keeps away are Poisson numbers of their own. Drawing these costs the same
for ten lookers as for a hundred, and nobody has to be made up one by one.
"""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo_store.buyers.demand import Odds

_MOST_AT_ONCE: Final = 200.0
"""Above it the smallest chances would be too small for a float."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """The people who looked: ``buyers`` want it; ``kept`` counts the others by reason."""

    buyers: int
    kept: Mapping[str, int]


NOBODY: Final = Crowd(0, MappingProxyType({}))


def crowd(odds: Odds, rng: random.Random, days: int = 1) -> Crowd:
    """Who looks in ``days`` days.

    One number is drawn for the buyers, and it alone decides how many they are: with the same
    generator a worse offer never has more of them (while fewer than 200 are expected).
    """
    lookers = odds.lookers * days
    buyers = poisson(lookers * odds.buys, rng)
    kept = {reason: poisson(lookers * share, rng) for reason, share in odds.reasons}
    return Crowd(buyers, kept)


def most_first(kept: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The reasons that kept anybody from buying, the one with most people first."""
    found = [(reason, people) for reason, people in kept.items() if people]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def poisson(mean: float, rng: random.Random) -> int:
    """A Poisson number; the same draw gives no smaller one for a larger mean below 200."""
    if mean <= _MOST_AT_ONCE:
        return _poisson(mean, rng.random())
    parts = math.ceil(mean / _MOST_AT_ONCE)
    return sum(_poisson(mean / parts, rng.random()) for _ in range(parts))


def _poisson(mean: float, draw: float) -> int:
    number, chance = 0, math.exp(-mean)
    reached = chance
    while draw >= reached and chance > 0:
        number += 1
        chance *= mean / number
        reached += chance
    return number
