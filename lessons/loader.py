"""Reads the course folder: what is broken is left out and listed, the rest can be taught."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from lessons.content import load_yaml
from lessons.course import Course, Lesson, Unit
from lessons.errors import ContentError
from lessons.node import Node
from lessons.parser import ID, lesson_problems, parse_lesson, parse_unit
from lessons.unknown import Known, unknown_names

__all__ = ["COURSE", "LoadedCourse", "load_course", "parse_lesson"]

COURSE: Final = Path(__file__).parent / "course"
"""What is taught."""

_FOLDER: Final = re.compile(rf"([0-9]+)-({ID.pattern})")


@dataclass(frozen=True, slots=True)
class LoadedCourse:
    """The course that can be taught, and what had to be left out of it and why."""

    course: Course
    problems: tuple[ContentError, ...] = ()


def load_course(folder: Path, known: Known | None = None) -> LoadedCourse:
    """The course in ``folder``: units ``<nn>-<id>/unit.yaml``, in them ``<nn>-<id>/lesson.yaml``.

    Folders that begin with ``_`` are left alone. A lesson that names what is not ``known`` is
    broken. Never raises: every problem is listed.
    """
    reading = _Reading(folder, known)
    units = tuple(reading.units())
    return LoadedCourse(Course(units), tuple(reading.problems))


class _Reading:
    """One reading of the course folder; collects problems on the way."""

    def __init__(self, base: Path, known: Known | None) -> None:
        self._base = base
        self._known = known
        self._lesson_ids: dict[str, str] = {}
        self._unit_ids: dict[str, str] = {}
        self._skill_ids: dict[str, str] = {}
        self.problems: list[ContentError] = []

    def units(self) -> Iterator[Unit]:
        folders = list(self._numbered(self._base, self._unit_ids))
        if not folders:
            self._list(self._base, "has no unit in it")
        for unit_id, folder in folders:
            unit = self._unit(unit_id, folder)
            if unit is not None and unit.lessons:
                yield unit

    def _unit(self, unit_id: str, folder: Path) -> Unit | None:
        folders = list(self._numbered(folder, self._lesson_ids))
        if not folders:
            self._list(folder, "has no lesson in it")
        unit = self._unit_alone(unit_id, folder)
        skills = None if unit is None else frozenset(skill.id for skill in unit.skills)
        # The lessons of a broken unit are read all the same, so that one look lists everything.
        lessons = tuple(
            lesson
            for name, place in folders
            if (lesson := self._lesson(name, place, skills)) is not None
        )
        return replace(unit, lessons=lessons) if unit else None

    def _unit_alone(self, unit_id: str, folder: Path) -> Unit | None:
        try:
            node = load_yaml(folder / "unit.yaml", self._base)
            unit = parse_unit(node, unit_id, ())
            self._refuse_taken_skills(unit, node)
        except ContentError as error:
            self.problems.append(error)
            return None
        return unit if self._is_known(node) else None

    def _refuse_taken_skills(self, unit: Unit, node: Node) -> None:
        for number, skill in enumerate(unit.skills):
            first = self._skill_ids.setdefault(skill.id, node.file)
            if first != node.file:
                raise (
                    node.field("skills")
                    .items()[number]
                    .error(f"{skill.id} is a skill of {first} too")
                )

    def _lesson(
        self, lesson_id: str, folder: Path, skills: Collection[str] | None
    ) -> Lesson | None:
        """A lesson; ``skills`` are those of its unit, None where they could not be read."""
        try:
            node = load_yaml(folder / "lesson.yaml", self._base)
        except ContentError as error:
            self.problems.append(error)
            return None
        is_known = self._is_known(node)
        try:
            lesson = parse_lesson(node, lesson_id)
            if lesson.skill and skills is not None and lesson.skill not in skills:
                raise node.field("skill").error(f"{lesson.skill} is no skill of this unit")
        except ContentError as error:
            self.problems.extend(lesson_problems(node) or [error])
            return None
        return lesson if is_known else None

    def _is_known(self, node: Node) -> bool:
        """Whether all that it names is there; lists what is not."""
        if self._known is None:
            return True
        unknown = list(unknown_names(node, self._known))
        self.problems.extend(unknown)
        return not unknown

    def _numbered(self, folder: Path, taken: dict[str, str]) -> Iterator[tuple[str, Path]]:
        """Ids and folders in the order of their numbers; an id that is taken is a problem."""
        numbered = []
        for place in self._folders(folder):
            if match := _FOLDER.fullmatch(place.name):
                numbered.append((int(match[1]), match[2], place))
            else:
                self._list(place, "must be named <number>-<id>, in small letters and digits")
        for _, name, place in sorted(numbered):
            first = taken.setdefault(name, self._relative(place))
            if first == self._relative(place):
                yield name, place
            else:
                self._list(place, f"has the same id as {first}")

    def _folders(self, folder: Path) -> list[Path]:
        try:
            places = sorted(place for place in folder.iterdir() if place.is_dir())
        except OSError as error:
            self._list(folder, f"cannot be read: {error.strerror}")
            return []
        return [place for place in places if not place.name.startswith(("_", "."))]

    def _list(self, place: Path, problem: str) -> None:
        self.problems.append(ContentError(self._relative(place), 1, "", problem))

    def _relative(self, place: Path) -> str:
        return place.relative_to(self._base).as_posix()
