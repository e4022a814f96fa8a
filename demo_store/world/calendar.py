"""The days of the year: what a day number means, seasons and feasts."""

from dataclasses import dataclass
from typing import Final, Literal

from demo_store.world.catalogue import Catalogue, Festival, ProductKind
from demo_store.world.reading import DAYS_IN

Season = Literal["spring", "summer", "autumn", "winter"]

YEAR_DAYS: Final = sum(DAYS_IN)

_MONTHS: Final = tuple(month for month, days in enumerate(DAYS_IN, 1) for _ in range(days))
_SEASONS: Final[tuple[Season, ...]] = ("winter", "spring", "summer", "autumn")


@dataclass(frozen=True, slots=True)
class Date:
    """A day of the simulated year, which is never a leap year."""

    month: int
    day: int

    @property
    def season(self) -> Season:
        """December to February is winter."""
        return _SEASONS[self.month % 12 // 3]


def date(catalogue: Catalogue, day: int) -> Date:
    """The date of a day number; day 1 is the fixed one that stands in the content."""
    in_year = _in_year(catalogue, day)
    month = _MONTHS[in_year]
    return Date(month, in_year - sum(DAYS_IN[: month - 1]) + 1)


def month(catalogue: Catalogue, day: int) -> int:
    """1 for January."""
    return _MONTHS[_in_year(catalogue, day)]


def festivals(catalogue: Catalogue, day: int) -> tuple[Festival, ...]:
    """The feasts that people buy for on this day."""
    in_year = _in_year(catalogue, day)
    return tuple(
        festival
        for festival in catalogue.festivals.values()
        if (in_year - festival.first) % YEAR_DAYS < festival.days
    )


def lift(catalogue: Catalogue, kind: str, day: int) -> float:
    """How many times as many people look at this kind because of a feast; at least 1."""
    lifts = (
        festival.lift_percent
        for festival in festivals(catalogue, day)
        if not festival.kinds or kind in festival.kinds
    )
    return max(lifts, default=100) / 100


def crowding_days(catalogue: Catalogue, day: int, luck: float) -> int:
    """How many days longer a parcel takes that is sent on this day; ``luck`` from 0 to below 1.

    The crowd is gone with the feast: with the same luck, what is sent later never arrives earlier.
    """
    in_year = _in_year(catalogue, day)
    return max(
        (
            min(int(luck * (festival.crowding_days + 1)), _days_left(festival, in_year))
            for festival in festivals(catalogue, day)
        ),
        default=0,
    )


def wanted(catalogue: Catalogue, kind: ProductKind, day: int) -> float:
    """How many people look at this kind on this day at a store that nobody knows yet."""
    in_season = kind.wanted_percent[month(catalogue, day) - 1] / 100
    return kind.lookers * in_season * lift(catalogue, kind.id, day)


def _days_left(festival: Festival, in_year: int) -> int:
    """0 on its last day."""
    return festival.days - 1 - (in_year - festival.first) % YEAR_DAYS


def _in_year(catalogue: Catalogue, day: int) -> int:
    return (catalogue.year.first + day - 1) % YEAR_DAYS
