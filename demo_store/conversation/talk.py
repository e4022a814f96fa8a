"""Customers' questions and the learner's answers."""

import random
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from demo_store.buyers import reviews
from demo_store.commands import AnswerMessage
from demo_store.conversation import talk_effects, talk_subjects
from demo_store.conversation.talk_subjects import Subject
from demo_store.conversation.truth import asked, is_true
from demo_store.errors import UnknownId
from demo_store.events import MessageAnswered, MessageCame, MessageLapsed, Refused, StoreEvent
from demo_store.store import Message, Store
from demo_store.world.catalogue import Catalogue
from lessons.phrase import Phrase

_WEEK: Final = 7


def overnight(catalogue: Catalogue, store: Store, rng: random.Random) -> tuple[StoreEvent, ...]:
    """Questions that come in, and those that nobody answered in time."""
    return (*_lapsed(catalogue, store), *_asked_tonight(catalogue, store, rng))


def decide(
    catalogue: Catalogue, store: Store, command: AnswerMessage, rng: random.Random
) -> tuple[StoreEvent, ...]:
    """What an answer brings about; none is heard any more once the message has lapsed.

    A late one, after a night without power, still helps; but who asked about a product is gone.

    Raises:
        UnknownId: there is no such message or reply.
    """
    message = store.message(command.message)
    if message is None:
        raise UnknownId("message", command.message)
    about = asked(catalogue, store, message)
    reply = about.question.reply(command.reply)
    if message.answered_day is not None:
        return (Refused("AnswerMessage", "done"),)
    if message.lapsed:
        return (Refused("AnswerMessage", "lapsed"),)
    good = is_true(about, reply)
    answered = MessageAnswered(message.id, reply.id, store.day, good)
    if not message.order and store.day > message.due_day:
        return (answered,)
    effects = reply.does if good else reply.otherwise
    return (answered, *talk_effects.follow(about, reply, effects, rng))


def open_messages(store: Store) -> tuple[Message, ...]:
    """Those of the last days that nobody answered yet and that did not lapse, the oldest first."""
    newest = takewhile(lambda each: each.due_day >= store.day - _WEEK, reversed(store.messages))
    return tuple(reversed([each for each in newest if _is_open(each)]))


def good_replies(catalogue: Catalogue, store: Store, message: Message) -> tuple[str, ...]:
    """The ids of the replies that are true and helpful now, in the order of the content.

    Raises:
        UnknownId: the content has no such question.
    """
    about = asked(catalogue, store, message)
    return tuple(reply.id for reply in about.question.replies.values() if is_true(about, reply))


def words(catalogue: Catalogue, store: Store, message: Message) -> Phrase:
    """The question as the customer asks it; raises as `good_replies`."""
    about = asked(catalogue, store, message)
    return about.question.say.filled(**talk_effects.values(about))


def reply_words(catalogue: Catalogue, store: Store, message: Message, reply_id: str) -> Phrase:
    """A reply as it would be said now.

    Raises:
        UnknownId: there is no such question or reply.
    """
    about = asked(catalogue, store, message)
    return about.question.reply(reply_id).say.filled(**talk_effects.values(about))


def came(catalogue: Catalogue, store: Store, number: int, subject: Subject) -> MessageCame:
    """The message ``m<number>`` with this question on the store's day."""
    return MessageCame(
        message=f"m{number}",
        question=subject.question,
        customer=subject.customer,
        product=subject.product,
        order=subject.order,
        day=store.day,
        due_day=store.day + catalogue.manners.rules.answer_within_days,
    )


def _is_open(message: Message) -> bool:
    return message.answered_day is None and not message.lapsed


def _lapsed(catalogue: Catalogue, store: Store) -> Iterator[StoreEvent]:
    """Who waited in vain is gone; who already wrote a review writes it anew."""
    lapsed = [each for each in open_messages(store) if each.due_day < store.day]
    yield from (MessageLapsed(message.id, store.day) for message in lapsed)
    for order_id in dict.fromkeys(message.order for message in lapsed if message.order):
        order = store.order(order_id)
        if order is not None:
            yield from reviews.changed(catalogue, order, more="no-answer")


def _asked_tonight(catalogue: Catalogue, store: Store, rng: random.Random) -> Iterable[MessageCame]:
    rules = catalogue.manners.rules
    if store.day < rules.first_question_day:
        return
    chances = min(rules.most_questions, 1 + _orders_of_a_week(store) // rules.orders_for_one_more)
    count = sum(rng.random() < rules.question_chance for _ in range(chances))
    if not count:
        return
    chosen = talk_subjects.chosen(catalogue, store, rng, count)
    for number, subject in enumerate(chosen, start=len(store.messages) + 1):
        yield came(catalogue, store, number, subject)


def _orders_of_a_week(store: Store) -> int:
    newest = takewhile(lambda o: o.placed_day > store.day - _WEEK, reversed(store.orders))
    return sum(1 for _ in newest)
