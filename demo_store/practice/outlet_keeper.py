"""What a family does in its own store on a morning: it shows what it makes, sends what is bought.

The learner looks on: she works in the village's store, or in her own.
"""

from demo_store.buyers import claims
from demo_store.commands import (
    AddProduct,
    ChoosePhoto,
    DeclineOrder,
    Describe,
    MakeStock,
    Publish,
    SayName,
    SetPrice,
    StoreCommand,
)
from demo_store.finance.money import rounded_down
from demo_store.selling.next_step import setup_step, until_sent, waiting_orders
from demo_store.selling.packing import cheapest_carrier, leaves_enough, packaging_for
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.things import ProductKind


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
        return Describe(product.id, claims.lasting(catalogue, kind))
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
    if order.state is OrderState.PLACED:
        worth = leaves_enough(catalogue.carrier(carrier), kind, order)
        if product.stock < order.quantity or not worth:
            return DeclineOrder(order.id)
    return until_sent(order, packaging_for(catalogue, kind), carrier)[0]
