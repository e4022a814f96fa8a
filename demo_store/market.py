"""Buyers: who orders what in a night, and how the wish falls as the price rises."""

import random
from typing import Final

from demo_store.catalogue import Catalogue, ProductKind
from demo_store.events import OrderPlaced
from demo_store.next_step import STEP_AFTER
from demo_store.store import Order, OrderState, Product, Store

_NOT_YET_COLLECTED: Final = (OrderState.PLACED, OrderState.ACCEPTED)


def new_orders(catalogue: Catalogue, store: Store, rng: random.Random) -> tuple[OrderPlaced, ...]:
    """The orders that come in on the store's day."""
    selling = [product for product in store.products if available(store, product) > 0]
    buying = [product for product in selling if _wanted(catalogue, product, rng)]
    waiting = sum(order.state in STEP_AFTER for order in store.orders)
    if not waiting and not buying:
        # A beginner who did everything right must see that it works: a silent night would teach
        # her that it does not. So one fair thing is sure to find a buyer when nothing waits.
        buying = [product for product in selling if _is_fair(catalogue, product)][:1]
    room = max(0, catalogue.market.most_open_orders - waiting)
    first = len(store.orders) + 1
    return tuple(
        placed(catalogue, store, f"o{number}", product, rng)
        for number, product in enumerate(buying[:room], start=first)
    )


def available(store: Store, product: Product) -> int:
    """Units that buyers can see: in stock, published and not promised to another order."""
    if not product.published or product.price_fen is None:
        return 0
    return product.stock - promised(store, product)


def promised(store: Store, product: Product) -> int:
    """Units that orders wait for and that are still in the stock."""
    return sum(order.quantity for order in store.orders if _waits_for(order, product))


def chance(catalogue: Catalogue, kind: ProductKind, price_fen: int) -> float:
    """The chance from 0 to 1 that a day brings a buyer at this price.

    It is the same up to the usual highest price and falls evenly from there to nothing.
    """
    market = catalogue.market
    over = max(0, price_fen - kind.price_fen.high)
    too_much = kind.price_fen.high * (market.nobody_buys_at_percent - 100) / 100
    return market.order_chance * max(0.0, 1 - over / too_much)


def placed(
    catalogue: Catalogue,
    store: Store,
    order_id: str,
    product: Product,
    rng: random.Random,
    city: str | None = None,
    most: int | None = None,
) -> OrderPlaced:
    """An order by some customer, of ``city`` where it is given, for at most ``most`` units.

    The product must have a price; without ``most`` the order is for what is available.
    """
    assert product.price_fen is not None
    usual = catalogue.kind(product.kind).order_units
    most = available(store, product) if most is None else most
    customers = [c for c in catalogue.customers.values() if city in (None, c.city)]
    customer = rng.choice(customers)
    return OrderPlaced(
        order=order_id,
        product=product.id,
        quantity=rng.randint(min(usual.low, most), min(usual.high, most)),
        price_fen=product.price_fen,
        city=customer.city,
        customer=customer.id,
        day=store.day,
        due_day=store.day + catalogue.market.send_within_days,
    )


def _waits_for(order: Order, product: Product) -> bool:
    return order.product == product.id and order.state in _NOT_YET_COLLECTED


def _wanted(catalogue: Catalogue, product: Product, rng: random.Random) -> bool:
    kind = catalogue.kind(product.kind)
    return rng.random() < chance(catalogue, kind, product.price_fen or 0)


def _is_fair(catalogue: Catalogue, product: Product) -> bool:
    return (product.price_fen or 0) <= catalogue.kind(product.kind).price_fen.high
