"""Trouble that teaches and the ways out of it, from ``content/troubles.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from demo_store.errors import UnknownId
from demo_store.world.amounts import share, whole
from demo_store.world.questions import one_of, several
from lessons.content import Node, load_yaml
from lessons.phrase import Phrase

NEEDS: Final = {
    "goods": "",
    "card": "share",
    "fee": "fen",
    "sold": "",
    "sold-broken": "",
    "sold-cloth": "",
    "packed-badly": "",
    "below-cost": "",
    "many": "times-usual",
    "offer": "share",
}
"""What must be there for a trouble to come, and the unit of its ``amount`` where it has one."""

EFFECTS: Final = (
    "lose-money", "owe-money", "lose-goods", "refund-broken", "refund-all", "refund-share",
    "take-back", "pack-again", "buy-rest", "buy-at-my-price", "buy-for-less", "buy-at-offer",
    "risk", "stars-rise", "stars-fall",
)  # fmt: skip
"""What may follow a way. ``risk``: nothing at once, the money at stake is shown."""

PLACES: Final = frozenset({"product", "count", "broken", "yuan"})
WHY_PLACES: Final = PLACES - {"yuan"} | {"cost", "each"}
"""Places of why a way is bad: also what making one costs, and what was offered for each."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a trouble."""

    id: str
    say: Phrase
    picture: str
    good: bool
    does: tuple[str, ...]
    """Of ``EFFECTS``; where it is empty nothing is lost."""
    share: float
    """Of what its effect is about: money at stake, the order's total or her price."""
    after: Phrase
    """What is said then; ``{yuan}`` is what it cost her."""
    why: Phrase | None = None
    """Why it is bad; None for a good one."""


@dataclass(frozen=True, slots=True)
class TroubleKind:
    """A trouble that may come."""

    id: str
    name: Phrase
    story: Phrase
    """``{yuan}`` is what is at stake."""
    picture: str
    needs: str
    """One of ``NEEDS``."""
    amount: float
    """Of what the need says: a share, fen, or times the usual largest order; 0 without one."""
    own_mistake: bool
    """Whether it comes only from something that she did herself."""
    ways: Mapping[str, Way]

    def way(self, way_id: str) -> Way:
        """The way with this id, or ``UnknownId``."""
        if way_id not in self.ways:
            raise UnknownId("way", way_id)
        return self.ways[way_id]


def load_troubles(folder: Path) -> Mapping[str, TroubleKind]:
    """The troubles that stand in ``folder``, by their ids.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    root = load_yaml(folder / "troubles.yaml", folder)
    return MappingProxyType({id: _trouble(id, node) for id, node in root.entries()})


def _trouble(id: str, node: Node) -> TroubleKind:
    node.only("name", "story", "picture", "needs", "amount", "own_mistake", "ways")
    needs = one_of(node.field("needs"), tuple(NEEDS))
    own = node.optional("own_mistake")
    ways = {id: _way(id, way) for id, way in node.field("ways").entries()}
    if not 2 <= len(ways) <= 4:
        raise node.field("ways").error("must be two to four")
    if not any(way.good for way in ways.values()):
        raise node.field("ways").error("must have a good one")
    return TroubleKind(
        id=id,
        name=node.field("name").phrase(),
        story=node.field("story").phrase(PLACES),
        picture=node.field("picture").text(),
        needs=needs,
        amount=_amount(node, NEEDS[needs]),
        own_mistake=own is not None and own.flag(),
        ways=MappingProxyType(ways),
    )


def _amount(node: Node, unit: str) -> float:
    written = node.optional("amount")
    if (written is not None) != bool(unit):
        raise node.field("needs").error(
            f"asks for an amount in {unit}" if unit else "has no amount"
        )
    if written is None:
        return 0.0
    if unit == "share":
        return share(written)
    return float(whole(written, unit))


def _way(id: str, node: Node) -> Way:
    node.only("say", "picture", "good", "does", "share", "after", "why")
    part, good = node.optional("share"), node.field("good").flag()
    why = node.optional("why")
    if why is not None and good:
        raise why.error("belongs to a bad way")
    return Way(
        id=id,
        say=node.field("say").phrase(PLACES),
        picture=node.field("picture").text(),
        good=good,
        does=several(node.optional("does"), EFFECTS),
        share=share(part) if part else 1.0,
        after=node.field("after").phrase(PLACES),
        why=None if good else node.field("why").phrase(WHY_PLACES),
    )
