"""What reviews say and when a claim is true: ``content/review_words.yaml`` and ``claims.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from demo_store.world.amounts import share, whole
from demo_store.world.groups import Groups, group
from demo_store.world.questions import one_of
from lessons.content import Node, load_yaml
from lessons.phrase import Phrase

PRAISE: Final = ("delicious", "helped")
"""Reasons that take no star away."""

COMPLAINTS: Final = (
    "late", "long-way", "broken", "stale", "too-dear", "not-as-shown", "no-answer",
    "broken-promise", "no-help",
)  # fmt: skip
REASONS: Final = (*COMPLAINTS, *PRAISE)

RULES: Final = ("made-lately", "packed-well")
"""When a claim is true; ``claims`` knows what each means."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence of a review; ``kinds`` are those of which it can be said."""

    say: Phrase
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """When a quality is true that is not true at any time."""

    made_lately_days: int
    very_late_days: int
    """A parcel that is sent more days late than these is complained of twice as much."""
    long_wait_days: int
    """A parcel that is held up on its way for more days than these is complained of."""
    protects: float
    """From this protection on, from 0 to 1, a packaging keeps fragile things whole."""
    rules: Mapping[str, str]
    """One of ``RULES`` by the quality's id."""


def load_sayings(folder: Path, groups: Groups) -> Mapping[str, tuple[Saying, ...]]:
    """The sentences of ``folder`` for every one of ``REASONS``.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    root = load_yaml(folder / "review_words.yaml", folder)
    root.only(*REASONS)
    return MappingProxyType({reason: _sayings(root.field(reason), groups) for reason in REASONS})


def load_claims(folder: Path) -> ClaimRules:
    """The rules that stand in ``folder``; raises as `load_sayings`."""
    root = load_yaml(folder / "claims.yaml", folder)
    root.only("made_lately", "very_late", "long_wait", "protects", "rules")
    return ClaimRules(
        made_lately_days=whole(root.field("made_lately"), "day"),
        very_late_days=whole(root.field("very_late"), "day", minimum=0),
        long_wait_days=whole(root.field("long_wait"), "day", minimum=0),
        protects=share(root.field("protects")),
        rules=MappingProxyType(
            {quality: one_of(rule, RULES) for quality, rule in root.field("rules").entries()}
        ),
    )


def _sayings(node: Node, groups: Groups) -> tuple[Saying, ...]:
    sayings = tuple(_saying(item, groups) for item in node.items())
    if not any(saying.kinds == groups["all"] for saying in sayings):
        raise node.error("must have a sentence that can be said of all products")
    return sayings


def _saying(node: Node, groups: Groups) -> Saying:
    node.only("say", "kinds")
    kinds = node.optional("kinds")
    return Saying(node.field("say").phrase(), group(kinds, groups) if kinds else groups["all"])
