"""Customers' questions and the learner's answers."""

import random

from demo_store.catalogue import Catalogue
from demo_store.commands import AnswerMessage
from demo_store.errors import UnknownId
from demo_store.events import StoreEvent
from demo_store.store import Store


def overnight(catalogue: Catalogue, store: Store, rng: random.Random) -> tuple[StoreEvent, ...]:
    """Questions that come in, and those that nobody answered in time."""
    return ()


def decide(
    catalogue: Catalogue, store: Store, command: AnswerMessage, rng: random.Random
) -> tuple[StoreEvent, ...]:
    """What an answer brings about.

    Raises:
        UnknownId: there is no such message or reply.
    """
    raise UnknownId("message", command.message)
