"""Where a trouble fits: the product, order and money that it can be about now."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo_store.buyers import claims
from demo_store.finance.money import rounded_down
from demo_store.selling.shelf import available
from demo_store.store import Order, OrderState, Product, Store, Trouble
from demo_store.world.catalogue import Catalogue
from demo_store.world.trouble_kinds import TroubleKind

_NEWEST: Final = 30
"""How many of the newest orders a trouble may be about."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What a trouble can be about; ``order`` and ``product`` may be empty."""

    fen: int
    """The money that is at stake."""
    product: str = ""
    quantity: int = 0
    order: str = ""
    by_buyer: bool = False
    """Whether a customer brings it who has no order here."""


Finder = Callable[[Catalogue, Store, TroubleKind], Iterator[Fit]]


def fits(catalogue: Catalogue, store: Store, kind: TroubleKind) -> tuple[Fit, ...]:
    """Everything that the trouble can be about now, the oldest first."""
    return tuple(_FINDERS[kind.needs](catalogue, store, kind))


def kinds_of(catalogue: Catalogue, kind: TroubleKind) -> frozenset[str]:
    """The kinds of product that the trouble can be about."""
    group = {"sold-broken": "fragile", "packed-badly": "fragile", "sold-cloth": "cloth"}
    return catalogue.manners.groups[group.get(kind.needs, "all")]


def can_ever_fit(catalogue: Catalogue, store: Store, kind: TroubleKind) -> bool:
    """Whether what she sells lets this trouble come some day."""
    wanted = kinds_of(catalogue, kind)
    return any(product.kind in wanted for product in store.products)


def is_past(catalogue: Catalogue, store: Store, trouble: Trouble) -> bool:
    """Whether its story is not true any more: the parcel went, or the price is another one."""
    kind = catalogue.troubles.get(trouble.trouble)
    product, order = store.product(trouble.product), store.order(trouble.order)
    if kind is None or product is None:
        return False
    match kind.needs:
        case "packed-badly":
            return order is None or not is_packed_badly(catalogue, product, order)
        case "below-cost":
            return short_fen(catalogue, product) <= 0
    return False


def is_packed_badly(catalogue: Catalogue, product: Product, order: Order) -> bool:
    """Whether a parcel that is still here holds what breaks in what does not protect it."""
    here = order.state in (OrderState.PACKED, OrderState.LABELLED)
    fragile = catalogue.kind(product.kind).fragile
    return here and fragile and not claims.is_well_packed(catalogue, order.packaging)


def short_fen(catalogue: Catalogue, product: Product) -> int:
    """How far her price is below what making one costs; 0 or less where it is not."""
    return catalogue.kind(product.kind).unit_cost_fen - (product.price_fen or 0)


def card_fen(store: Store) -> int:
    """What a cheat could take: notes in her hand and what lies aside he cannot reach."""
    return store.purse.card_fen


def _goods(catalogue: Catalogue, store: Store, _: TroubleKind) -> Iterator[Fit]:
    for product, units in _for_sale(store):
        quantity = min(units, catalogue.kind(product.kind).order_units.middle)
        fen = quantity * (product.price_fen or 0)
        yield Fit(fen, product.id, quantity, by_buyer=True)


def _card(_: Catalogue, store: Store, kind: TroubleKind) -> Iterator[Fit]:
    fen = rounded_down(int(card_fen(store) * kind.amount))
    if fen > 0:
        yield Fit(fen)


def _fee(_: Catalogue, store: Store, kind: TroubleKind) -> Iterator[Fit]:
    fen = rounded_down(min(int(kind.amount), card_fen(store)))
    if fen > 0:
        yield Fit(fen)


def _sold(_: Catalogue, store: Store, __: TroubleKind) -> Iterator[Fit]:
    if card_fen(store) > 0:
        yield from (_of_order(order) for order in _arrived(store))


def _sold_broken(_: Catalogue, store: Store, __: TroubleKind) -> Iterator[Fit]:
    """Where some broke, but so few that a claim for the whole is a lie."""
    for order in _arrived(store):
        if 0 < order.broken * 2 < order.quantity:
            yield _of_order(order)


def _sold_cloth(catalogue: Catalogue, store: Store, _: TroubleKind) -> Iterator[Fit]:
    for order in _arrived(store):
        if _kind_of(store, order) in catalogue.manners.groups["cloth"]:
            yield _of_order(order)


def _packed_badly(catalogue: Catalogue, store: Store, _: TroubleKind) -> Iterator[Fit]:
    for order in store.orders[-_NEWEST:]:
        product = store.product(order.product)
        if product is not None and is_packed_badly(catalogue, product, order):
            fen = _likely_loss_fen(catalogue, order)
            if fen > 0:  # of very little nothing that can be counted is lost
                yield Fit(fen, order.product, order.quantity, order.id)


def _below_cost(catalogue: Catalogue, store: Store, _: TroubleKind) -> Iterator[Fit]:
    for product, units in _for_sale(store):
        short = short_fen(catalogue, product)
        if short > 0:
            yield Fit(short * units, product.id, units)


def _many(catalogue: Catalogue, store: Store, kind: TroubleKind) -> Iterator[Fit]:
    if card_fen(store) <= 0:
        return  # a promise that is not kept would cost her nothing
    for product, units in _for_sale(store):
        many = int(catalogue.kind(product.kind).order_units.high * kind.amount)
        quantity = max(many, 2 * units)  # too many also for a full store
        yield Fit(quantity * (product.price_fen or 0), product.id, quantity, by_buyer=True)


def _offer(catalogue: Catalogue, store: Store, kind: TroubleKind) -> Iterator[Fit]:
    """An offer below the cost, for something whose own price is well above it."""
    for product, units in _for_sale(store):
        cost = catalogue.kind(product.kind).unit_cost_fen
        offered = rounded_down(int(cost * kind.amount))
        lowest = min((way.share for way in kind.ways.values()), default=1.0)
        if offered > 0 and rounded_down(int((product.price_fen or 0) * lowest)) > cost:
            quantity = min(units, catalogue.kind(product.kind).order_units.middle)
            yield Fit(offered * quantity, product.id, quantity, by_buyer=True)


def _for_sale(store: Store) -> Iterator[tuple[Product, int]]:
    for product in store.products:
        units = available(store, product)
        if units > 0:
            yield product, units


def _arrived(store: Store) -> Iterator[Order]:
    there = (OrderState.DELIVERED, OrderState.PAID)
    return (order for order in store.orders[-_NEWEST:] if order.state in there)


def _of_order(order: Order) -> Fit:
    return Fit(order.total_fen, order.product, order.quantity, order.id)


def _kind_of(store: Store, order: Order) -> str:
    product = store.product(order.product)
    return product.kind if product else ""


def _likely_loss_fen(catalogue: Catalogue, order: Order) -> int:
    """What will break on average with the roughest carrier."""
    roughest = max(carrier.breakage for carrier in catalogue.carriers.values())
    unprotected = 1 - catalogue.packaging(order.packaging).protection
    return rounded_down(int(order.total_fen * roughest * unprotected))


_FINDERS: Final[Mapping[str, Finder]] = MappingProxyType(
    {
        "goods": _goods,
        "card": _card,
        "fee": _fee,
        "sold": _sold,
        "sold-broken": _sold_broken,
        "sold-cloth": _sold_cloth,
        "packed-badly": _packed_badly,
        "below-cost": _below_cost,
        "many": _many,
        "offer": _offer,
    }
)
