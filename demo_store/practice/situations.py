"""Situations: what a store must hold before a practice step can begin.

A situation adds only what is missing and takes no time: no day passes, so that a learner's own
orders do not become late because a lesson began.
"""

import random
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from demo_store.buyers import market
from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    CheckOrder,
    ChoosePhoto,
    CollectOrder,
    LabelOrder,
    MakeStock,
    PackOrder,
    Publish,
    SayName,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.days import night
from demo_store.engine import apply, handle
from demo_store.errors import UnknownId
from demo_store.events import OrderShipped, ProductTakenBack, Refused, StoreEvent
from demo_store.finance.money import rounded_down
from demo_store.selling.packing import fastest_carrier, packaging_for
from demo_store.selling.shelf import promised
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import Catalogue, ProductKind

_LISTING: Final = ("product-added", "photo-chosen", "made", "priced", "published")
_ORDER: Final[Mapping[str, OrderState]] = MappingProxyType(
    {
        "order-waiting": OrderState.PLACED,
        "order-accepted": OrderState.ACCEPTED,
        "order-collected": OrderState.COLLECTED,
        "order-checked": OrderState.CHECKED,
        "order-stamped": OrderState.STAMPED,
        "order-packed": OrderState.PACKED,
        "order-labelled": OrderState.LABELLED,
        "order-shipped": OrderState.SHIPPED,
        "order-delivered": OrderState.DELIVERED,
        "order-paid": OrderState.PAID,
    }
)
_MONEY: Final = "money-on-card"
_CARD_FEN: Final = 10_000
"""What must be on the card then: more than the smallest goal costs."""
_ANEW: Final = "not-prepared"
SITUATIONS: Final = ("as-it-is", _ANEW, *_LISTING, *_ORDER, _MONEY)
"""Every name that a lesson may use."""

_LIFE: Final = tuple(_ORDER.values())


def prepare(
    catalogue: Catalogue, store: Store, name: str, kind: str, rng: random.Random
) -> tuple[StoreEvent, ...]:
    """The events that bring the store into the situation, none where it is there already.

    ``kind`` is what the learner sells. A listing situation is about her product of this kind and
    holds also where more is done; an order situation needs an order in exactly that state. In
    ``not-prepared`` a product that stands just as a situation listed it is gone, so that she lists
    it herself.

    Raises:
        UnknownId: there is no such situation or kind.
    """
    _check(name)
    scene = _Scene(catalogue, store, catalogue.kind(kind).id, rng)
    if name == _ANEW:
        scene.take_back()
    elif name in _LISTING:
        scene.list_product(_LISTING.index(name))
    elif name in _ORDER:
        scene.bring_order(_ORDER[name])
    elif name == _MONEY:
        scene.bring_money(_CARD_FEN)
    return tuple(scene.events)


def focus(store: Store, name: str, kind: str | None = None) -> str | None:
    """The id of what the situation is about, to be asked as it begins.

    For an order situation the oldest order in that state; for a listing situation the product of
    ``kind``, or the newest product that is so far, or just the newest. None where there is none.

    Raises:
        UnknownId: there is no such situation.
    """
    _check(name)
    if name in _ORDER:
        return next((order.id for order in store.orders if _is_in(order, _ORDER[name])), None)
    if name not in _LISTING:
        return None
    stage = _LISTING.index(name)
    products = [p for p in reversed(store.products) if kind is None or p.kind == kind]
    return next((p.id for p in products if _is_at(p, stage)), products[0].id if products else None)


def gone_beyond(store: Store, name: str) -> bool:
    """Whether an open order has already passed the state that the situation is about."""
    if name not in _ORDER:
        return False
    passed = _LIFE[_LIFE.index(_ORDER[name]) + 1 : _LIFE.index(OrderState.PAID)]
    return any(order.state in passed for order in store.orders)


def _is_in(order: Order, state: OrderState) -> bool:
    """A parcel that will never arrive is no way to practise: as if it were not there."""
    return order.state is state and not order.lost


def _check(name: str) -> None:
    if name not in SITUATIONS:
        raise UnknownId("situation", name)


def _is_at(product: Product, stage: int) -> bool:
    done = (True, product.photo, product.stock, product.price_fen, product.published)
    return all(done[: stage + 1])


class _Scene:
    """A store that is being brought into a situation, with what was done to it so far."""

    def __init__(self, catalogue: Catalogue, store: Store, kind: str, rng: random.Random) -> None:
        self.events: list[StoreEvent] = []
        self._catalogue = catalogue
        self._store = store
        self._kind = catalogue.kind(kind)
        self._rng = rng

    def list_product(self, stage: int) -> None:
        """Bring her product to this place in ``_LISTING``, if it is not so far."""
        if not any(product.kind == self._kind.id for product in self._store.products):
            self._do(AddProduct(self._kind.id))
        if stage >= 1 and not self._product().photo:
            self._do(ChoosePhoto(self._product().id, self._kind.picture))
        if stage >= 2:
            self._name_and_make()
        if stage >= 3 and self._product().price_fen is None:
            middle = rounded_down(self._kind.price_fen.middle)
            self._do(SetPrice(self._product().id, middle))
        if stage >= 4 and not self._product().published:
            self._do(Publish(self._product().id))

    def take_back(self) -> None:
        """Nothing is left of her product where only a situation listed it; her own work stays."""
        store = self._store
        product = store.products[-1] if store.products else None  # an id is given but once
        if product is None or product.kind != self._kind.id or self._is_in_use(product):
            return
        listed = _Scene(self._catalogue, Store(), product.kind, self._rng)
        listed.list_product(len(_LISTING) - 1)
        as_listed = replace(listed._product(), id=product.id, batches=product.batches)
        if product == as_listed and product.stock == listed._product().stock:
            self._happen(ProductTakenBack(product.id, product.stock_cost_fen, store.day))

    def _is_in_use(self, product: Product) -> bool:
        store = self._store
        about = {order.product for order in store.orders}
        about |= {message.product for message in store.messages}
        about |= {trouble.product for trouble in store.troubles}
        return product.id in about

    def bring_order(self, state: OrderState) -> None:
        """Have one order in exactly this state: the one that is nearest to it, or a new one."""
        if any(_is_in(order, state) for order in self._store.orders):
            return
        order = self._nearest(state) or self._new_order()
        while order.state is not state:
            self._advance(order)
            order = self._order(order.id)

    def bring_money(self, fen: int) -> None:
        """Have so much on the card, from a sale at a usual price that was paid out."""
        while (missing := fen - self._store.purse.card_fen) > 0:
            order = self._new_order(missing)
            while order.state is not OrderState.PAID:
                self._advance(order)
                order = self._order(order.id)
            if order.payout_fen <= 0:
                raise AssertionError(order)  # broken content; it would never be enough

    def _name_and_make(self) -> None:
        product = self._product()
        if not product.name_said:
            # else the coach would send her back to the name, which comes before the stock
            self._do(SayName(product.id))
        if product.stock < 1:
            self._do(MakeStock(product.id, self._kind.order_units.high))

    def _nearest(self, state: OrderState) -> Order | None:
        before = _LIFE[: _LIFE.index(state)]
        open_orders = self._store.open_orders
        orders = [order for order in open_orders if order.state in before and not order.lost]
        return max(orders, key=lambda order: _LIFE.index(order.state), default=None)

    def _new_order(self, at_least_fen: int = 0) -> Order:
        """One more; with ``at_least_fen`` so large that about as much is left of it."""
        self.list_product(len(_LISTING) - 1)
        placed = market.placed(
            self._catalogue,
            self._store,
            f"o{len(self._store.orders) + 1}",
            self._product(),
            self._rng,
            city=self._catalogue.market.practice_city,
            most=self._kind.order_units.high,
        )
        if at_least_fen:
            price = max(placed.price_fen, rounded_down(self._kind.price_fen.middle))
            # half of a price goes to fees, freight and what breaks, in the worst case
            units = max(placed.quantity, -(-2 * at_least_fen // price))
            placed = replace(placed, price_fen=price, quantity=units)
        self._make_up_to(self._product(), placed.quantity + self._promised(self._product()))
        self._happen(placed)
        return self._order(placed.order)

    def _advance(self, order: Order) -> None:
        match order.state:
            case OrderState.PLACED:
                self._do(AcceptOrder(order.id))
            case OrderState.ACCEPTED:
                self._make_up_to(self._product_of(order), order.quantity)
                self._do(CollectOrder(order.id))
            case OrderState.COLLECTED:
                self._do(CheckOrder(order.id))
            case OrderState.CHECKED:
                self._do(StampOrder(order.id))
            case OrderState.STAMPED:
                self._do(PackOrder(order.id, packaging_for(self._catalogue, self._kind_of(order))))
            case OrderState.PACKED:
                self._do(LabelOrder(order.id))
            case OrderState.LABELLED:
                # who waits in a lesson for the money should not need many nights
                kind = self._kind_of(order)
                self._do(ShipOrder(order.id, fastest_carrier(self._catalogue, kind, order)))
            case OrderState.SHIPPED:
                self._happen(*night.delivered(self._catalogue, self._store, order))
            case OrderState.DELIVERED:
                self._happen(night.paid_out(self._catalogue, order, self._store.day))
            case _:
                raise AssertionError(order.state)

    def _kind_of(self, order: Order) -> ProductKind:
        return self._catalogue.kind(self._product_of(order).kind)

    def _make_up_to(self, product: Product, stock: int) -> None:
        missing, most = stock - product.stock, self._catalogue.kind(product.kind).most_units
        while missing > 0:  # what is not made on one day was made on several
            self._do(MakeStock(product.id, min(missing, most)))
            missing -= most

    def _promised(self, product: Product) -> int:
        return promised(self._store, product)

    def _product(self) -> Product:
        return next(p for p in self._store.products if p.kind == self._kind.id)

    def _product_of(self, order: Order) -> Product:
        return next(p for p in self._store.products if p.id == order.product)

    def _order(self, order_id: str) -> Order:
        return next(order for order in self._store.orders if order.id == order_id)

    def _do(self, command: StoreCommand) -> None:
        events = handle(self._catalogue, self._store, command, self._rng)
        if any(isinstance(event, Refused) for event in events):
            # broken code; to go on would try the same step for ever
            raise AssertionError(events)
        self._happen(*events)

    def _happen(self, *events: StoreEvent) -> None:
        for event in events:
            if isinstance(event, OrderShipped):
                event = replace(event, lost=False)
            self._store = apply(self._catalogue, self._store, event)
            self.events.append(event)
