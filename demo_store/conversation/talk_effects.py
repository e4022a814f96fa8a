"""What follows an answer: an order, money back, stars that rise or fall."""

import random

from demo_store.buyers import reviews
from demo_store.buyers.demand import price_share
from demo_store.conversation.dealings import bought, paid_back, usual_quantity
from demo_store.conversation.truth import Asked
from demo_store.events import StoreEvent
from demo_store.finance.money import rounded_down
from demo_store.world.questions import Reply
from lessons.phrase import Phrase


def follow(
    about: Asked, reply: Reply, effects: tuple[str, ...], rng: random.Random
) -> tuple[StoreEvent, ...]:
    """The events of all the effects, in their order."""
    return tuple(event for effect in effects for event in _one(about, reply, effect, rng))


def values(about: Asked) -> dict[str, Phrase | str | int]:
    """What fills the places of a question and its replies."""
    return {
        "product": about.kind.name,
        "count": about.count,
        "can": about.available,
        "days": about.days,
    }


def _one(about: Asked, reply: Reply, effect: str, rng: random.Random) -> tuple[StoreEvent, ...]:
    order = about.order
    match effect:
        case "buy":
            units = usual_quantity(about.catalogue, about.store, about.product, rng)
            return _bought(about, reply, units, rng)
        case "buy-asked":
            left = about.message.day + about.question.within_days - about.store.day
            return _bought(about, reply, about.count, rng, left)
        case "buy-rest":
            return _bought(about, reply, min(about.available, about.count), rng)
        case "refund-broken" if order:
            return paid_back(order, order.broken * order.price_fen, about.store.day)
        case "refund-all" if order:
            return paid_back(order, order.total_fen, about.store.day)
        case "stars-rise" if order:
            return reviews.changed(about.catalogue, order, more="helped", less="broken")
        case "stars-fall" if order:
            return reviews.changed(about.catalogue, order, more="no-help")
    return ()


def _bought(
    about: Asked, reply: Reply, units: int, rng: random.Random, within_days: int | None = None
) -> tuple[StoreEvent, ...]:
    price = rounded_down(int((about.product.price_fen or 0) * reply.price))
    if not _is_worth_it(about, price, rng):
        return ()
    customer = about.message.customer
    return bought(about.catalogue, about.store, about.product, customer, units, price, within_days)


def _is_worth_it(about: Asked, price_fen: int, rng: random.Random) -> bool:
    """Who asked wants it at any usual price; above that a good answer cannot sell it to all."""
    usual = about.kind.price_fen.high
    if price_fen <= usual:
        return True
    wishes = about.catalogue.market.wishes
    willing = price_share(wishes, about.kind, price_fen) / price_share(wishes, about.kind, usual)
    return rng.random() < willing
