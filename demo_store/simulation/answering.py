"""Answers to customers and ways out of trouble.

Of several that are as good the first by its id is taken, so that the content's order says nothing.
"""

from collections.abc import Iterator

from demo_store.commands import AnswerMessage, EndTrouble, StoreCommand
from demo_store.conversation import talk
from demo_store.store import Store
from demo_store.world.catalogue import Catalogue


def rightly(catalogue: Catalogue, store: Store) -> Iterator[StoreCommand]:
    """Every question answered truly on its day, every trouble ended well."""
    for message in talk.open_messages(store):
        good = talk.good_replies(catalogue, store, message)
        if good:
            yield AnswerMessage(message.id, min(good))
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
