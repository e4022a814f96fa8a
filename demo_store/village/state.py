"""The state of a village store: families, what each has at home, and who is in which parcel."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from demo_store.errors import UnknownId
from demo_store.store import Store


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands on one unit: whose it is, the day it was made and the family's own number."""

    family: str
    day: int
    serial: int


@dataclass(frozen=True, slots=True)
class Run:
    """Units of one family and one day with the serials ``first`` to ``first + count - 1``."""

    family: str
    product: str
    day: int
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Family:
    """One family that supplies the village store; it is named by its role and number."""

    id: str
    role: str
    number: int
    stock: tuple[Run, ...] = ()
    """What it has at home, the oldest first."""
    made: int = 0
    """Units so far, of all kinds: the newest serial."""
    sold: int = 0
    """Units that were taken for orders and not brought back."""
    settled_fen: int = 0
    """What it was paid."""
    outlet: bool = False
    """It has left with a store of its own; what it left behind is still sold and settled."""


@dataclass(frozen=True, slots=True)
class Village:
    """A village store on one day. The orders, the money and the day stand in ``store``."""

    store: Store = field(default_factory=Store)
    families: tuple[Family, ...] = ()
    """``f1`` first."""
    shared: Mapping[str, tuple[Run, ...]] = field(default_factory=dict)
    """Which units are in an order, by its id; the first run holds the parcel's first unit."""
    used: Mapping[str, int] = field(default_factory=dict)
    """What each station has done today."""
    passed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The stations without a step of their own in a single store that an order went through."""
    complaints: Mapping[str, int] = field(default_factory=dict)
    """The unit of an order that its buyer was not glad of, counted from 1."""
    traced: Mapping[str, int] = field(default_factory=dict)
    """The unit of an order whose stamp was looked at last."""
    in_store: int = 0
    """Units at the service centre: collected and not yet sent."""
    centre_fen: int = 0
    """What the service centre kept for its work."""
    outlets: Mapping[str, Store] = field(default_factory=dict)
    """The own stores, by family."""

    def family(self, family_id: str) -> Family:
        """The family with this id, or ``UnknownId``."""
        return self.families[self.place(family_id)]

    def place(self, family_id: str) -> int:
        """Where the family stands in ``families``, which its id says, or ``UnknownId``."""
        number = family_id.removeprefix("f")
        place = int(number) - 1 if number.isdecimal() else -1
        if not 0 <= place < len(self.families) or self.families[place].id != family_id:
            raise UnknownId("family", family_id)
        return place
