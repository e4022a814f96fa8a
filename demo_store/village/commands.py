"""What can be done in a village store, beside everything that can be done in any store."""

from dataclasses import dataclass

from demo_store.commands import PackOrder, ShipOrder, StoreCommand


@dataclass(frozen=True, slots=True)
class JoinVillage:
    """A family begins to supply the village store; ``role`` names it together with its number."""

    role: str


@dataclass(frozen=True, slots=True)
class BringStock:
    """A family says "we have this many"; they stay at its home until the round comes by."""

    family: str
    product: str
    quantity: int


@dataclass(frozen=True, slots=True)
class GoRound:
    """Visit the families once and take what all promised orders need."""


@dataclass(frozen=True, slots=True)
class OpenOutlet:
    """The family leaves with a store of its own."""

    family: str


@dataclass(frozen=True, slots=True)
class AtStore:
    """Do something in the village's own store; the stations' capacity for the day holds."""

    command: StoreCommand


@dataclass(frozen=True, slots=True)
class AtOutlet:
    """Do something in a family's own store."""

    family: str
    command: StoreCommand


@dataclass(frozen=True, slots=True)
class WorkAt:
    """Do what is done with an order at this station, if it is the next one on its way.

    ``chosen`` says in what it is packed or by whom it is sent; without it, as is best. At any other
    station it means nothing.
    """

    order: str
    station: str
    chosen: PackOrder | ShipOrder | None = None


@dataclass(frozen=True, slots=True)
class TraceUnit:
    """Look at the stamp of a unit of an order, counted from 1: whose is it, of which day?"""

    order: str
    unit: int


VillageCommand = (
    JoinVillage | BringStock | GoRound | OpenOutlet | AtStore | AtOutlet | WorkAt | TraceUnit
)
