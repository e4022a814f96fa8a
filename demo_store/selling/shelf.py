"""What stands on the shelf for buyers: how many units of a product they can have."""

from typing import Final

from demo_store.store import Order, OrderState, Product, Store

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


def _waits_for(order: Order, product: Product) -> bool:
    return order.product == product.id and order.state in _NOT_YET_COLLECTED
