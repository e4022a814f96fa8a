"""Which picture stands for which family of a learner's village: what its stamp shows."""

from collections.abc import Mapping
from typing import Final

from demo_store.village.state import Village

_PEOPLE: Final = tuple(f"learner-{number:02}" for number in range(1, 13))
"""The pictures of people that learners choose from."""


def faces_of(village: Village, role: str, picture: str) -> Mapping[str, str]:
    """By the family's id; the family of ``role`` is the learner's own, with her ``picture``."""
    hers = picture or "guest"
    others = iter([name for name in _PEOPLE if name != hers])
    return {
        family.id: hers if family.role == role else next(others, "family")
        for family in village.families
    }
