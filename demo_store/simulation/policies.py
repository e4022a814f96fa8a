"""How sellers act: pure functions from a store's state to today's commands.

``does-all-right`` is what the lessons teach; ``makes-mistakes`` does the opposite of each thing;
``weekly-bazaar`` has no online store (see ``bazaar``).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo_store import batches
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
from demo_store.selling import packing, promises
from demo_store.selling.next_step import STEP_AFTER, until_sent
from demo_store.simulation import answering
from demo_store.simulation.making import made_today
from demo_store.simulation.scenario import Offer, Seller
from demo_store.store import Order, Store
from demo_store.world.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Scene:
    """What a seller sees: her own plan, her store, and which of the like sellers she is."""

    catalogue: Catalogue
    seller: Seller
    store: Store
    number: int = 1

    @property
    def offers(self) -> Mapping[str, Offer]:
        """Her plan for each product, by its id: she adds them in the plan's order."""
        return {f"p{number}": offer for number, offer in enumerate(self.seller.offers, start=1)}


Policy = Callable[[Scene], Iterator[StoreCommand]]

_TO_SEND: Final = tuple(STEP_AFTER)


_LATE_DAYS: Final = 4
"""How many days after its last one a parcel is still left lying by who makes mistakes."""


def does_all_right(scene: Scene) -> Iterator[StoreCommand]:
    """A good listing, enough stock and not too much, every order sent on its day, true answers."""
    if not scene.store.products:
        yield from _listing(scene, dearness=100, words=True)
        return
    yield from _made(scene)
    yield from answering.rightly(scene.catalogue, scene.store)
    yield from orders_sent(scene)


def orders_sent(scene: Scene) -> Iterator[StoreCommand]:
    """Every step of every order for which there is enough, the oldest first.

    One for which new ones were promised waits for them as long as it is not late by it.
    """
    stock = {product.id: product.stock for product in scene.store.products}
    offers = scene.offers
    for order in scene.store.open_orders:
        if order.state not in _TO_SEND:
            continue
        if order.state in _TO_SEND[:2]:
            if stock[order.product] < order.quantity or _waits_for_new(scene, order):
                continue
            stock[order.product] -= order.quantity
        offer = offers[order.product]
        kind = scene.catalogue.kind(offer.kind)
        packaging = packing.packaging_for(scene.catalogue, kind)
        carrier = packing.carrier_for(scene.catalogue, kind, order, offer.carrier)
        yield from until_sent(order, packaging, carrier)


def _waits_for_new(scene: Scene, order: Order) -> bool:
    since = promises.made_fresh_since(scene.catalogue, scene.store, order)
    product = scene.store.product(order.product)
    if since is None or product is None or scene.store.day >= order.due_day - 1:
        return False
    return batches.count(batches.since(product.batches, since)) < order.quantity


def makes_mistakes(scene: Scene) -> Iterator[StoreCommand]:
    """Too dear, no words, wrong packing, everything late, and the wrong answer to everybody."""
    if not scene.store.products:
        yield from _listing(scene, dearness=130, words=False)
        return
    if not any(product.stock for product in scene.store.products):
        yield from _made(scene)
    yield from answering.wrongly(scene.catalogue, scene.store)
    for order in scene.store.open_orders:
        if order.state in _TO_SEND and scene.store.day > order.due_day + _LATE_DAYS:
            packagings, carriers = scene.catalogue.packagings, scene.catalogue.carriers
            worst = min(packagings.values(), key=lambda each: (each.protection, each.id))
            cheapest = min(carriers.values(), key=lambda each: (each.base_fen, each.id))
            product = scene.store.product(order.product)
            if product is not None and product.stock < order.quantity:
                yield DeclineOrder(order.id)
            else:
                yield from until_sent(order, worst.id, cheapest.id)


def listing(
    catalogue: Catalogue, offer: Offer, product: str, price_fen: int, words: bool
) -> Iterator[StoreCommand]:
    """A product with all that buyers want to see, but no stock yet."""
    kind = catalogue.kind(offer.kind)
    yield AddProduct(kind.id)
    yield ChoosePhoto(product, kind.picture)
    if words:
        yield SayName(product)
        yield Describe(product, claims.lasting(catalogue, kind.id))
    yield SetPrice(product, price_fen)


def _listing(scene: Scene, dearness: int, words: bool) -> Iterator[StoreCommand]:
    for number, offer in enumerate(scene.seller.offers, start=1):
        product = f"p{number}"
        price = rounded_down(offer.price_fen * dearness // 100)
        yield from listing(scene.catalogue, offer, product, price, words)
        made = made_today(scene.catalogue, scene.store, offer, scene.number)
        if made:
            yield MakeStock(product, made)
            yield Publish(product)


def _made(scene: Scene) -> Iterator[StoreCommand]:
    """Today's work, unless enough lies there; what has stock for the first time is published."""
    for product in scene.store.products:
        offer = scene.offers[product.id]
        made = made_today(scene.catalogue, scene.store, offer, scene.number)
        made = min(made, offer.most_in_stock - product.stock)
        if made > 0:
            yield MakeStock(product.id, made)
        if not product.published and product.stock + max(made, 0) > 0:
            yield Publish(product.id)


POLICIES: Final[Mapping[str, Policy]] = MappingProxyType(
    {
        "does-all-right": does_all_right,
        "makes-mistakes": makes_mistakes,
        "weekly-bazaar": lambda _: iter(()),
    }
)
