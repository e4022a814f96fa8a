"""One lesson as a visitor sees it, and again each time that its file is saved.

While the file is broken the last good lesson stays, and what is wrong is told on the terminal.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final
from weakref import WeakSet

from kiosk.app import Kiosk
from kiosk.authoring.check import file_problems
from kiosk.authoring.errors import AuthoringProblem
from kiosk.course import the_course
from kiosk.screens.learner.lesson_place import place_of
from kiosk.visit import Visit
from lessons.loader import COURSE
from lessons.phrase import Language

POLL_S: Final = 0.25
Stamp = tuple[tuple[str, int, int], ...]
"""Name, time and size of each file: what tells that one was saved."""


def find_lesson(name: str, course: Path = COURSE) -> Path:
    """The folder of a lesson, by its id or by the path of its folder or file.

    Raises:
        AuthoringProblem: there is none.
    """
    given = Path(name).expanduser().absolute()
    folders = sorted(path.parent for path in course.glob("[0-9]*/[0-9]*/lesson.yaml"))
    for folder in folders:
        if lesson_id(folder) == name or given in (folder, folder / "lesson.yaml"):
            return folder
    known = ", ".join(map(lesson_id, folders))
    raise AuthoringProblem(f"there is no lesson {name} in {course}: known are {known}")


def lesson_id(folder: Path) -> str:
    """The id of the lesson in a folder: its name without the number."""
    return folder.name.partition("-")[2]


def address_of(folder: Path) -> str:
    """Where the lesson of a folder is shown."""
    return f"/lesson/{lesson_id(folder)}"


class Preview:
    """Shows one lesson to everybody who comes; `look` sees whether it was saved."""

    def __init__(
        self,
        kiosk: Kiosk,
        folder: Path,
        language: Language,
        tell: Callable[[str], object],
        course: Path = COURSE,
    ) -> None:
        self._room = kiosk.classroom
        self._folder, self._course = folder, course
        self._lesson = lesson_id(folder)
        self._language, self._tell = language, tell
        self._visits: WeakSet[Visit] = WeakSet()
        self._read = self._seen = self._stamp()
        self._warned: set[str] = set()
        self._ended = threading.Event()
        self._tell_problems()

    @property
    def address(self) -> str:
        """Where the lesson is shown."""
        return address_of(self._folder)

    def welcome(self, visit: Visit) -> None:
        """A page is opened: its visitor is a guest."""
        if visit.learner is None:
            visit.language = self._language
            self._room.welcome_guest(visit.tablet, self._language)
        self._visits.add(visit)
        visit.idling.is_on = False  # an author looks at it while she writes

    def begin(self) -> None:
        """Look again and again, on a thread, until `end`."""
        threading.Thread(target=self._keep_looking, name="preview", daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def look(self) -> bool:
        """Load the lesson anew if it was saved; an editor must have finished writing it."""
        stamp = self._stamp()
        is_still, self._seen = stamp == self._seen, stamp
        if not is_still or stamp == self._read:
            return False
        self._read = stamp
        self._load()
        return True

    def _keep_looking(self) -> None:
        while not self._ended.wait(POLL_S):
            self.look()

    def _load(self) -> None:
        course = the_course(self._room.catalogue, self._course).course
        is_good = course.lesson(self._lesson) is not None
        self._tell_problems()
        if not is_good:
            self._tell("the lesson cannot be shown like this: the last good one stays")
            return
        self._room.teach(course)
        self._tell(f"{self._lesson} was loaded anew")
        for visit in list(self._visits):
            with suppress(RuntimeError):  # its page was closed
                visit.page.run_task(self._enter_again, visit)

    async def _enter_again(self, visit: Visit) -> None:
        """The same step, in its new words."""
        learner, lesson = visit.learner, self._room.course.lesson(self._lesson)
        is_here = visit.page.route.startswith(self.address)
        if learner and lesson and is_here and self._room.lesson_state(learner.id, lesson.id):
            self._room.prepare(learner.id, lesson)
            visit.go(place_of(visit, lesson))
        else:
            visit.go(visit.page.route)

    def _tell_problems(self) -> None:
        """Every error each time, a warning only once."""
        found = [
            problem
            for file in self._files()
            for problem in file_problems(file, self._course, self._room.catalogue)
        ]
        for problem in found:
            if problem.level == "error" or str(problem) not in self._warned:
                self._tell(str(problem))
        self._warned |= {str(problem) for problem in found}

    def _stamp(self) -> Stamp:
        return tuple(_stamped(file) for file in self._files())

    def _files(self) -> Iterator[Path]:
        yield self._folder.parent / "unit.yaml"
        yield self._folder / "lesson.yaml"


def _stamped(file: Path) -> tuple[str, int, int]:
    try:
        found = file.stat()
    except OSError:
        return file.name, 0, -1
    return file.name, found.st_mtime_ns, found.st_size
