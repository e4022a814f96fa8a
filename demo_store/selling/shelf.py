"""What stands on the shelf for buyers: how many units of a product they can have."""

from typing import Final

from demo_store import batches
from demo_store.batches import Batches
from demo_store.buyers import promises
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import Catalogue

_NOT_YET_COLLECTED: Final = (OrderState.PLACED, OrderState.ACCEPTED)


def is_shown(product: Product) -> bool:
    """Whether buyers see it."""
    return product.published and product.price_fen is not None


def available(store: Store, product: Product) -> int:
    """Units that buyers can see: in stock, published and not promised to another order."""
    return product.stock - promised(store, product) if is_shown(product) else 0


def promised(store: Store, product: Product) -> int:
    """Units that orders wait for and that are still in the stock."""
    return sum(order.quantity for order in store.open_orders if _waits_for(order, product))


def next_made_day(store: Store, product: Product) -> int | None:
    """When the oldest unit was made that the next customer may get; None where all are promised."""
    return batches.oldest(batches.after(product.batches, promised(store, product)))


def picked(
    catalogue: Catalogue, store: Store, product: Product, order: Order, units: int
) -> Batches:
    """Which units go into an order: the oldest, but new ones where she promised to make some."""
    return batches.first(lying_for(catalogue, store, product, order, units), units)


def lying_for(
    catalogue: Catalogue, store: Store, product: Product, order: Order, units: int
) -> Batches:
    """What it may be filled from; the whole stock where too little is as new as was promised."""
    shelf = product.batches
    if len(shelf) < 2:
        return shelf
    since = promises.made_fresh_since(catalogue, store, order)
    fresh = batches.since(shelf, since) if since is not None else ()
    return fresh if batches.count(fresh) >= units else shelf


def _waits_for(order: Order, product: Product) -> bool:
    return order.product == product.id and order.state in _NOT_YET_COLLECTED
