"""Where a practice step begins: a situation of her products and orders, or a scene.

A name with a colon is a scene, ``message:<question>`` or ``trouble:<id>``; else a situation.
"""

import random
from collections.abc import Collection, Iterable
from types import MappingProxyType
from typing import Final

from demo_store.events import (
    MessageAnswered,
    MessageLapsed,
    OrderDeclined,
    OrderLapsed,
    StoreEvent,
    TroubleEnded,
    TroubleGone,
)
from demo_store.practice import scenes, situations
from demo_store.store import Store
from demo_store.world.catalogue import Catalogue

_ENDS: Final = MappingProxyType(
    {
        scenes.MESSAGE: (MessageAnswered, MessageLapsed),
        scenes.TROUBLE: (TroubleEnded, TroubleGone),
        "": (OrderDeclined, OrderLapsed),
    }
)
"""What takes away what the step is about."""


def is_known(catalogue: Catalogue, name: str) -> bool:
    """Whether a practice step may begin with it."""
    what, colon, id = name.partition(":")
    match what if colon else "":
        case scenes.MESSAGE:
            return id in catalogue.questions
        case scenes.TROUBLE:
            return id in catalogue.troubles
    return name in situations.SITUATIONS


def prepare(
    catalogue: Catalogue, store: Store, name: str, kind: str, rng: random.Random
) -> tuple[StoreEvent, ...]:
    """The events that bring the store there, none where it is there already.

    ``kind`` is what the learner sells.

    Raises:
        UnknownId: there is nothing of that name, or no such kind.
    """
    if ":" in name:
        return scenes.bring(catalogue, store, name, rng, catalogue.kind(kind).id)
    return situations.prepare(catalogue, store, name, kind, rng)


def focus(store: Store, name: str, kind: str | None = None) -> str | None:
    """The id of what it is about: a product, an order, a message or a trouble; None without one.

    Raises:
        UnknownId: there is nothing of that name.
    """
    return scenes.about(store, name) if ":" in name else situations.focus(store, name, kind)


def gone_beyond(store: Store, name: str, wanted: Collection[str]) -> bool:
    """Whether she needs no other one: it is under way, or done and she does something else now.

    ``wanted`` are the events that she has not brought about yet, by class name.
    """
    if ":" in name:
        return _own_end(name).__name__ not in wanted
    return situations.gone_beyond(store, name)


def is_taken_away(name: str, wanted: Collection[str], events: Iterable[StoreEvent]) -> bool:
    """Whether the events took what she still needs for the step; ``wanted`` as above."""
    if ":" in name and _own_end(name).__name__ not in wanted:
        return False
    return any(isinstance(event, _ENDS[_what(name)]) for event in events)


def _what(name: str) -> str:
    return name.partition(":")[0] if ":" in name else ""


def _own_end(name: str) -> type:
    return _ENDS[_what(name)][0]
