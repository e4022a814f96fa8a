"""Who the families are on the screen: each has a face, hers is her own, and a name to be said."""

from collections import Counter
from collections.abc import Iterable, Mapping

from demo_store.village.state import Family, Run, Village
from kiosk.picture_words import picture_words
from kiosk.screens.village.working import Working
from kiosk.village_faces import faces_of
from kiosk.wording import words
from lessons.phrase import Phrase


def faces(working: Working) -> Mapping[str, str]:
    """The picture of each family, by its id: what its stamp shows."""
    learner = working.visit.learner
    role = working.visit.kiosk.classroom.villages.scene.learner
    return faces_of(working.village, role, learner.picture if learner else "")


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
