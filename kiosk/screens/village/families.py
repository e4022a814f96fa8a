"""Who the families are on the screen: each has a face, hers is her own, and a name to be said."""

from collections import Counter
from collections.abc import Iterable

from demo_store.village.state import Family, Run, Village
from kiosk.picture_words import picture_words
from kiosk.screens.village.working import Working
from kiosk.wording import words
from lessons.phrase import Phrase

_PEOPLE = tuple(f"learner-{number:02}" for number in range(1, 13))
"""The pictures of people that learners choose from."""


def faces(working: Working) -> dict[str, str]:
    """The picture of each family, by its id: what its stamp shows."""
    learner = working.visit.learner
    hers = (learner.picture if learner else "") or "guest"
    others = iter([name for name in _PEOPLE if name != hers])
    return {
        family.id: hers if is_hers(working, family) else next(others, "family")
        for family in working.village.families
    }


def is_hers(working: Working, family: Family) -> bool:
    """Whether it is the learner's own family."""
    return family.role == working.visit.kiosk.classroom.villages.scene.learner


def named(working: Working, family: Family) -> Phrase:
    """What a family is called: by what its picture shows."""
    if is_hers(working, family):
        return words("village.mine")
    return picture_words(faces(working)[family.id])


def given(village: Village, order_id: str) -> dict[str, int]:
    """How many units of an order each family gave, in the order of the families."""
    return by_family(village, village.shared.get(order_id, ()))


def by_family(village: Village, runs: Iterable[Run]) -> dict[str, int]:
    """How many of these units are each family's, in the order of the families."""
    counted = Counter[str]()
    for run in runs:
        counted[run.family] += run.count
    return {family.id: counted[family.id] for family in village.families if counted[family.id]}
