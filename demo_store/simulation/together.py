"""A day of a village store whose people do all right: families bring, the centre sends."""

from collections.abc import Callable, Iterator
from typing import Final

from demo_store.commands import AcceptOrder, CollectOrder, Publish
from demo_store.simulation import answering, policies
from demo_store.simulation.making import made_today
from demo_store.simulation.policies import Scene
from demo_store.simulation.scenario import Offer, Seller
from demo_store.store import OrderState
from demo_store.village import units
from demo_store.village.commands import AtStore, BringStock, GoRound, JoinVillage, VillageCommand
from demo_store.village.state import Family, Village
from demo_store.world.catalogue import Catalogue


def founding(seller: Seller) -> Iterator[VillageCommand]:
    """Every family joins; it is called by what it makes."""
    for offer in seller.offers:
        for _ in range(offer.families):
            yield JoinVillage(_role(offer))


def morning(catalogue: Catalogue, seller: Seller, village: Village) -> Iterator[VillageCommand]:
    """The store is set up once; then families say what they have made."""
    if not village.store.products:
        for number, offer in enumerate(seller.offers, start=1):
            listing = policies.listing(catalogue, offer, f"p{number}", offer.price_fen, words=True)
            yield from (AtStore(command) for command in listing)
    for number, offer in enumerate(seller.offers, start=1):
        for family in village.families:
            if family.role == _role(offer):
                yield from _brought(catalogue, village, family, offer, f"p{number}")


def midday(catalogue: Catalogue, seller: Seller, village: Village) -> Iterator[VillageCommand]:
    """What has stock is shown, questions are answered, orders promised, the round goes out."""
    for product in village.store.products:
        if product.stock and not product.published:
            yield AtStore(Publish(product.id))
    for command in answering.rightly(catalogue, village.store):
        yield AtStore(command)
    scene = Scene(catalogue, seller, village.store)
    promised = [each for each in policies.orders_sent(scene) if isinstance(each, AcceptOrder)]
    for accept in promised:
        yield AtStore(accept)
    waiting = any(order.state is OrderState.ACCEPTED for order in village.store.open_orders)
    if promised or waiting:
        yield GoRound()


def evening(catalogue: Catalogue, seller: Seller, village: Village) -> Iterator[VillageCommand]:
    """What the round brought is checked, stamped, packed and sent."""
    scene = Scene(catalogue, seller, village.store)
    for command in policies.orders_sent(scene):
        if not isinstance(command, AcceptOrder | CollectOrder):
            yield AtStore(command)


def _brought(
    catalogue: Catalogue, village: Village, family: Family, offer: Offer, product: str
) -> Iterator[VillageCommand]:
    made = made_today(catalogue, village.store, offer)
    made = min(made, offer.most_in_stock - units.count(family.stock))
    if made > 0 and not family.outlet:
        yield BringStock(family.id, product, made)


def _role(offer: Offer) -> str:
    return f"{offer.kind}-family"


Part = Callable[[Catalogue, Seller, Village], Iterator[VillageCommand]]

PARTS_OF_A_DAY: Final[tuple[Part, ...]] = (morning, midday, evening)
