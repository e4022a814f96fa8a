"""What happened to the day and to the store as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayEnded:
    """A night passed; ``day`` is the new day's number, counted from 1.

    ``weather`` is the new day's, by its id; empty in records that are older than the weather.
    """

    day: int
    weather: str = ""


@dataclass(frozen=True, slots=True)
class IncidentHappened:
    """Something in the world: ``incident`` is its id; it lasts to the end of ``last_day``."""

    incident: str
    day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class MoneyCounted:
    """The learner looked at her money."""


@dataclass(frozen=True, slots=True)
class ScoreViewed:
    """The learner looked at how well she sells."""


@dataclass(frozen=True, slots=True)
class ParcelsViewed:
    """The learner looked where her parcels are."""


@dataclass(frozen=True, slots=True)
class StoryHeard:
    """The learner listened to the end of what the night brought."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A step was not possible; ``missing`` is the code of what has to come first."""

    command: str
    missing: str
