"""Decides about products: photo, name, stock, price, showing them to buyers."""

from demo_store.commands import (
    AddProduct,
    ChoosePhoto,
    Describe,
    MakeStock,
    OpenProduct,
    Publish,
    SayName,
    SetPrice,
)
from demo_store.errors import NotCountable, UnknownId
from demo_store.events import (
    Described,
    ListingPublished,
    NameSaid,
    PhotoChosen,
    PriceSet,
    ProductAdded,
    ProductOpened,
    Refused,
    StockMade,
    StoreEvent,
)
from demo_store.finance.money import countable
from demo_store.store import Product, Store
from demo_store.world.catalogue import Catalogue

ProductCommand = ChoosePhoto | SayName | Describe | MakeStock | SetPrice | Publish | OpenProduct
ListingCommand = AddProduct | ProductCommand


def decide(catalogue: Catalogue, store: Store, command: ListingCommand) -> tuple[StoreEvent, ...]:
    """What a command about a product brings about."""
    if isinstance(command, AddProduct):
        return (_add(store, catalogue.kind(command.kind).id),)
    product = store.product(command.product)
    if product is None:
        raise UnknownId("product", command.product)
    missing = _missing(product, command) or _impossible(catalogue, product, command)
    if missing:
        return (Refused(type(command).__name__, missing),)
    return (_done(catalogue, store, product, command),)


def _add(store: Store, kind: str) -> StoreEvent:
    for product in store.products:
        if product.kind == kind:
            return ProductOpened(product.id)
    return ProductAdded(f"p{len(store.products) + 1}", kind)


def _missing(product: Product, command: ProductCommand) -> str:
    """What the learner left out, or nothing. An empty hand is her mistake, not the caller's."""
    match command:
        case ChoosePhoto(photo=photo):
            return "" if photo else "photo"
        case Describe(qualities=qualities, clip=clip):
            return "" if qualities or clip else "words"
        case MakeStock(quantity=quantity):
            return "" if quantity >= 1 else "stock"
        case SetPrice(price_fen=price_fen):
            return "" if price_fen >= 1 else "price"
        case Publish():
            return _unpublishable(product)
    return ""


def _impossible(catalogue: Catalogue, product: Product, command: ProductCommand) -> str:
    """What cannot be at all, whatever comes first: more than anybody makes in a day."""
    if isinstance(command, MakeStock):
        most = catalogue.kind(product.kind).most_units
        return "" if command.quantity <= most else "too-many"
    return ""


def _unpublishable(product: Product) -> str:
    if not product.photo:
        return "photo"
    if product.price_fen is None:
        return "price"
    return "" if product.stock >= 1 else "stock"


def _done(
    catalogue: Catalogue, store: Store, product: Product, command: ProductCommand
) -> StoreEvent:
    match command:
        case OpenProduct():
            return ProductOpened(product.id)
        case ChoosePhoto(photo=photo):
            return PhotoChosen(product.id, photo)
        case SayName(clip=clip):
            return NameSaid(product.id, clip)
        case Describe(qualities=qualities, clip=clip):
            said = tuple(dict.fromkeys(catalogue.quality(each).id for each in qualities))
            return Described(product.id, said, clip)
        case MakeStock(quantity=quantity):
            cost = quantity * catalogue.kind(product.kind).unit_cost_fen
            return StockMade(product.id, quantity, cost, store.day)
        case SetPrice(price_fen=price_fen):
            if not countable(price_fen):
                raise NotCountable(price_fen)
            return PriceSet(product.id, price_fen)
        case Publish():
            # also when it is published already: a lesson that is repeated must be able to reach
            # its goal in a store where everything has been done once
            return ListingPublished(product.id)
