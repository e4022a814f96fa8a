"""The course as the kiosk teaches it: with all that its lessons may name."""

from pathlib import Path
from typing import Final, get_args

from demo_store.events import StoreEvent
from demo_store.practice.beginnings import is_known
from demo_store.practice.mistakes import MISTAKES
from demo_store.practice.village_scene import VILLAGE_SITUATIONS
from demo_store.village.events import VillageEvent
from demo_store.world.catalogue import Catalogue
from kiosk.picture_words import picture_names
from kiosk.targets import TARGETS
from lessons.loader import COURSE, LoadedCourse, load_course
from lessons.unknown import Known

EVENTS: Final = frozenset(
    each.__name__ for each in (*get_args(StoreEvent), *get_args(VillageEvent))
)
"""Names of what can happen in the store and in the village."""


def the_course(catalogue: Catalogue, folder: Path = COURSE) -> LoadedCourse:
    """What can be taught of a folder; lessons that name what is not there are listed instead."""
    return load_course(folder, known(catalogue))


def known(catalogue: Catalogue) -> Known:
    """What lessons may name."""

    def is_situation(name: str) -> bool:
        return name in VILLAGE_SITUATIONS or is_known(catalogue, name)

    return Known(picture_names(), EVENTS, is_situation, TARGETS, MISTAKES)
