"""Trouble that teaches: each has a good way out and a bad one whose cost is shown."""

import random

from demo_store.catalogue import Catalogue
from demo_store.commands import EndTrouble
from demo_store.errors import UnknownId
from demo_store.events import StoreEvent
from demo_store.store import Store


def overnight(catalogue: Catalogue, store: Store, rng: random.Random) -> tuple[StoreEvent, ...]:
    """The trouble that comes in a night, seldom one."""
    return ()


def decide(
    catalogue: Catalogue, store: Store, command: EndTrouble, rng: random.Random
) -> tuple[StoreEvent, ...]:
    """What the way that she chose brings about.

    Raises:
        UnknownId: there is no such trouble or way.
    """
    raise UnknownId("trouble", command.trouble)
