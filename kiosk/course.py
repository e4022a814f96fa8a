"""The course as the kiosk teaches it: with all that its lessons may name."""

from pathlib import Path
from typing import Final, get_args

from demo_store.events import StoreEvent
from demo_store.practice.mistakes import MISTAKES
from demo_store.practice.scenes import MESSAGE, TROUBLE
from demo_store.practice.situations import SITUATIONS
from demo_store.practice.village_scene import VILLAGE_SITUATIONS
from demo_store.village.events import VillageEvent
from demo_store.world.catalogue import Catalogue
from kiosk.course_cache import CourseCache, fingerprint
from kiosk.picture_words import picture_names
from kiosk.targets import TARGETS
from lessons.loader import COURSE, LoadedCourse, load_course
from lessons.unknown import Known

EVENTS: Final = frozenset(
    each.__name__ for each in (*get_args(StoreEvent), *get_args(VillageEvent))
)
"""Names of what can happen in the store and in the village."""


def the_course(
    catalogue: Catalogue, folder: Path = COURSE, cache: CourseCache | None = None
) -> LoadedCourse:
    """What can be taught of a folder; lessons that name what is not there are listed instead."""
    names = known(catalogue)
    if cache is None:
        return load_course(folder, names)
    return cache.course(fingerprint(folder, _told(catalogue)), lambda: load_course(folder, names))


def known(catalogue: Catalogue) -> Known:
    """What lessons may name."""
    return Known(picture_names(), EVENTS, situations(catalogue).__contains__, TARGETS, MISTAKES)


def situations(catalogue: Catalogue) -> frozenset[str]:
    """Every name of how the store can be when a step begins."""
    return frozenset(
        {
            *SITUATIONS,
            *VILLAGE_SITUATIONS,
            *(f"{MESSAGE}:{each}" for each in catalogue.questions),
            *(f"{TROUBLE}:{each}" for each in catalogue.troubles),
        }
    )


def _told(catalogue: Catalogue) -> str:
    """All that lessons may name, in an order that stays."""
    targets = sorted((screen, sorted(found)) for screen, found in TARGETS.items())
    others = (picture_names(), EVENTS, situations(catalogue), MISTAKES)
    return repr((targets, *map(sorted, others)))
