"""The world of the store by ids: what can be sold, who buys, who carries, what may happen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from demo_store.errors import UnknownId
from demo_store.world import reading
from demo_store.world.groups import load_groups
from demo_store.world.lending import LoanOffer, SavingGoal, load_loans, load_saving_goals
from demo_store.world.manners import Manners, load_manners
from demo_store.world.questions import Question, load_questions
from demo_store.world.score_goals import ScoreGoals, load_goals
from demo_store.world.things import (
    Carrier,
    City,
    Customer,
    Effect,
    Festival,
    Home,
    Market,
    Mishap,
    Packaging,
    ProductKind,
    Quality,
    Renown,
    Weather,
    Wishes,
    Year,
)
from demo_store.world.trouble_kinds import TroubleKind, load_troubles
from lessons.content import Node, load_yaml

__all__ = [
    "CONTENT",
    "Carrier",
    "Catalogue",
    "City",
    "Customer",
    "Effect",
    "Festival",
    "Home",
    "Market",
    "Mishap",
    "Packaging",
    "ProductKind",
    "Quality",
    "Renown",
    "Weather",
    "Wishes",
    "Year",
    "load_catalogue",
]  # fmt: skip

CONTENT: Final = Path(__file__).parents[1] / "content"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything by its id, in the order of the files. Chance must not depend on that order."""

    kinds: Mapping[str, ProductKind]
    qualities: Mapping[str, Quality]
    cities: Mapping[str, City]
    carriers: Mapping[str, Carrier]
    packagings: Mapping[str, Packaging]
    customers: Mapping[str, Customer]
    festivals: Mapping[str, Festival]
    mishaps: Mapping[str, Mishap]
    weathers: Mapping[str, Weather]
    year: Year
    market: Market
    goals: ScoreGoals
    questions: Mapping[str, Question]
    troubles: Mapping[str, TroubleKind]
    manners: Manners
    saving_goals: Mapping[str, SavingGoal]
    loans: Mapping[str, LoanOffer]
    named_mishaps: frozenset[str] = frozenset()
    """Those that this year is named for, as a hurricane year."""
    homes: tuple[Home, ...] = field(init=False)
    """Where lookers live, by id."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "homes", tuple(_homes(self)))

    def kind(self, kind_id: str) -> ProductKind:
        """The kind of product with this id, or ``UnknownId``."""
        return _found(self.kinds, "kind", kind_id)

    def quality(self, quality_id: str) -> Quality:
        """The quality with this id, or ``UnknownId``."""
        return _found(self.qualities, "quality", quality_id)

    def city(self, city_id: str) -> City:
        """The city with this id, or ``UnknownId``."""
        return _found(self.cities, "city", city_id)

    def carrier(self, carrier_id: str) -> Carrier:
        """The carrier with this id, or ``UnknownId``."""
        return _found(self.carriers, "carrier", carrier_id)

    def packaging(self, packaging_id: str) -> Packaging:
        """The packaging with this id, or ``UnknownId``."""
        return _found(self.packagings, "packaging", packaging_id)

    def customer(self, customer_id: str) -> Customer:
        """The customer with this id, or ``UnknownId``."""
        return _found(self.customers, "customer", customer_id)

    def festival(self, festival_id: str) -> Festival:
        """The festival with this id, or ``UnknownId``."""
        return _found(self.festivals, "festival", festival_id)

    def mishap(self, mishap_id: str) -> Mishap:
        """The incident with this id, or ``UnknownId``."""
        return _found(self.mishaps, "incident", mishap_id)

    def saving_goal(self, goal_id: str) -> SavingGoal:
        """The saving goal with this id, or ``UnknownId``."""
        return _found(self.saving_goals, "goal", goal_id)

    def loan(self, loan_id: str) -> LoanOffer:
        """The loan with this id, or ``UnknownId``."""
        return _found(self.loans, "loan", loan_id)

    def weather(self, weather_id: str) -> Weather:
        """The weather with this id, or ``UnknownId``."""
        return _found(self.weathers, "weather", weather_id)

    def in_year_of(self, *mishap_ids: str) -> "Catalogue":
        """The same world in a year that is named for these incidents, or ``UnknownId``."""
        named = frozenset(self.mishap(mishap_id).id for mishap_id in mishap_ids)
        return replace(self, named_mishaps=named)


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue in ``folder``, by default the one that comes with the room.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    folder = folder or CONTENT
    kinds = _all(_root(folder, "products"), reading.kind)
    carriers = _all(_root(folder, "carriers"), reading.carrier)
    cities = _all(_root(folder, "cities"), lambda id, node: reading.city(id, node, carriers))
    reading.check_stops(_root(folder, "carriers"), cities)
    customers = _all(
        _root(folder, "customers"), lambda id, node: reading.customer(id, node, cities)
    )
    days = _root(folder, "days")
    sky = days.field("weather")
    weathers = _all(sky, lambda id, node: reading.weather(id, node, kinds))
    reading.check_weather(sky, weathers)
    groups = load_groups(folder, {kind.id: kind.fragile for kind in kinds.values()})
    return Catalogue(
        kinds=kinds,
        qualities=_all(
            _root(folder, "qualities"), lambda id, node: reading.quality(id, node, kinds)
        ),
        cities=cities,
        carriers=carriers,
        packagings=_all(
            _root(folder, "packaging"), lambda id, node: reading.packaging(id, node, kinds)
        ),
        customers=customers,
        festivals=_all(days.field("festivals"), lambda id, node: reading.festival(id, node, kinds)),
        mishaps=_all(
            _root(folder, "incidents"),
            lambda id, node: reading.mishap(id, node, kinds, carriers, weathers),
        ),
        weathers=weathers,
        year=reading.year(days),
        market=reading.market(_root(folder, "market"), customers),
        goals=load_goals(folder),
        questions=load_questions(folder, groups),
        troubles=load_troubles(folder),
        manners=load_manners(folder, groups),
        saving_goals=load_saving_goals(folder),
        loans=load_loans(folder),
    )


def _homes(catalogue: Catalogue) -> Iterator[Home]:
    inhabited = sorted({customer.city for customer in catalogue.customers.values()})
    everybody = sum(catalogue.cities[city_id].lookers for city_id in inhabited)
    for city_id in inhabited:
        city = catalogue.cities[city_id]
        under_way = {
            carrier.id: carrier.handling_days + city.days[carrier.id].middle
            for carrier in catalogue.carriers.values()
        }
        yield Home(city_id, city.lookers / everybody, under_way, min(under_way.values()))


def _found(things: Mapping[str, T], what: str, id: str) -> T:
    if id not in things:
        raise UnknownId(what, id)
    return things[id]


def _root(folder: Path, file: str) -> Node:
    return load_yaml(folder / f"{file}.yaml", folder)


def _all(root: Node, read: Callable[[str, Node], T]) -> Mapping[str, T]:
    return MappingProxyType({id: read(id, node) for id, node in root.entries()})
