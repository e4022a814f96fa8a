"""A store that is brought to where a scene can begin, with all that was done to it so far."""

import random
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from demo_store.commands import (
    AcceptOrder,
    CheckOrder,
    CollectOrder,
    LabelOrder,
    MakeStock,
    PackOrder,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.conversation.dealings import bought
from demo_store.days import night
from demo_store.engine import handle
from demo_store.errors import UnknownId
from demo_store.events import OrderShipped, Refused, StoreEvent
from demo_store.evolution import apply
from demo_store.practice import situations
from demo_store.selling.shelf import available, promised
from demo_store.store import Order, OrderState, Product, Store
from demo_store.world.catalogue import Catalogue

_USUAL: Final = "nang"
"""What is sold where she sells nothing that fits and this fits."""


class Rehearsal:
    """Does what a learner would do, step by step, until an order stands where it should."""

    def __init__(self, catalogue: Catalogue, store: Store, rng: random.Random) -> None:
        self.events: list[StoreEvent] = []
        self.store = store
        self._catalogue = catalogue
        self._rng = rng

    def listed(self, kinds: Collection[str], kind: str | None = None) -> Product:
        """One of her products of these kinds, published and with units that are not promised.

        ``kind`` is preferred, then what she sells already.
        """
        chosen = self._kind(kinds, kind)
        self.happen(
            *situations.prepare(self._catalogue, self.store, "published", chosen, self._rng)
        )
        product = next(each for each in self.store.products if each.kind == chosen)
        if available(self.store, product) < 1:
            self.do(MakeStock(product.id, self._catalogue.kind(chosen).order_units.high))
        return self._product(product.id)

    def priced(self, product: Product, price_fen: int) -> Product:
        """The product at another price."""
        self.do(SetPrice(product.id, price_fen))
        return self._product(product.id)

    def ordered(self, product: Product, due_day: int | None = None) -> Order:
        """A new order for the largest usual quantity, at a price that leaves something.

        ``due_day`` is when it must be sent, by default what the market asks.
        """
        kind = self._catalogue.kind(product.kind)
        units = kind.order_units.high
        short = units + promised(self.store, product) - product.stock
        if short > 0:
            self.do(MakeStock(product.id, short))
        price = max(product.price_fen or 0, kind.price_fen.low)
        customer = self._rng.choice(sorted(self._catalogue.customers))
        within = None if due_day is None else due_day - self.store.day
        self.happen(*bought(self._catalogue, self.store, product, customer, units, price, within))
        return self.store.orders[-1]

    def brought(
        self, order: Order, state: OrderState, *, broken: int = 0, packaging: str = ""
    ) -> Order:
        """The order in this state, packed in this, by default in what protects best.

        So many units arrive broken; the parcel is never lost.
        """
        packaging = (
            packaging
            or min(
                self._catalogue.packagings.values(), key=lambda each: (-each.protection, each.id)
            ).id
        )
        while self._now(order).state is not state:
            self._step(self._now(order), packaging, broken)
        return self._now(order)

    def happen(self, *events: StoreEvent) -> None:
        """Let this happen as it is."""
        for event in events:
            self.store = apply(self._catalogue, self.store, event)
            self.events.append(event)

    def do(self, command: StoreCommand) -> None:
        """Do what a learner could do here."""
        events = handle(self._catalogue, self.store, command, self._rng)
        if any(isinstance(event, Refused) for event in events):
            # broken code; to go on would try the same step for ever
            raise AssertionError(events)
        self.happen(*events)

    def _step(self, order: Order, packaging: str, broken: int) -> None:
        match order.state:
            case OrderState.PLACED:
                self.do(AcceptOrder(order.id))
            case OrderState.ACCEPTED:
                self.do(CollectOrder(order.id))
            case OrderState.COLLECTED:
                self.do(CheckOrder(order.id))
            case OrderState.CHECKED:
                self.do(StampOrder(order.id))
            case OrderState.STAMPED:
                self.do(PackOrder(order.id, packaging))
            case OrderState.PACKED:
                self.do(LabelOrder(order.id))
            case OrderState.LABELLED:
                self._ship(order, broken)
            case OrderState.SHIPPED:
                self.happen(*night.delivered(self._catalogue, self.store, order))
            case OrderState.DELIVERED:
                self.happen(night.paid_out(self._catalogue, order, self.store.day))
            case _:
                raise AssertionError(order.state)

    def _ship(self, order: Order, broken: int) -> None:
        carrier = min(self._catalogue.carriers)
        for event in handle(self._catalogue, self.store, ShipOrder(order.id, carrier), self._rng):
            if isinstance(event, OrderShipped):
                event = replace(event, broken=broken, lost=False)
            self.happen(event)

    def _kind(self, kinds: Collection[str], kind: str | None) -> str:
        hers = [product.kind for product in self.store.products]
        preferred = [*([kind] if kind else []), *hers, _USUAL, *sorted(kinds)]
        return next(each for each in preferred if each in kinds)

    def _product(self, product_id: str) -> Product:
        product = self.store.product(product_id)
        if product is None:
            raise UnknownId("product", product_id)
        return product

    def _now(self, order: Order) -> Order:
        found = self.store.order(order.id)
        if found is None:
            raise UnknownId("order", order.id)
        return found
