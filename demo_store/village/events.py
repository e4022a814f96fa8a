"""What happened in a village, beside the events of its store."""

from dataclasses import dataclass

from demo_store.events import StoreEvent
from demo_store.village.state import Run


@dataclass(frozen=True, slots=True)
class FamilyJoined:
    """A family supplies the store from now on."""

    family: str
    role: str
    number: int


@dataclass(frozen=True, slots=True)
class FamilyStocked:
    """A family has these units at home; making them cost it ``cost_fen``."""

    units: Run
    cost_fen: int


@dataclass(frozen=True, slots=True)
class OrderShared:
    """An order was filled with these units of these families, in the order in which they lie."""

    order: str
    units: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class UnitsReplaced:
    """Bad units were taken out of an order and good ones put in; ``units`` is all it holds now."""

    order: str
    taken_out: tuple[Run, ...]
    put_in: tuple[Run, ...]
    units: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class UnitsReturned:
    """Whole units came back and lie at their families' homes again."""

    order: str
    units: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class UnitsLost:
    """These units of families went away in a trouble and were not paid for."""

    trouble: str
    units: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class RoundMade:
    """The round visited these families for these orders."""

    day: int
    orders: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StationFull:
    """A station has no more room for this order today."""

    station: str
    order: str
    day: int


@dataclass(frozen=True, slots=True)
class StationPassed:
    """An order went through a station that a single store has no step for."""

    order: str
    station: str
    day: int


@dataclass(frozen=True, slots=True)
class UnitComplained:
    """A buyer says that this unit of her parcel, counted from 1, was not good.

    ``why`` is ``stale`` or ``broken``.
    """

    order: str
    unit: int
    why: str
    day: int


@dataclass(frozen=True, slots=True)
class StampTraced:
    """Somebody looked at a unit's stamp: it is this family's, made on ``made_day``."""

    order: str
    unit: int
    family: str
    made_day: int
    serial: int


@dataclass(frozen=True, slots=True)
class FamiliesSettled:
    """The money of an order was shared out; together it is what the platform paid out.

    ``parts`` are pairs of a family and its fen; all are negative where money had to go back.
    """

    order: str
    centre_fen: int
    parts: tuple[tuple[str, int], ...]
    day: int


@dataclass(frozen=True, slots=True)
class OutletOpened:
    """A family has its own store from today on; ``units`` of its stock moved there with it.

    In records that are older than the moving there are none: what it had is sold by the village.
    """

    family: str
    units: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletEvent:
    """Something happened in a family's own store."""

    family: str
    event: StoreEvent


OwnEvent = (
    FamilyJoined
    | FamilyStocked
    | OrderShared
    | UnitsReplaced
    | UnitsReturned
    | UnitsLost
    | RoundMade
    | StationFull
    | StationPassed
    | UnitComplained
    | StampTraced
    | FamiliesSettled
    | OutletOpened
    | OutletEvent
)
VillageEvent = OwnEvent | StoreEvent
