"""Reads the world of the store out of content files."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, get_args

from demo_store.world.amounts import MONTHS, months, number, share, span, times, whole
from demo_store.world.things import (
    Carrier,
    City,
    Customer,
    Effect,
    Festival,
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
from lessons.content import Node

DAYS_IN: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Of each month; the simulated year is never a leap year."""

_EFFECTS: Final[tuple[Effect, ...]] = get_args(Effect)


def kind(id: str, node: Node) -> ProductKind:
    """One entry of ``products.yaml``."""
    node.only(
        "name", "unit", "picture", "fragile", "weight", "shelf_life", "making", "price", "order",
        "capacity", "most", "made", "lookers", "wanted",
    )  # fmt: skip
    found = ProductKind(
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
        capacity_units=whole(node.field("capacity"), "unit"),
        most_units=whole(node.field("most"), "unit"),
        made_percent=months(node.field("made")),
        lookers=number(node.field("lookers"), "person", 0, 1000),
        wanted_percent=months(node.field("wanted")),
    )
    if found.price_fen.low <= found.unit_cost_fen:
        raise node.field("price").error(f"must be above the making cost, {found.unit_cost_fen} fen")
    if found.most_units < found.capacity_units:
        raise node.field("most").error(f"must be at least the capacity, {found.capacity_units}")
    return found


def city(id: str, node: Node, carriers: Mapping[str, Carrier]) -> City:
    """One entry of ``cities.yaml``."""
    node.only("name", "picture", "road", "longitude", "latitude", "lookers", "days")
    node.field("days").only(*carriers)
    return City(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        road_km=whole(node.field("road"), "kilometre"),
        longitude=number(node.field("longitude"), "degree", -180, 180),
        latitude=number(node.field("latitude"), "degree", -90, 90),
        lookers=whole(node.field("lookers"), "person"),
        days=MappingProxyType(
            {carrier: span(node.field("days").field(carrier), "day") for carrier in carriers}
        ),
    )


def carrier(id: str, node: Node) -> Carrier:
    """One entry of ``carriers.yaml``; the cities that it names are checked later."""
    node.only(
        "name", "picture", "base", "per_kilogram", "handling", "breakage", "loss", "by_way_of"
    )
    return Carrier(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        base_fen=whole(node.field("base"), "fen"),
        per_kilogram_fen=whole(node.field("per_kilogram"), "fen"),
        handling_days=whole(node.field("handling"), "day"),
        breakage=share(node.field("breakage")),
        loss=share(node.field("loss")),
        by_way_of=tuple(stop.text() for stop in node.field("by_way_of").items()),
    )


def check_stops(node: Node, cities: Mapping[str, City]) -> None:
    """Every carrier of ``carriers.yaml`` comes through cities that there are, nearest first."""
    for _, entry in node.entries():
        kilometres = 0
        for stop in entry.field("by_way_of").items():
            _known(stop, cities, "city")
            if cities[stop.text()].road_km <= kilometres:
                raise stop.error("must be farther than the stop before it")
            kilometres = cities[stop.text()].road_km


def packaging(id: str, node: Node, kinds: Mapping[str, ProductKind]) -> Packaging:
    """One entry of ``packaging.yaml``."""
    node.only("name", "picture", "cost", "protection", "made_for")
    made_for = node.optional("made_for")
    return Packaging(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        cost_fen=whole(node.field("cost"), "fen"),
        protection=share(node.field("protection")),
        made_for=tuple(_known(each, kinds, "kind") for each in made_for.items())
        if made_for
        else (),
    )


def customer(id: str, node: Node, cities: Mapping[str, City]) -> Customer:
    """One entry of ``customers.yaml``."""
    node.only("name", "picture", "city")
    home = _known(node.field("city"), cities, "city")
    return Customer(id, node.field("name").phrase(), node.field("picture").text(), home)


def quality(id: str, node: Node, kinds: Mapping[str, ProductKind]) -> Quality:
    """One entry of ``qualities.yaml``."""
    node.only("name", "picture", "true_of")
    name, picture = node.field("name").phrase(), node.field("picture").text()
    return Quality(id, name, picture, _kinds(node.field("true_of"), kinds))


def year(node: Node) -> Year:
    """``first_day`` and ``calm`` of ``days.yaml``."""
    node.only("first_day", "calm", "weather", "festivals")
    first = node.field("first_day")
    first.only("month", "day", "why")
    first.field("why").text()
    return Year(_date(first), whole(node.field("calm"), "day"))


def weather(id: str, node: Node, kinds: Mapping[str, ProductKind]) -> Weather:
    """One entry of ``weather`` in ``days.yaml``."""
    node.only("name", "told", "picture", "days", "made", "kinds")
    made, listed = node.optional("made"), node.optional("kinds")
    if (made is None) != (listed is None):
        raise node.error("has made and kinds, or neither")
    return Weather(
        id=id,
        name=node.field("name").phrase(),
        told=node.field("told").phrase(),
        picture=node.field("picture").text(),
        days_percent=months(node.field("days")),
        made_percent=whole(made, "percent", minimum=0) if made else 100,
        kinds=_kinds(listed, kinds) if listed else (),
    )


def check_weather(node: Node, weathers: Mapping[str, Weather]) -> None:
    """In every month the days of all the weather make a hundred."""
    for month in range(MONTHS):
        whole_month = sum(each.days_percent[month] for each in weathers.values())
        if whole_month != 100:
            raise node.error(f"has {whole_month} days of a hundred in month {month + 1}")


def festival(id: str, node: Node, kinds: Mapping[str, ProductKind]) -> Festival:
    """One entry of ``festivals`` in ``days.yaml``."""
    node.only("name", "picture", "date", "before", "after", "lift", "kinds", "crowding")
    date = node.field("date")
    date.only("month", "day", "why")
    date.field("why").text()
    before = whole(node.field("before"), "day", minimum=0)
    listed = node.optional("kinds")
    return Festival(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        first=(_date(date) - before) % sum(DAYS_IN),
        days=before + 1 + whole(node.field("after"), "day", minimum=0),
        lift_percent=times(node.field("lift"), minimum=100),
        kinds=_kinds(listed, kinds) if listed else (),
        crowding_days=whole(node.field("crowding"), "day", minimum=0),
    )


def mishap(
    id: str,
    node: Node,
    kinds: Mapping[str, ProductKind],
    carriers: Mapping[str, Carrier],
    weathers: Mapping[str, Weather],
) -> Mishap:
    """One entry of ``incidents.yaml``."""
    node.only(
        "name", "told", "picture", "effect", "chance", "months", "lasts", "made", "kinds",
        "carrier", "weather", "only_in_its_year",
    )  # fmt: skip
    effect = node.field("effect")
    if effect.text() not in _EFFECTS:
        raise effect.error(f"must be one of {', '.join(_EFFECTS)}")
    listed, made, stopped = (node.optional(name) for name in ("kinds", "made", "carrier"))
    sky = node.optional("weather")
    for name, needs in (("made", "less-made"), ("carrier", "closes-road")):
        if (node.optional(name) is not None) != (effect.text() == needs):
            raise effect.error(f"{needs} and only {needs} has the field {name}")
    return Mishap(
        id=id,
        name=node.field("name").phrase(),
        told=node.field("told").phrase(),
        picture=node.field("picture").text(),
        effect=_EFFECTS[_EFFECTS.index(effect.text())],
        chance=share(node.field("chance")),
        months=tuple(month.whole_number(1, MONTHS) for month in node.field("months").items()),
        lasts=span(node.field("lasts"), "day"),
        made_percent=whole(made, "percent", minimum=0) if made else 100,
        kinds=_kinds(listed, kinds) if listed else (),
        carrier=_known(stopped, carriers, "carrier") if stopped else "",
        only_in_its_year=node.field("only_in_its_year").flag(),
        weather=_known(sky, weathers, "weather") if sky else "",
    )


def market(node: Node, customers: Mapping[str, Customer]) -> Market:
    """The whole of ``market.yaml``."""
    node.only(
        "practice_city", "fee", "send_within", "waits_after", "most_open", "beginner", "bad_unit",
        "village", "wishes", "renown",
    )  # fmt: skip
    home = node.field("practice_city")
    if not any(customer.city == home.text() for customer in customers.values()):
        raise home.error("is not a city where a customer lives")
    node.field("village").only("longitude", "latitude")
    return Market(
        practice_city=home.text(),
        fee_percent=whole(node.field("fee"), "percent", minimum=0),
        send_within_days=whole(node.field("send_within"), "day"),
        waits_after_days=whole(node.field("waits_after"), "day"),
        most_open_orders=whole(node.field("most_open"), "order"),
        beginner_orders=whole(node.field("beginner"), "order"),
        bad_unit_chance=share(node.field("bad_unit")),
        village_longitude=number(node.field("village").field("longitude"), "degree", -180, 180),
        village_latitude=number(node.field("village").field("latitude"), "degree", -90, 90),
        wishes=_wishes(node.field("wishes")),
        renown=_renown(node.field("renown")),
    )


def _wishes(node: Node) -> Wishes:
    shares = (
        "buys", "at_usual_high", "no_photo", "no_words", "no_stars_yet", "one_star",
        "never_answered", "never_on_time",
    )  # fmt: skip
    node.only(*shares, "nobody_buys_at", "enough_words", "soon", "too_late")
    soon = whole(node.field("soon"), "day")
    return Wishes(
        **{name: share(node.field(name)) for name in shares},
        nobody_buys_at_percent=times(node.field("nobody_buys_at"), minimum=101),
        enough_words=whole(node.field("enough_words"), "quality"),
        soon_days=soon,
        too_late_days=whole(node.field("too_late"), "day", minimum=soon + 1),
    )


def _renown(node: Node) -> Renown:
    node.only("middling", "half", "most")
    return Renown(
        middling_stars=whole(node.field("middling"), "star"),
        half_points=whole(node.field("half"), "point"),
        most_percent=times(node.field("most"), minimum=100),
    )


def _date(node: Node) -> int:
    """The day of the year, 0 is 1 January."""
    month = node.field("month").whole_number(1, MONTHS)
    day = node.field("day").whole_number(1, DAYS_IN[month - 1])
    return sum(DAYS_IN[: month - 1]) + day - 1


def _kinds(node: Node, kinds: Mapping[str, ProductKind]) -> tuple[str, ...]:
    return tuple(_known(item, kinds, "product") for item in node.items())


def _known(node: Node, things: Iterable[str], what: str) -> str:
    id = node.text()
    if id not in things:
        raise node.error(f"is not a {what} here; there are {', '.join(sorted(things))}")
    return id
