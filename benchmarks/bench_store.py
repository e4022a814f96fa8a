"""What one command of a learner costs, with 10 and with 5,000 events in her store.

    python -m benchmarks.bench_store [rounds]

Deciding and folding together, without the journal. The slowest of each kind of command counts.
Aim: below 1 ms, also with an old order that was never sent.
"""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import Final

from demo_store.commands import (
    AcceptOrder,
    AddProduct,
    CheckOrder,
    ChoosePhoto,
    CollectOrder,
    EndDay,
    HearOrder,
    LabelOrder,
    MakeStock,
    PackOrder,
    Publish,
    SetPrice,
    ShipOrder,
    StampOrder,
    StoreCommand,
)
from demo_store.engine import fold, handle
from demo_store.selling.next_step import next_step
from demo_store.store import OrderState, Store
from demo_store.world.catalogue import load_catalogue

STORED: Final = (10, 5_000)
DAYS: Final = 5
CATALOGUE: Final = load_catalogue()
LISTING: Final[tuple[StoreCommand, ...]] = (
    AddProduct("nang"), ChoosePhoto("p1", "nang"), SetPrice("p1", 400), MakeStock("p1", 60),
    Publish("p1"),
)  # fmt: skip


class Seller:
    """A learner who sends everything on its day; counts her events and times her commands."""

    def __init__(self, rounds: int) -> None:
        self.store, self.events = Store(), 0
        self.slowest: dict[str, float] = {}
        self._rounds = rounds
        self._rng = random.Random(4)

    def do(self, command: StoreCommand) -> None:
        """Just do it."""
        events = handle(CATALOGUE, self.store, command, self._rng)
        self.store = fold(CATALOGUE, self.store, events)
        self.events += len(events)

    def timed(self, command: StoreCommand) -> None:
        """Do it after timing it on copies of the store, each with luck of its own."""
        took = median(self._seconds(command, seed) for seed in range(self._rounds))
        name = type(command).__name__
        self.slowest[name] = max(took, self.slowest.get(name, 0))
        self.do(command)

    def day(self) -> Iterator[StoreCommand]:
        """What there is to do until the day ends."""
        yield MakeStock("p1", 200)
        for order in self.store.open_orders:
            yield HearOrder(order.id)
            while (command := self._step(order.id)) is not None:
                yield command
        yield EndDay()

    def _step(self, order_id: str) -> StoreCommand | None:
        order = self.store.order(order_id)
        assert order is not None
        steps: dict[str, StoreCommand] = {
            "accept": AcceptOrder(order_id), "collect": CollectOrder(order_id),
            "check": CheckOrder(order_id), "stamp": StampOrder(order_id),
            "pack": PackOrder(order_id, "box"), "label": LabelOrder(order_id),
            "ship": ShipOrder(order_id, "road"),
        }  # fmt: skip
        return steps.get(next_step(self.store, order) or "")

    def _seconds(self, command: StoreCommand, seed: int) -> float:
        rng = random.Random(seed)
        start = time.perf_counter()
        fold(CATALOGUE, self.store, handle(CATALOGUE, self.store, command, rng))
        return time.perf_counter() - start


def grown(stored: int, rounds: int) -> Seller:
    """A seller with so many events behind her."""
    seller = Seller(rounds)
    for command in LISTING:
        seller.do(command)
    while seller.events < stored:
        for command in seller.day():
            seller.do(command)
    return seller


def with_an_old_order(store: Store) -> Store:
    """The first one was accepted and forgotten, so that every night looks through all since."""
    forgotten = replace(store.orders[0], state=OrderState.ACCEPTED, quantity=1_000_000)
    return replace(store, orders=(forgotten, *store.orders[1:]), first_open=0)


def main() -> None:
    """Print the slowest command of each kind."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for stored, forgets in ((STORED[0], False), (STORED[1], False), (STORED[1], True)):
        seller = grown(stored, rounds)
        if forgets:
            seller.store = with_an_old_order(seller.store)
        for _ in range(DAYS):
            for command in seller.day():
                seller.timed(command)
        told = ", ".join(f"{name} {took * 1e3:.3f}" for name, took in seller.slowest.items())
        print(f"{stored:>6} events{', one forgotten order' if forgets else ''}: ms {told}")


if __name__ == "__main__":
    main()
