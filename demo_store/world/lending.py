"""What she can save for and what loans there are, from ``goals.yaml`` and ``loans.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from demo_store.finance.money import countable
from demo_store.world.amounts import whole
from lessons.content import Node, load_yaml
from lessons.phrase import Phrase


@dataclass(frozen=True, slots=True)
class SavingGoal:
    """A thing that many families save for."""

    id: str
    name: Phrase
    picture: str
    price_fen: int


@dataclass(frozen=True, slots=True)
class LoanOffer:
    """Money that somebody lends: ``fen`` at once, back in ``parts``, one each ``every_days``."""

    id: str
    name: Phrase
    """Who lends it."""
    picture: str
    fen: int
    parts: int
    every_days: int
    part_cost_fen: int
    """What each part is more than the money that was lent."""

    @property
    def cost_fen(self) -> int:
        """What the loan costs in all."""
        return self.parts * self.part_cost_fen

    @property
    def part_fen(self) -> int:
        """What goes back at a time."""
        return self.fen // self.parts + self.part_cost_fen


def load_saving_goals(folder: Path) -> Mapping[str, SavingGoal]:
    """The goals that stand in ``folder``, by id.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    entries = load_yaml(folder / "goals.yaml", folder).entries()
    return MappingProxyType({id: _goal(id, node) for id, node in entries})


def load_loans(folder: Path) -> Mapping[str, LoanOffer]:
    """The loans that stand in ``folder``, by id.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    entries = load_yaml(folder / "loans.yaml", folder).entries()
    return MappingProxyType({id: _loan(id, node) for id, node in entries})


def _goal(id: str, node: Node) -> SavingGoal:
    node.only("name", "picture", "price")
    name, picture = node.field("name").phrase(), node.field("picture").text()
    return SavingGoal(id, name, picture, whole(node.field("price"), "fen"))


def _loan(id: str, node: Node) -> LoanOffer:
    node.only("name", "picture", "amount", "parts", "every", "cost")
    offer = LoanOffer(
        id=id,
        name=node.field("name").phrase(),
        picture=node.field("picture").text(),
        fen=whole(node.field("amount"), "fen"),
        parts=whole(node.field("parts"), "part"),
        every_days=whole(node.field("every"), "day"),
        part_cost_fen=whole(node.field("cost"), "fen", minimum=0),
    )
    if offer.fen % offer.parts or not countable(offer.fen // offer.parts):
        raise node.field("parts").error("must divide the amount into parts of whole coins")
    return offer
