"""Decides about orders, step by step, from the order that is heard to the parcel that leaves."""

import random
from typing import Final

from demo_store.commands import (
    AcceptOrder,
    CheckOrder,
    CollectOrder,
    DeclineOrder,
    HearOrder,
    LabelOrder,
    PackOrder,
    ShipOrder,
    StampOrder,
)
from demo_store.errors import UnknownId
from demo_store.events import (
    OrderAccepted,
    OrderChecked,
    OrderCollected,
    OrderDeclined,
    OrderHeard,
    OrderLabelled,
    OrderPacked,
    OrderShipped,
    OrderStamped,
    Refused,
    StoreEvent,
)
from demo_store.selling.beginner import is_beginner
from demo_store.selling.next_step import STEP_AFTER
from demo_store.selling.packing import unsuited
from demo_store.selling.shelf import picked
from demo_store.store import Order, Product, Store
from demo_store.world import calendar
from demo_store.world.catalogue import Carrier, Catalogue, ProductKind

OrderCommand = (
    HearOrder
    | DeclineOrder
    | AcceptOrder
    | CollectOrder
    | CheckOrder
    | StampOrder
    | PackOrder
    | LabelOrder
    | ShipOrder
)

_STEP_OF: Final[dict[type, str]] = {
    AcceptOrder: "accept",
    DeclineOrder: "accept",  # the same moment: she says yes or no
    CollectOrder: "collect",
    CheckOrder: "check",
    StampOrder: "stamp",
    PackOrder: "pack",
    LabelOrder: "label",
    ShipOrder: "ship",
}
_STEPS: Final = tuple(STEP_AFTER.values())


def decide(
    catalogue: Catalogue, store: Store, command: OrderCommand, rng: random.Random
) -> tuple[StoreEvent, ...]:
    """What a command about an order brings about."""
    order = store.order(command.order)
    if order is None:
        raise UnknownId("order", command.order)
    product = store.product(order.product)
    if product is None:
        raise UnknownId("product", order.product)
    missing = _missing(order, product, command)
    if not missing and isinstance(command, PackOrder) and command.well:
        packaging = catalogue.packaging(command.packaging)
        missing = unsuited(catalogue, catalogue.kind(product.kind), packaging)
    if missing:
        return (Refused(type(command).__name__, missing),)
    return (_done(catalogue, store, order, product, command, rng),)


def _missing(order: Order, product: Product, command: OrderCommand) -> str:
    """The step that must come first, ``stock``, ``done`` where it is past, or nothing."""
    if isinstance(command, HearOrder):
        return ""
    step = _STEP_OF[type(command)]
    due = STEP_AFTER.get(order.state)
    if due is None or _STEPS.index(step) < _STEPS.index(due):
        return "done"
    if step != due:
        return due
    return "stock" if step == "collect" and product.stock < order.quantity else ""


def _done(
    catalogue: Catalogue,
    store: Store,
    order: Order,
    product: Product,
    command: OrderCommand,
    rng: random.Random,
) -> StoreEvent:
    kind = catalogue.kind(product.kind)
    match command:
        case HearOrder():
            return OrderHeard(order.id)
        case AcceptOrder():
            return OrderAccepted(order.id)
        case DeclineOrder():
            return OrderDeclined(order.id)
        case CollectOrder():
            return OrderCollected(
                order.id, picked(catalogue, store, product, order, order.quantity)
            )
        case CheckOrder():
            return _checked(catalogue, store, order, product, rng)
        case StampOrder():
            return OrderStamped(order.id)
        case PackOrder(packaging=packaging):
            return OrderPacked(order.id, packaging, catalogue.packaging(packaging).cost_fen)
        case LabelOrder():
            return OrderLabelled(order.id)
        case ShipOrder(carrier=carrier):
            return _shipped(catalogue, store, order, kind, catalogue.carrier(carrier), rng)


def _checked(
    catalogue: Catalogue, store: Store, order: Order, product: Product, rng: random.Random
) -> OrderChecked:
    chance = catalogue.market.bad_unit_chance * catalogue.kind(product.kind).fragile
    places = [place for place in range(order.quantity) if rng.random() < chance]
    # no more are bad than there are good ones left: chance never blocks a learner's step
    bad = tuple(places[: product.stock])
    put_in = picked(catalogue, store, product, order, len(bad)) if bad else ()
    return OrderChecked(order.id, len(bad), bad, put_in)


def _shipped(
    catalogue: Catalogue,
    store: Store,
    order: Order,
    kind: ProductKind,
    carrier: Carrier,
    rng: random.Random,
) -> OrderShipped:
    days = catalogue.city(order.city).days[carrier.id]
    under_way = carrier.handling_days + rng.randint(days.low, days.high)
    under_way += calendar.crowding_days(catalogue, store.day, rng.random())
    lost = rng.random() < carrier.loss
    unprotected = 1 - catalogue.packaging(order.packaging).protection
    return OrderShipped(
        order=order.id,
        carrier=carrier.id,
        freight_fen=carrier.freight_fen(order.quantity * kind.weight_g),
        day=store.day,
        arrives_day=store.day + under_way,
        broken=_count(order.quantity, carrier.breakage * unprotected * kind.fragile, rng),
        # a beginner must see how it ends when all goes well
        lost=lost and not is_beginner(catalogue, store),
    )


def _count(units: int, chance: float, rng: random.Random) -> int:
    """How many of the units chance picks."""
    return sum(rng.random() < chance for _ in range(units))
