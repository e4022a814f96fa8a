"""How well she sells, as marketplaces count it: answers, parcels sent in time, stars."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from demo_store.store import Message, Order, OrderState, Store
from demo_store.world.catalogue import Catalogue

_FURTHEST: Final = 5
"""How many windows back are looked through: what is older says nothing about her today."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """Over the newest ones only; each is None until there is something to count."""

    replied: float | None
    """Share of the questions that were answered within a day."""
    shipped: float | None
    """Share of the orders that were sent in time."""
    stars: float | None
    """Mean of the stars, 1 to 5."""
    orders: int
    """How many reviewed orders ``stars`` counts, at most the window."""
    ready: bool
    """Whether all three goals hold over a whole window of orders."""


def score_of(catalogue: Catalogue, store: Store) -> Score:
    """The score on the store's day."""
    goals = catalogue.goals
    messages = _newest(store.messages, goals.window, _is_settled)
    orders = _newest(store.orders, goals.window, lambda order: _is_sent_or_late(order, store.day))
    stars = [
        order.stars
        for order in _newest(store.orders, goals.window, lambda order: order.stars is not None)
        if order.stars is not None
    ]
    replied = _share(_in_time(message) for message in messages)
    shipped = _share(_was_sent_in_time(order) for order in orders)
    mean = sum(stars) / len(stars) if stars else None
    return Score(
        replied=replied,
        shipped=shipped,
        stars=mean,
        orders=len(stars),
        ready=len(stars) >= goals.window
        and (replied or 0) >= goals.replied
        and (shipped or 0) >= goals.shipped
        and (mean or 0) >= goals.stars,
    )


def _newest(things: tuple[T, ...], window: int, counts: Callable[[T], bool]) -> list[T]:
    recent = islice(reversed(things), window * _FURTHEST)
    return list(islice(filter(counts, recent), window))


def _is_settled(message: Message) -> bool:
    return message.lapsed or message.answered_day is not None


def _in_time(message: Message) -> bool:
    return message.answered_day is not None and message.answered_day <= message.due_day


def _is_sent_or_late(order: Order, day: int) -> bool:
    if order.shipped_day is not None:
        return True
    return order.state is not OrderState.DECLINED and order.due_day < day


def _was_sent_in_time(order: Order) -> bool:
    return order.shipped_day is not None and order.shipped_day <= order.due_day


def _share(happened: Iterable[bool]) -> float | None:
    counted = list(happened)
    return sum(counted) / len(counted) if counted else None
