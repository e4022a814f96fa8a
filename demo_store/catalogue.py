"""The world of the store: what can be sold, who buys, who carries, what it is packed in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from demo_store.amounts import Span, share, span, whole
from demo_store.errors import UnknownId
from demo_store.score_content import ScoreGoals, load_goals
from lessons.content import Node, load_yaml
from lessons.phrase import Phrase

CONTENT: Final = Path(__file__).parent / "content"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ProductKind:
    """Something a learner can make and sell; amounts in fen for one ``unit``."""

    id: str
    name: Phrase
    unit: Phrase
    picture: str
    weight_g: int
    fragile: bool
    shelf_life_days: int
    making_fen: Mapping[str, int]
    """What one unit costs her, part by part: ``flour``, ``fuel`` ..."""
    price_fen: Span
    """What is usually asked."""
    order_units: Span
    """How many a buyer usually takes."""

    @property
    def unit_cost_fen(self) -> int:
        """What it costs her to make one."""
        return sum(self.making_fen.values())


@dataclass(frozen=True, slots=True)
class City:
    """Where buyers live; ``days`` under way by carrier id."""

    id: str
    name: Phrase
    picture: str
    road_km: int
    days: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries; ``breakage`` is one unprotected fragile unit's chance to break."""

    id: str
    name: Phrase
    picture: str
    base_fen: int
    per_kilogram_fen: int
    handling_days: int
    breakage: float

    def freight_fen(self, weight_g: int) -> int:
        """What a parcel costs; begun kilograms count as whole ones."""
        return self.base_fen + -(-weight_g // 1000) * self.per_kilogram_fen


@dataclass(frozen=True, slots=True)
class Packaging:
    """What a parcel is packed in; ``protection`` from 0 to 1."""

    id: str
    name: Phrase
    picture: str
    cost_fen: int
    protection: float


@dataclass(frozen=True, slots=True)
class Customer:
    """Who buys: a role in a city."""

    id: str
    name: Phrase
    picture: str
    city: str


@dataclass(frozen=True, slots=True)
class Market:
    """The rules of buying and paying; chances from 0 to 1."""

    practice_city: str
    fee_percent: int
    send_within_days: int
    order_chance: float
    nobody_buys_at_percent: int
    """Of the usual highest price."""
    most_open_orders: int
    bad_unit_chance: float


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything by its id, in the order of the files."""

    kinds: Mapping[str, ProductKind]
    cities: Mapping[str, City]
    carriers: Mapping[str, Carrier]
    packagings: Mapping[str, Packaging]
    customers: Mapping[str, Customer]
    market: Market
    goals: ScoreGoals

    def kind(self, kind_id: str) -> ProductKind:
        """The kind of product with this id, or ``UnknownId``."""
        return _found(self.kinds, "kind", kind_id)

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


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue in ``folder``, by default the one that comes with the room.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    folder = folder or CONTENT
    carriers = _all(folder, "carriers", _carrier)
    cities = _all(folder, "cities", lambda id, node: _city(id, node, carriers))
    customers = _all(folder, "customers", lambda id, node: _customer(id, node, cities))
    return Catalogue(
        kinds=_all(folder, "products", _kind),
        cities=cities,
        carriers=carriers,
        packagings=_all(folder, "packaging", _packaging),
        customers=customers,
        market=_market(load_yaml(folder / "market.yaml", folder), customers),
        goals=load_goals(folder),
    )


def _found(things: Mapping[str, T], what: str, id: str) -> T:
    if id not in things:
        raise UnknownId(what, id)
    return things[id]


def _all(folder: Path, file: str, read: Callable[[str, Node], T]) -> Mapping[str, T]:
    root = load_yaml(folder / f"{file}.yaml", folder)
    return MappingProxyType({id: read(id, node) for id, node in root.entries()})


def _kind(id: str, node: Node) -> ProductKind:
    node.only(
        "name", "unit", "picture", "fragile", "weight", "shelf_life", "making", "price", "order"
    )
    kind = ProductKind(
        id=id,
        name=node.field("name").phrase(),
        unit=node.field("unit").phrase(),
        picture=node.field("picture").text(),
        weight_g=whole(node.field("weight"), "gram"),
        fragile=node.field("fragile").flag(),
        shelf_life_days=whole(node.field("shelf_life"), "day"),
        making_fen=MappingProxyType(
            {part: whole(fen, "fen") for part, fen in node.field("making").entries()}
        ),
        price_fen=span(node.field("price"), "fen"),
        order_units=span(node.field("order"), "unit"),
    )
    if kind.price_fen.low <= kind.unit_cost_fen:
        raise node.field("price").error(f"must be above the making cost, {kind.unit_cost_fen} fen")
    return kind


def _city(id: str, node: Node, carriers: Mapping[str, Carrier]) -> City:
    node.only("name", "picture", "road", "days")
    node.field("days").only(*carriers)
    return City(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        road_km=whole(node.field("road"), "kilometre"),
        days=MappingProxyType(
            {carrier: span(node.field("days").field(carrier), "day") for carrier in carriers}
        ),
    )


def _carrier(id: str, node: Node) -> Carrier:
    node.only("name", "picture", "base", "per_kilogram", "handling", "breakage")
    return Carrier(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        base_fen=whole(node.field("base"), "fen"),
        per_kilogram_fen=whole(node.field("per_kilogram"), "fen"),
        handling_days=whole(node.field("handling"), "day"),
        breakage=share(node.field("breakage")),
    )


def _packaging(id: str, node: Node) -> Packaging:
    node.only("name", "picture", "cost", "protection")
    return Packaging(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        cost_fen=whole(node.field("cost"), "fen"),
        protection=share(node.field("protection")),
    )


def _customer(id: str, node: Node, cities: Mapping[str, City]) -> Customer:
    node.only("name", "picture", "city")
    city = node.field("city").text()
    if city not in cities:
        raise node.field("city").error(f"is not a city here; cities are {', '.join(cities)}")
    return Customer(id, node.field("name").phrase(), node.field("picture").text(), city)


def _market(node: Node, customers: Mapping[str, Customer]) -> Market:
    node.only(
        "practice_city", "fee", "send_within", "order_chance", "nobody_buys_at", "most_open",
        "bad_unit",
    )  # fmt: skip
    city = node.field("practice_city")
    if not any(customer.city == city.text() for customer in customers.values()):
        raise city.error("is not a city where a customer lives")
    return Market(
        practice_city=city.text(),
        fee_percent=whole(node.field("fee"), "percent"),
        send_within_days=whole(node.field("send_within"), "day"),
        order_chance=share(node.field("order_chance")),
        nobody_buys_at_percent=whole(node.field("nobody_buys_at"), "percent", minimum=101),
        most_open_orders=whole(node.field("most_open"), "order"),
        bad_unit_chance=share(node.field("bad_unit")),
    )
