"""Selling without the internet: on market day and to neighbours at the door.

It is told with the events of any order, so that stock and money are kept by the same rules: who
buys here pays in the hand, nobody takes a fee, and nothing travels.
"""

import random
from collections.abc import Iterator
from typing import Final

from demo_store.commands import AddProduct, MakeStock, SetPrice, StoreCommand
from demo_store.events import (
    OrderAccepted,
    OrderCollected,
    OrderDelivered,
    OrderPaidOut,
    OrderPlaced,
    StoreEvent,
)
from demo_store.simulation.making import made_today
from demo_store.simulation.scenario import Bazaar, Offer
from demo_store.store import Product, Store
from demo_store.world.catalogue import Catalogue

HERE: Final = "village"
"""The city and the customer of a sale by hand."""


def preparations(
    catalogue: Catalogue, bazaar: Bazaar, offer: Offer, store: Store
) -> Iterator[StoreCommand]:
    """What she makes for today's market, if there is one: what usually sells, no more."""
    if not store.products:
        yield AddProduct(offer.kind)
        yield SetPrice("p1", offer.price_fen)
    if not market_day(bazaar, store.day):
        return
    usual = bazaar.buyers.high * bazaar.units.middle
    lying = store.products[0].stock if store.products else 0
    made = min(made_today(catalogue, store, offer), usual - lying)
    if made > 0:
        yield MakeStock("p1", made)


def market_day(bazaar: Bazaar, day: int) -> bool:
    """Whether the bazaar is held on this day."""
    return day % bazaar.every_days == 0


def sales(bazaar: Bazaar, store: Store, rng: random.Random) -> Iterator[StoreEvent]:
    """Who buys today."""
    product = store.products[0]
    if not market_day(bazaar, store.day) or product.price_fen is None:
        return
    left = product.stock
    number = len(store.orders)
    for _ in range(rng.randint(bazaar.buyers.low, bazaar.buyers.high)):
        wished = rng.randint(bazaar.units.low, bazaar.units.high)
        if rng.random() < willing(bazaar, product.price_fen) and left > 0:
            number += 1
            quantity = min(wished, left)
            left -= quantity
            yield from _sold(store, product, f"o{number}", quantity)


def willing(bazaar: Bazaar, price_fen: int) -> float:
    """The share of those who come that buys at this price."""
    over = max(0, price_fen - bazaar.usual_fen)
    too_much = bazaar.usual_fen * (bazaar.nobody_buys_at_percent - 100) / 100
    return max(0.0, 1 - over / too_much)


def _sold(store: Store, product: Product, order: str, quantity: int) -> Iterator[StoreEvent]:
    day = store.day
    price = product.price_fen or 0
    fen = quantity * price
    yield OrderPlaced(order, product.id, quantity, price, HERE, HERE, day, day)
    yield OrderAccepted(order)
    yield OrderCollected(order)
    yield OrderDelivered(order, day)
    yield OrderPaidOut(order, fen, 0, 0, 0, fen, day)
