"""What a customer writes about what she got: stars and reasons from what truly happened."""

from collections.abc import Iterator

from demo_store.catalogue import Catalogue, ProductKind
from demo_store.errors import UnknownId
from demo_store.events import ReviewWritten
from demo_store.store import Order, Store


def written(catalogue: Catalogue, store: Store, order: Order) -> ReviewWritten:
    """The review of an order that arrives on the store's day."""
    product = store.product(order.product)
    if product is None:
        raise UnknownId("product", order.product)
    reasons = tuple(_complaints(catalogue.kind(product.kind), order, store.day))
    return ReviewWritten(order.id, _stars(order, reasons), reasons)


def _complaints(kind: ProductKind, order: Order, day: int) -> Iterator[str]:
    if (order.shipped_day or day) > order.due_day:
        yield "late"
    if order.broken:
        yield "broken"
    if day - (order.made_day or day) > kind.shelf_life_days:
        yield "stale"
    if order.price_fen > kind.price_fen.high:
        yield "too-dear"


def _stars(order: Order, reasons: tuple[str, ...]) -> int:
    """Five less one for every complaint; half a parcel broken, or stale food, costs one more."""
    worse = ("stale" in reasons) + (order.broken * 2 >= order.quantity and order.broken > 0)
    return max(1, 5 - len(reasons) - worse)
