"""What a family does in its own store on a morning: it shows what it makes, sends what is bought.

The learner looks on: she works in the village's store, or in her own.
"""

from typing import Final

from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    CheckOrder,
    ChoosePhoto,
    CollectOrder,
    DeclineOrder,
    Describe,
    LabelOrder,
    MakeStock,
    PackOrder,
    Publish,
    SayName,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.finance.money import rounded_down
from demo_store.selling.next_step import STEP_AFTER, setup_step, waiting_orders
from demo_store.selling.packing import cheapest_carrier, leaves_enough, packaging_for
from demo_store.store import Order, Product, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.things import ProductKind

_MOST_WORDS: Final = 3
"""What is said of one's goods."""


def next_act(catalogue: Catalogue, store: Store, kind: str, at_home: int) -> StoreCommand | None:
    """The first thing that is left to do; None when the morning's work is done.

    ``kind`` is what the family makes and ``at_home`` how many of it lie there on a morning.
    """
    if not store.products:
        return AddProduct(kind)
    product, made = store.products[0], catalogue.kind(kind)
    step = setup_step(product)
    if step is not None:
        return _set_up(made, product, step, at_home)
    if not product.qualities:
        true = [each.id for each in catalogue.qualities.values() if kind in each.true_of]
        return Describe(product.id, tuple(true[:_MOST_WORDS]))
    order = next(iter(waiting_orders(store)), None)
    return None if order is None else _with_order(catalogue, product, made, order)


def _set_up(kind: ProductKind, product: Product, step: str, at_home: int) -> StoreCommand:
    match step:
        case "photo":
            return ChoosePhoto(product.id, kind.picture)
        case "name":
            return SayName(product.id)
        case "made":
            return MakeStock(product.id, max(1, at_home))
        case "price":
            return SetPrice(product.id, rounded_down(kind.price_fen.middle))
    return Publish(product.id)


def _with_order(
    catalogue: Catalogue, product: Product, kind: ProductKind, order: Order
) -> StoreCommand:
    """A family promises what it has and what is worth its way, and sends it before the next one."""
    carrier = cheapest_carrier(catalogue, kind, order)
    match STEP_AFTER[order.state]:
        case "accept":
            worth = leaves_enough(catalogue.carrier(carrier), kind, order)
            can = product.stock >= order.quantity and worth
            return AcceptOrder(order.id) if can else DeclineOrder(order.id)
        case "collect":
            return CollectOrder(order.id)
        case "check":
            return CheckOrder(order.id)
        case "stamp":
            return StampOrder(order.id)
        case "pack":
            return PackOrder(order.id, packaging_for(catalogue, kind))
        case "label":
            return LabelOrder(order.id)
    return ShipOrder(order.id, carrier)
