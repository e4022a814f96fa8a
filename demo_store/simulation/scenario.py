"""A scenario: who sells what and how, for how long, and what was published about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from demo_store.world.amounts import Span
from lessons.phrase import Phrase

Where = Literal["own", "village", "bazaar"]
Measure = Literal[
    "units", "sales_yuan", "income_yuan", "stars", "on_time_percent", "replied_percent"
]
"""The last three are of all sellers together and of no time."""
Per = Literal["month", "year", "run"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a seller makes of one kind, and what she asks for it."""

    kind: str
    families: int
    """How many make it for the same store; 1 where the store is her own."""
    units: int
    """What one family can make in ``every_days`` days of an ordinary month."""
    every_days: int
    price_fen: int
    most_in_stock: int
    """With so many lying at home a family makes no more."""
    carrier: str
    """Who carries it when all is done right."""


@dataclass(frozen=True, slots=True)
class Bazaar:
    """The market day in the village, and neighbours at the door."""

    every_days: int
    buyers: Span
    """How many come to one who asks no more than is usual there."""
    units: Span
    """How many each takes."""
    usual_fen: int
    nobody_buys_at_percent: int
    """Of the usual price; up to it the number of buyers falls evenly."""


@dataclass(frozen=True, slots=True)
class Seller:
    """A group of like sellers: ``stores`` stores with the same offers and the same policy."""

    id: str
    policy: str
    where: Where
    stores: int
    offers: tuple[Offer, ...]
    bazaar: Bazaar | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What was published, and what of a run it is compared with."""

    name: str
    measure: Measure
    seller: str
    """Whose; empty for all together."""
    kind: str
    """Of what; empty for everything."""
    per: Per
    expected: float
    tolerance: float
    at_least: bool
    """The source says "more than": less than ``expected`` is not within."""
    source: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything that a run needs beside the catalogue."""

    name: str
    title: Phrase
    days: int
    seed: int
    sellers: Mapping[str, Seller]
    published: tuple[Figure, ...]
    named_for: str = ""
    """The incident that this year is named for, if one."""

    @property
    def stores(self) -> int:
        """How many online stores there are."""
        return sum(each.stores for each in self.sellers.values() if each.where != "bazaar")

    @property
    def families(self) -> int:
        """How many families sell in them."""
        together = (each for each in self.sellers.values() if each.where == "village")
        own = sum(each.stores for each in self.sellers.values() if each.where == "own")
        return own + sum(each.stores * offer.families for each in together for offer in each.offers)
