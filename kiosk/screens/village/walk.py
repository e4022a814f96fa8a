"""One round through the village: what each family gives for an order, and who was visited."""

from collections.abc import Mapping
from dataclasses import dataclass

from demo_store.store import Order
from demo_store.village import units
from demo_store.village.commands import WorkAt
from demo_store.village.events import OrderShared
from demo_store.village.state import Family
from kiosk.player import Part
from kiosk.screens.village.basket import Basket
from kiosk.screens.village.families import by_family, given, named
from kiosk.screens.village.houses import identifier_of
from kiosk.screens.village.working import HOME, Working, as_it_is_now
from kiosk.wording import number, words
from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Walk:
    """A round for ``order``. Only the journal knows that it was made; until then it is a screen's.

    ``gives`` is what the engine will share, by family; ``visited`` grows house by house.
    """

    order: Order
    gives: Mapping[str, int]
    visited: list[str]
    hindrance: Phrase | None = None
    """Why there is no round today."""

    @property
    def basket(self) -> Basket:
        """What has been given so far, and by whom last."""
        gave = [family for family in self.visited if family in self.gives]
        count = sum(self.gives[family] for family in gave)
        return Basket(count, self.order.quantity, gave[-1] if gave else "")

    @property
    def is_whole(self) -> bool:
        """Whether all that the order needs lies in the basket."""
        return bool(self.gives) and self.gives.keys() <= set(self.visited)

    @property
    def following(self) -> str:
        """The next house that gives; empty where there is none."""
        return next((family for family in self.gives if family not in self.visited), "")


def walk_for(working: Working, order: Order, visited: list[str]) -> Walk:
    """What the engine would share if it were made now; what it shared where it was made."""
    if order.id in working.village.shared:
        gave = given(working.village, order.id)
        return Walk(order, gave, list(gave))
    events = working.foreseen(WorkAt(order.id, "collect"))
    why = working.hindrance(events)
    shared = (event for event in events if why is None and isinstance(event, OrderShared))
    runs = [run for event in shared for run in event.units]
    return Walk(order, by_family(working.village, runs), visited, why)


def said_at(working: Working, walk: Walk, family: Family) -> Phrase:
    """What is said at a house: what it gives, what it keeps for others, or that it has nothing."""
    name, count = named(working, family), units.count(family.stock)
    if family.id in walk.gives:
        return words("village.gave", name=name, count=number(walk.gives[family.id]))
    if family.outlet:
        return words("village.own-store", name=name)
    if not count:
        return words("village.nothing", name=name)
    if walk.hindrance is None:
        return words("village.stays", name=name, count=number(count))
    return words("village.has", name=name, product=working.kind.name, count=number(count))


def knock(working: Working, walk: Walk, family: Family) -> None:
    """She is at a house; at the last one that gives something the round is made."""
    if family.id not in walk.visited:
        walk.visited.append(family.id)
    said = Part(said_at(working, walk, family), identifier_of(family))
    if walk.is_whole:
        _bring(working, walk.order, said.phrase)
    elif walk.hindrance is not None:
        working.visit.say(said)
    else:
        working.visit.say(said, Part(walk.basket.said(working.kind.name), "village.basket"))


def _bring(working: Working, order: Order, last: Phrase) -> None:
    """All is collected: the engine shares it, once however often she touches."""
    there = f"{HOME}/given/{order.id}"
    if order.id in as_it_is_now(working).village.shared:
        working.go(there)
        return
    if working.hindrance(working.work(WorkAt(order.id, "collect"), there)) is None:
        working.visit.say_first(last)
        if working.moment is not None:
            # where the coach's sentence stays the same, no screen begins to speak
            working.visit.say(last)
