"""What the kiosk teaches, sells and says: read once, the same for every data folder."""

from dataclasses import dataclass
from pathlib import Path

from audio.kept import KeysByText
from audio.sayable import Sayable, keys_by_text
from demo_store.village.scene_content import VillageScene, load_scene
from demo_store.world.catalogue import Catalogue, load_catalogue
from kiosk.course import the_course
from kiosk.course_cache import CourseCache
from kiosk.inventory import inventory, pictures
from kiosk.wording import book
from lessons.course import Course
from lessons.errors import ContentError
from lessons.loader import COURSE


@dataclass(frozen=True, slots=True)
class Content:
    """Nothing in it ever changes."""

    catalogue: Catalogue
    scene: VillageScene
    course: Course
    problems: tuple[ContentError, ...]
    """Lessons that are broken and were left out."""
    sayables: tuple[Sayable, ...]
    keys: KeysByText
    shown: dict[str, str]
    """The picture beside a phrase, by the phrase's key."""


def load_content(course_folder: Path = COURSE, cache: CourseCache | None = None) -> Content:
    """All content of the kiosk with the course of a folder.

    Raises:
        lessons.errors.ContentError: the kiosk's own phrases or the store's content are broken.
    """
    book()
    catalogue, scene = load_catalogue(), load_scene()
    loaded = the_course(catalogue, course_folder, cache)
    sayables = inventory(loaded.course, catalogue, scene)
    return Content(
        catalogue=catalogue,
        scene=scene,
        course=loaded.course,
        problems=loaded.problems,
        sayables=sayables,
        keys=keys_by_text(sayables),
        shown=pictures(loaded.course, catalogue, scene),
    )
