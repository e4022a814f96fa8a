"""Answers to customers and ways out of trouble.

Of several that are as good the one that promises nothing is taken, then the first by its id, so
that the content's order says nothing.
"""

from collections.abc import Iterator

from demo_store.commands import AnswerMessage, EndTrouble, StoreCommand
from demo_store.conversation import talk
from demo_store.store import Store
from demo_store.world.catalogue import Catalogue


def rightly(catalogue: Catalogue, store: Store) -> Iterator[StoreCommand]:
    """Every question answered truly on its day, every trouble ended well."""
    for message in talk.open_messages(store):
        replies = catalogue.questions[message.question].replies
        good = talk.good_replies(catalogue, store, message)
        if good:
            chosen = min(good, key=lambda id: (replies[id].promise is not None, id))
            yield AnswerMessage(message.id, chosen)
    yield from _ended(catalogue, store, well=True)


def wrongly(catalogue: Catalogue, store: Store) -> Iterator[StoreCommand]:
    """Questions stay unanswered, and every trick works."""
    yield from _ended(catalogue, store, well=False)


def _ended(catalogue: Catalogue, store: Store, well: bool) -> Iterator[StoreCommand]:
    for trouble in store.troubles:
        if trouble.is_open:
            ways = catalogue.troubles[trouble.trouble].ways.values()
            fitting = [way.id for way in ways if way.good == well]
            if fitting:
                yield EndTrouble(trouble.id, min(fitting))
