"""What follows from a way out of a trouble, and what it costs her."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from demo_store.buyers import reviews
from demo_store.conversation.dealings import bought, comes_back_fen, paid_back
from demo_store.conversation.trouble_fits import card_fen, is_packed_badly, short_fen
from demo_store.errors import UnknownId
from demo_store.events import OrderPacked, OrderReturned, Refunded, StoreEvent
from demo_store.evolution import making_fen
from demo_store.finance.money import rounded_down
from demo_store.selling.shelf import available
from demo_store.store import Order, OrderState, Product, Store, Trouble
from demo_store.world.catalogue import Catalogue
from demo_store.world.trouble_kinds import Way


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an effect brings; amounts in fen as in `TroubleEnded`."""

    events: tuple[StoreEvent, ...] = ()
    lost_fen: int = 0
    cost_fen: int = 0
    units_lost: int = 0

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(
            self.events + other.events,
            self.lost_fen + other.lost_fen,
            self.cost_fen + other.cost_fen,
            self.units_lost + other.units_lost,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """A trouble and the way that is taken, as things stand on the store's day."""

    catalogue: Catalogue
    store: Store
    trouble: Trouble
    way: Way

    @property
    def order(self) -> Order:
        """What it is about, or ``UnknownId``."""
        order = self.store.order(self.trouble.order)
        if order is None:
            raise UnknownId("order", self.trouble.order)
        return order

    @property
    def product(self) -> Product:
        """What it is about, or ``UnknownId``."""
        product = self.store.product(self.trouble.product)
        if product is None:
            raise UnknownId("product", self.trouble.product)
        return product

    @property
    def free(self) -> int:
        """How many of the trouble's units are there and not promised to others."""
        return max(0, min(self.trouble.quantity, available(self.store, self.product)))


def outcome(case: Case) -> Outcome:
    """All the effects of the way together."""
    return sum((_EFFECTS[effect](case) for effect in case.way.does), Outcome())


def _lose_money(case: Case) -> Outcome:
    asked = rounded_down(int(case.trouble.fen * case.way.share))
    lost = min(asked, rounded_down(card_fen(case.store)))
    return Outcome(lost_fen=lost, cost_fen=lost)


def _owe_money(case: Case) -> Outcome:
    """What she promised and has to pay, whether it is on the card or not."""
    owed = rounded_down(int(case.trouble.fen * case.way.share))
    return Outcome(lost_fen=owed, cost_fen=owed)


def _lose_goods(case: Case) -> Outcome:
    """What truly lies on the shelf, also what others were promised: they lack it then."""
    units = min(case.trouble.quantity, case.product.stock)
    return Outcome(units_lost=units, cost_fen=making_fen(case.product, units))


def _refund_broken(case: Case) -> Outcome:
    """The true damage; what the platform pays back by itself is not paid twice."""
    fen = case.order.broken * case.order.price_fen
    return Outcome(paid_back(case.order, fen, case.store.day), cost_fen=fen)


def _refund_all(case: Case) -> Outcome:
    refunded = paid_back(case.order, case.order.total_fen, case.store.day)
    return Outcome(refunded, cost_fen=comes_back_fen(case.order) + _sum_fen(refunded))


def _refund_share(case: Case) -> Outcome:
    share = rounded_down(int(case.order.total_fen * case.way.share))
    refunded = paid_back(case.order, comes_back_fen(case.order) + share, case.store.day)
    return Outcome(refunded, cost_fen=_sum_fen(refunded))


def _take_back(case: Case) -> Outcome:
    """The customer gets everything back; whole units can be sold again; the way there is lost.

    Once the money was paid out, the platform has kept the freight and its fee already.
    """
    order, day = case.order, case.store.day
    if order.state not in (OrderState.DELIVERED, OrderState.PAID):
        return Outcome()
    rest = order.total_fen - order.refund_fen
    refunded = (Refunded(order.id, rest, day),) if rest else ()
    events = (*refunded, OrderReturned(order.id, order.quantity - order.broken, day))
    if order.state is OrderState.PAID:
        return Outcome(events, cost_fen=order.freight_fen + order.fee_fen)
    return Outcome(events, lost_fen=order.freight_fen, cost_fen=order.freight_fen)


def _pack_again(case: Case) -> Outcome:
    if not is_packed_badly(case.catalogue, case.product, case.order):
        return Outcome()
    choices = sorted(case.catalogue.packagings.values(), key=lambda each: each.id)
    best = max(choices, key=lambda each: each.protection)
    packed = OrderPacked(case.order.id, best.id, best.cost_fen)
    return Outcome((packed,), cost_fen=best.cost_fen)


def _buy_rest(case: Case) -> Outcome:
    return Outcome(_order(case, case.product.price_fen or 0, case.free))


def _buy_at_my_price(case: Case) -> Outcome:
    """All that was asked for: an order is a promise, and she can make more."""
    return Outcome(_order(case, case.product.price_fen or 0, case.trouble.quantity))


def _buy_for_less(case: Case) -> Outcome:
    usual = case.product.price_fen or 0
    price = rounded_down(int(usual * case.way.share))
    units = case.trouble.quantity
    return Outcome(_order(case, price, units), cost_fen=(usual - price) * units)


def _buy_at_offer(case: Case) -> Outcome:
    price = rounded_down(case.trouble.fen // max(1, case.trouble.quantity))
    cost = case.catalogue.kind(case.product.kind).unit_cost_fen
    units = case.trouble.quantity
    return Outcome(_order(case, price, units), cost_fen=max(0, cost - price) * units)


def _risk(case: Case) -> Outcome:
    """What is at stake now: it may be less than when it came, or nothing."""
    if case.trouble.order:
        there = is_packed_badly(case.catalogue, case.product, case.order)
        return Outcome(cost_fen=case.trouble.fen if there else 0)
    short = max(0, short_fen(case.catalogue, case.product))
    return Outcome(cost_fen=short * case.product.stock)


def _stars_rise(case: Case) -> Outcome:
    return Outcome(reviews.changed(case.catalogue, case.order, more="helped", less="broken"))


def _stars_fall(case: Case) -> Outcome:
    return Outcome(reviews.changed(case.catalogue, case.order, more="no-help"))


def _order(case: Case, price_fen: int, units: int) -> tuple[StoreEvent, ...]:
    customer = case.trouble.customer
    return bought(case.catalogue, case.store, case.product, customer, units, price_fen)


def _sum_fen(refunded: tuple[Refunded, ...]) -> int:
    return sum(event.fen for event in refunded)


_EFFECTS: Final[Mapping[str, Callable[[Case], Outcome]]] = MappingProxyType(
    {
        "lose-money": _lose_money,
        "owe-money": _owe_money,
        "lose-goods": _lose_goods,
        "refund-broken": _refund_broken,
        "refund-all": _refund_all,
        "refund-share": _refund_share,
        "take-back": _take_back,
        "pack-again": _pack_again,
        "buy-rest": _buy_rest,
        "buy-at-my-price": _buy_at_my_price,
        "buy-for-less": _buy_for_less,
        "buy-at-offer": _buy_at_offer,
        "risk": _risk,
        "stars-rise": _stars_rise,
        "stars-fall": _stars_fall,
    }
)
