"""The goals of a seller's score, from ``content/score.yaml``."""

from dataclasses import dataclass
from pathlib import Path

from demo_store.world.amounts import share, whole
from lessons.content import Node, load_yaml


@dataclass(frozen=True, slots=True)
class ScoreGoals:
    """What must be reached over the last ``window`` orders; shares from 0 to 1, stars from 1."""

    window: int
    replied: float
    shipped: float
    stars: float


def load_goals(folder: Path) -> ScoreGoals:
    """The goals that stand in ``folder``.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    root = load_yaml(folder / "score.yaml", folder)
    root.only("window", "replied", "shipped", "stars")
    return ScoreGoals(
        window=whole(root.field("window"), "order"),
        replied=share(root.field("replied")),
        shipped=share(root.field("shipped")),
        stars=_stars(root.field("stars")),
    )


def _stars(node: Node) -> float:
    node.only("value", "unit", "why")
    if node.field("unit").text() != "star":
        raise node.field("unit").error("must be star")
    node.field("why").text()
    stars = node.field("value").number()
    if not 1 <= stars <= 5:
        raise node.field("value").error("must be from 1 to 5")
    return stars
