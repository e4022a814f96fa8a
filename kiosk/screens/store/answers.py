"""What came of an answer, from the events that it brought about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from demo_store.events import MessageAnswered, OrderPlaced, Refunded, ReviewWritten, StoreEvent
from demo_store.store import Message, Store
from demo_store.world.catalogue import Catalogue
from kiosk.wording import money, number, words
from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that came of it; ``fen`` is what the buyer got back."""

    say: Phrase
    picture: str
    fen: int = 0


def consequences(
    catalogue: Catalogue, before: Store, message: Message, events: Sequence[StoreEvent]
) -> tuple[Consequence, ...]:
    """What the answer brought about, to be told in this order; ``before`` is the store before it.

    Nothing where she was refused.
    """
    answered = next((each for each in events if isinstance(each, MessageAnswered)), None)
    if answered is None:
        return ()
    found = [each for event in events for each in _one(catalogue, before, event)]
    if not found:
        return (_nothing_came(message, answered.good, before.day),)
    if answered.good or message.order:
        return tuple(found)
    return (*found, _but(catalogue, message, answered.reply))


def over(message: Message) -> Consequence:
    """A message that nothing can be done about any more."""
    if message.answered_day is not None:
        return Consequence(words("messages.over"), "check")
    if message.order:
        return Consequence(words("messages.lapsed-order"), "moon")
    return Consequence(words("messages.lapsed"), "moon")


def _one(catalogue: Catalogue, before: Store, event: StoreEvent) -> Iterator[Consequence]:
    match event:
        case OrderPlaced():
            product = before.product(event.product)
            if product is not None:
                kind = catalogue.kind(product.kind)
                count = number(event.quantity)
                said = words("messages.ordered", product=kind.name, count=count)
                yield Consequence(said, product.photo or kind.picture)
        case Refunded():
            said = words("messages.refunded", money=money(event.fen))
            yield Consequence(said, "coin", event.fen)
        case ReviewWritten():
            order = before.order(event.order)
            rose = order is not None and event.stars > (order.stars or 0)
            stars = number(event.stars)
            if rose:
                yield Consequence(words("messages.stars-up", stars=stars), "star")
            else:
                yield Consequence(words("messages.stars-down", stars=stars), "star")


def _nothing_came(message: Message, good: bool, day: int) -> Consequence:
    if not message.order and day > message.due_day:
        return Consequence(words("messages.lapsed"), "moon")
    if good:
        return Consequence(words("messages.pleased"), "heart")
    if message.order:
        return Consequence(words("messages.not-helped"), "question")
    return Consequence(words("messages.went"), "road")


def _but(catalogue: Catalogue, message: Message, reply_id: str) -> Consequence:
    """She sold by an answer that was not a good one."""
    if catalogue.questions[message.question].reply(reply_id).price < 1:
        return Consequence(words("messages.too-cheap"), "coin")
    return Consequence(words("messages.not-so"), "question")
