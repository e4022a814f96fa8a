"""Reads scenarios; every problem says file, line and field."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, get_args

from demo_store.simulation.errors import UnknownScenario
from demo_store.simulation.policies import POLICIES
from demo_store.simulation.scenario import (
    Bazaar,
    Figure,
    Measure,
    Offer,
    Per,
    Scenario,
    Seller,
    Where,
)
from demo_store.world.amounts import span, times, whole
from demo_store.world.catalogue import CONTENT, Catalogue
from lessons.content import Node, load_yaml

FOLDER: Final = CONTENT / "scenarios"


def scenario_names(folder: Path = FOLDER) -> tuple[str, ...]:
    """Every scenario that there is."""
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def load_scenario(name: str, catalogue: Catalogue, folder: Path = FOLDER) -> Scenario:
    """The scenario ``name``.

    Raises:
        UnknownScenario: there is none of that name.
        ContentError: something is missing or wrong in the file.
    """
    known = scenario_names(folder)
    if name not in known:
        raise UnknownScenario(name, known)
    return _scenario(name, load_yaml(folder / f"{name}.yaml", folder.parent), catalogue)


def _scenario(name: str, node: Node, catalogue: Catalogue) -> Scenario:
    node.only("title", "days", "seed", "named_for", "sellers", "published")
    named = node.optional("named_for")
    sellers = {id: _seller(id, each, catalogue) for id, each in node.field("sellers").entries()}
    if not sellers:
        raise node.field("sellers").error("has nobody in it")
    return Scenario(
        name=name,
        title=node.field("title").phrase(),
        days=whole(node.field("days"), "day"),
        seed=node.field("seed").whole_number(0),
        sellers=MappingProxyType(sellers),
        published=tuple(
            _figure(id, each, sellers, catalogue) for id, each in node.field("published").entries()
        ),
        named_for=_one_of(named, tuple(catalogue.mishaps)) if named else "",
    )


def _seller(id: str, node: Node, catalogue: Catalogue) -> Seller:
    node.only("policy", "where", "stores", "sells", "bazaar")
    where: Where = _one_of(node.field("where"), get_args(Where))
    bazaar = node.optional("bazaar")
    if (bazaar is not None) != (where == "bazaar"):
        raise node.error("has a field bazaar where and only where it sells at the bazaar")
    offers = tuple(
        _offer(kind, each, where, catalogue) for kind, each in node.field("sells").entries()
    )
    if not offers:
        raise node.field("sells").error("has nothing in it")
    return Seller(
        id=id,
        policy=_one_of(node.field("policy"), tuple(POLICIES)),
        where=where,
        stores=whole(node.field("stores"), "store"),
        offers=offers,
        bazaar=_bazaar(bazaar) if bazaar else None,
    )


def _offer(kind: str, node: Node, where: Where, catalogue: Catalogue) -> Offer:
    node.only("families", "makes", "every", "price", "keeps", "sent_by")
    if kind not in catalogue.kinds:
        raise node.error(f"is not a product here; there is {_list(catalogue.kinds)}")
    families = node.optional("families")
    if (families is not None) != (where == "village"):
        raise node.error("has a field families where and only where a village sells together")
    return Offer(
        kind=kind,
        families=whole(families, "family") if families else 1,
        units=whole(node.field("makes"), "unit", maximum=catalogue.kind(kind).most_units),
        every_days=whole(node.field("every"), "day"),
        price_fen=whole(node.field("price"), "fen", minimum=10),
        most_in_stock=whole(node.field("keeps"), "unit"),
        carrier=_one_of(node.field("sent_by"), tuple(catalogue.carriers)),
    )


def _bazaar(node: Node) -> Bazaar:
    node.only("every", "buyers", "units", "usual", "nobody_buys_at")
    return Bazaar(
        every_days=whole(node.field("every"), "day"),
        buyers=span(node.field("buyers"), "person"),
        units=span(node.field("units"), "unit"),
        usual_fen=whole(node.field("usual"), "fen"),
        nobody_buys_at_percent=times(node.field("nobody_buys_at"), minimum=101),
    )


def _figure(name: str, node: Node, sellers: Mapping[str, Seller], catalogue: Catalogue) -> Figure:
    node.only("measure", "seller", "kind", "per", "expected", "tolerance", "at_least", "source")
    seller, kind = node.optional("seller"), node.optional("kind")
    return Figure(
        name=name,
        measure=_one_of(node.field("measure"), get_args(Measure)),
        seller=_one_of(seller, tuple(sellers)) if seller else "",
        kind=_one_of(kind, tuple(catalogue.kinds)) if kind else "",
        per=_one_of(node.field("per"), get_args(Per)),
        expected=node.field("expected").number(),
        tolerance=_tolerance(node.field("tolerance")),
        at_least=node.field("at_least").flag(),
        source=node.field("source").text(),
    )


def _tolerance(node: Node) -> float:
    if not 0 <= node.number() < 1:
        raise node.error("must be from 0 up to 1")
    return node.number()


def _one_of(node: Node, known: tuple[str, ...]) -> Any:
    """One of the known words; the caller knows that they are a ``Literal``."""
    if node.text() not in known:
        raise node.error(f"must be one of {', '.join(known)}")
    return node.text()


def _list(things: Iterable[str]) -> str:
    return ", ".join(things)
