"""What was said before and about an order: what its customer's review looks back on."""

from collections.abc import Iterator
from itertools import takewhile

from demo_store.store import Message, Order, Store
from demo_store.world.catalogue import Catalogue
from demo_store.world.questions import Reply


def about(catalogue: Catalogue, store: Store, order: Order) -> Iterator[Message]:
    """The messages about the order, and the answer by which it was sold, the newest first."""
    earliest = order.placed_day - catalogue.manners.rules.answer_within_days
    for message in takewhile(lambda each: each.day >= earliest, reversed(store.messages)):
        if message.order == order.id or _sold(catalogue, message, order):
            yield message


def made_fresh_since(catalogue: Catalogue, store: Store, order: Order) -> int | None:
    """The first day on which its units may be made, where she promised to make new ones."""
    for message in about(catalogue, store, order):
        reply = _reply(catalogue, message)
        if reply is not None and reply.promise and reply.promise.what == "made-fresh":
            return message.answered_day
    return None


def _sold(catalogue: Catalogue, message: Message, order: Order) -> bool:
    """Whether the customer ordered because of this answer."""
    reply = _reply(catalogue, message)
    return (
        reply is not None
        and reply.sells
        and not message.order
        and message.customer == order.customer
        and message.product == order.product
        and message.answered_day == order.placed_day
    )


def _reply(catalogue: Catalogue, message: Message) -> Reply | None:
    question = catalogue.questions.get(message.question)
    return question.replies.get(message.reply) if question else None
