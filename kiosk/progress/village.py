"""What happened in a learner's village, as her journal holds it."""

from dataclasses import dataclass

from demo_store.village.events import VillageEvent


@dataclass(frozen=True, slots=True)
class VillageHappened:
    """An event of her village: apart from her own store, whose events may be of the same class."""

    event: VillageEvent
