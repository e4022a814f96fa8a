"""How customers behave: what they ask, say and claim, beside the questions and troubles."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from demo_store.world.groups import Groups
from demo_store.world.questions import TalkRules, load_rules
from demo_store.world.review_words import ClaimRules, Saying, load_claims, load_sayings


@dataclass(frozen=True, slots=True)
class Manners:
    """Everything of ``talk.yaml``, ``claims.yaml``, ``review_words.yaml`` and ``groups.yaml``."""

    rules: TalkRules
    claims: ClaimRules
    sayings: Mapping[str, tuple[Saying, ...]]
    groups: Groups


def load_manners(folder: Path, groups: Groups) -> Manners:
    """The manners that stand in ``folder``.

    Raises:
        ContentError: something is missing or wrong; says file, line and field.
    """
    return Manners(load_rules(folder), load_claims(folder), load_sayings(folder, groups), groups)
