"""What came of an answer, told from what happened: the same after a reload and years later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from demo_store.events import MessageAnswered, OrderPlaced, Refunded, ReviewWritten, StoreEvent
from demo_store.store import Message, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.questions import Reply
from kiosk.screens.store.reasons import why_not
from kiosk.wording import money, number, words
from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that came of it; ``fen`` is what the buyer got back.

    ``why`` says that it is the reason why the answer was not good, and not what the buyer did.
    """

    say: Phrase
    picture: str
    fen: int = 0
    why: bool = False


def consequences(
    catalogue: Catalogue, store: Store, message: Message, history: Sequence[StoreEvent]
) -> tuple[Consequence, ...]:
    """What the answer brought about, to be told in this order; it is in ``history`` for ever.

    ``history`` is all that ever happened in the store. Where it knows nothing of an answer, or the
    content nothing of the reply, only that the message is over.
    """
    at = _answered_at(message, history)
    question = catalogue.questions[message.question]
    if at is None or message.reply not in question.replies:
        return (over(message),)
    answered, reply = history[at], question.reply(message.reply)
    assert isinstance(answered, MessageAnswered)
    found = [
        each
        for place, event in _followed(message, reply, answered, history, at + 1)
        for each in _one(catalogue, store, event, _stars_before(event, history[:place]))
    ]
    found = found or [_nothing_came(message, answered.good, answered.day)]
    why = None if answered.good else why_not(catalogue, history[:at], message, reply)
    return (*found, Consequence(why, "face-teacher", why=True)) if why else tuple(found)


def chosen(catalogue: Catalogue, message: Message) -> Reply | None:
    """What she answered, as far as the content still knows it."""
    return catalogue.questions[message.question].replies.get(message.reply)


def over(message: Message) -> Consequence:
    """A message that nothing can be done about any more."""
    if message.answered_day is not None:
        return Consequence(words("messages.over"), "check")
    if message.order:
        return Consequence(words("messages.lapsed-order"), "moon")
    return Consequence(words("messages.lapsed"), "moon")


def _answered_at(message: Message, history: Sequence[StoreEvent]) -> int | None:
    """Where the answer stands, looked for from the newest event on."""
    for at in range(len(history) - 1, -1, -1):
        event = history[at]
        if isinstance(event, MessageAnswered) and event.message == message.id:
            return at
    return None


def _followed(
    message: Message,
    reply: Reply,
    answered: MessageAnswered,
    history: Sequence[StoreEvent],
    begins: int,
) -> Iterator[tuple[int, StoreEvent]]:
    """The events of the reply's effects: they come at once and in the effects' order, if at all."""
    place = begins
    for effect in reply.does if answered.good else reply.otherwise:
        if place < len(history) and _is_of(message, effect, history[place]):
            yield place, history[place]
            place += 1


def _is_of(message: Message, effect: str, event: StoreEvent) -> bool:
    match event:
        case OrderPlaced():
            asked = (message.product, message.customer)
            return effect.startswith("buy") and (event.product, event.customer) == asked
        case Refunded():
            return effect.startswith("refund") and event.order == message.order
        case ReviewWritten():
            return effect.startswith("stars") and event.order == message.order
    return False


def _stars_before(event: StoreEvent, earlier: Sequence[StoreEvent]) -> int:
    """What the order of a review had before it; 0 where it had none."""
    if not isinstance(event, ReviewWritten):
        return 0
    written = (each for each in reversed(earlier) if isinstance(each, ReviewWritten))
    return next((each.stars for each in written if each.order == event.order), 0)


def _one(
    catalogue: Catalogue, store: Store, event: StoreEvent, before: int
) -> Iterator[Consequence]:
    """``before`` is how many stars the order had."""
    match event:
        case OrderPlaced():
            product = store.product(event.product)
            if product is not None:
                kind = catalogue.kind(product.kind)
                count = number(event.quantity)
                said = words("messages.ordered", product=kind.name, count=count)
                yield Consequence(said, product.photo or kind.picture)
        case Refunded():
            said = words("messages.refunded", money=money(event.fen))
            yield Consequence(said, "coin", event.fen)
        case ReviewWritten():
            stars = number(event.stars)
            if event.stars > before:
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
