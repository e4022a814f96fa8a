"""Buyers: who looks at a store in a night, why most do not buy, and who orders what."""

import random
from dataclasses import dataclass

from demo_store.buyers import demand, looks
from demo_store.buyers.score import score_of
from demo_store.events import OrderPlaced, PeopleLooked
from demo_store.selling.beginner import is_beginner
from demo_store.selling.next_step import waiting_orders
from demo_store.selling.shelf import available, is_shown
from demo_store.store import Product, Store
from demo_store.world.catalogue import Catalogue


def visits(
    catalogue: Catalogue, store: Store, rng: random.Random, days: int = 1
) -> tuple[PeopleLooked | OrderPlaced, ...]:
    """Who looked at every published product, and the orders that came in, on the store's day.

    ``days`` is how many days' people come, more than one after a night without power.
    """
    shown = [_Shelf.of(store, product) for product in store.products if is_shown(product)]
    score = score_of(catalogue, store) if shown else None
    for shelf in shown:
        shelf.odds = demand.odds(catalogue, demand.offer(catalogue, store, shelf.product, score))
        shelf.crowd = looks.crowd(shelf.odds, rng, days)
    visit = _Visit(catalogue, store, rng)
    if is_beginner(catalogue, store):
        _help(catalogue, store, visit, shown)
    for shelf in shown:
        visit.sell(shelf)
    return tuple(visit.events)


def new_orders(catalogue: Catalogue, store: Store, rng: random.Random) -> tuple[OrderPlaced, ...]:
    """The orders that come in on the store's day."""
    events = visits(catalogue, store, rng)
    return tuple(event for event in events if isinstance(event, OrderPlaced))


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
    usual = catalogue.kind(product.kind).order_units
    most = available(store, product) if most is None else most
    customers = sorted(c.id for c in catalogue.customers.values() if city in (None, c.city))
    customer = catalogue.customer(rng.choice(customers))
    assert product.price_fen is not None
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


@dataclass(slots=True)
class _Shelf:
    """A product in one night: what is left of it, and who stands before it."""

    product: Product
    left: int
    odds: demand.Odds = demand.NOBODY
    crowd: looks.Crowd = looks.NOBODY

    @staticmethod
    def of(store: Store, product: Product) -> "_Shelf":
        return _Shelf(product, available(store, product))


class _Visit:
    """The people of one night at one store, shelf by shelf."""

    def __init__(self, catalogue: Catalogue, store: Store, rng: random.Random) -> None:
        self.events: list[PeopleLooked | OrderPlaced] = []
        self.room: int | None = None
        """How many orders may come in at most; None: as many as like."""
        self.a_product: int | None = None
        """How many of one product."""
        self._catalogue = catalogue
        self._store = store
        self._rng = rng
        self._next = len(store.orders) + 1

    def sell(self, shelf: _Shelf) -> None:
        """Let those buy who want it, as long as there is some left."""
        orders: list[OrderPlaced] = []
        kept = dict(shelf.crowd.kept)
        for _ in range(shelf.crowd.buyers):
            if self.room == 0 or len(orders) == self.a_product:
                kept["just-looking"] = kept.get("just-looking", 0) + 1
            elif shelf.left <= 0:
                kept["sold-out"] = kept.get("sold-out", 0) + 1
            else:
                orders.append(self._order(shelf))
        looked = len(orders) + sum(kept.values())
        if looked:
            reasons = looks.most_first(kept)
            day, product = self._store.day, shelf.product.id
            self.events.append(PeopleLooked(product, day, looked, len(orders), reasons))
        self.events += orders

    def _order(self, shelf: _Shelf) -> OrderPlaced:
        city = _somewhere(shelf.odds, self._rng)
        order = placed(
            self._catalogue, self._store, f"o{self._next}", shelf.product, self._rng,
            city=city, most=shelf.left,
        )  # fmt: skip
        shelf.left -= order.quantity
        self._next += 1
        if self.room is not None:
            self.room -= 1
        return order


def _help(catalogue: Catalogue, store: Store, visit: _Visit, shown: list[_Shelf]) -> None:
    """Keep the promises to a beginner: neither a silent night nor too many orders at once.

    One who did everything right must see that it works, so one fair thing is sure to find a buyer
    when nothing waits: a silent night would teach her that it does not.
    """
    waiting = len(waiting_orders(store))
    visit.room = max(0, catalogue.market.most_open_orders - waiting)
    visit.a_product = 1
    if waiting or any(shelf.crowd.buyers and shelf.left > 0 for shelf in shown):
        return
    fair = (shelf for shelf in shown if shelf.left > 0 and _is_fair(catalogue, shelf.product))
    for shelf in fair:
        shelf.crowd = looks.Crowd(1, shelf.crowd.kept)
        return


def _somewhere(odds: demand.Odds, rng: random.Random) -> str | None:
    """The city of a buyer; None, any of them, where nobody would wait so long."""
    names = [city for city, weight in odds.cities if weight > 0]
    weights = [weight for _, weight in odds.cities if weight > 0]
    return rng.choices(names, weights)[0] if names else None


def _is_fair(catalogue: Catalogue, product: Product) -> bool:
    return (product.price_fen or 0) <= catalogue.kind(product.kind).price_fen.high
