"""All rules over all content."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from demo_store.errors import DemoStoreError
from demo_store.world.catalogue import Catalogue, load_catalogue
from kiosk.authoring.lesson_rules import lesson_problems
from kiosk.authoring.names import GLOSSARY, name_problems, read_glossary
from kiosk.authoring.phrase_rules import phrase_problems
from kiosk.authoring.picture_rules import picture_problems
from kiosk.authoring.problem import Problem, of_content
from kiosk.authoring.reviews import Reviewed, reviewed
from kiosk.authoring.texts import COURSE, PROJECT, STORE, Content, read_content, read_file, texts_of
from kiosk.authoring.uyghur_rules import REVIEWED, uyghur_problems
from kiosk.course import the_course
from lessons.errors import ContentError
from lessons.phrase import Language
from lessons.uyghur.words import word_list

LESSON_FILE: Final = "lesson.yaml"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; ``phrases`` counts what was looked at."""

    problems: tuple[Problem, ...]
    lessons: int
    steps: int
    phrases: int
    reviewed: dict[Language, Reviewed]

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(each.level == "error" for each in self.problems)

    @property
    def warnings(self) -> int:
        """How many are none."""
        return len(self.problems) - self.errors


def _tell_nobody(_done: int, _whole: int) -> None:
    """Where nobody waits."""


def check(project: Path = PROJECT, told: Callable[[int, int], None] = _tell_nobody) -> Report:
    """Look at all content below a project's folder. Never raises: every problem is listed.

    ``told`` is called with how many phrases were looked at, and of how many.
    """
    content = read_content(project)
    course, course_problems = _course(project)
    problems = [*course_problems, *_problems(content, project, told)]
    for error in content.errors:
        folder_problem = of_content(error)
        if not any(_is_same(folder_problem, each) for each in course_problems):
            problems.append(folder_problem)
    read: dict[Language, Reviewed] = {}
    try:
        read = reviewed(content.texts, project)
    except ContentError as error:
        problems.append(of_content(error))
    return Report(
        problems=tuple(sorted(set(problems), key=_place)),
        lessons=course[0],
        steps=course[1],
        phrases=len(content.texts),
        reviewed=read,
    )


def file_problems(path: Path, course: Path, catalogue: Catalogue) -> tuple[Problem, ...]:
    """What is wrong with one file of a course, named from its course's folder."""
    problems = [
        of_content(error)
        for error in the_course(catalogue, course).problems
        if course / error.file == path
    ]
    try:
        file = read_file(path, course, "lesson")
        glossary = read_glossary(PROJECT / GLOSSARY)
    except ContentError:  # the course told it
        return tuple(problems)
    for text in texts_of(file, []):
        problems += [*phrase_problems(text), *name_problems(text, glossary)]
        problems += uyghur_problems([text], word_list(), PROJECT / REVIEWED, stale=False)
    if path.name == LESSON_FILE:
        problems += lesson_problems(file)
    return tuple(sorted(set(problems), key=_place))


def _problems(
    content: Content, project: Path, told: Callable[[int, int], None]
) -> Iterator[Problem]:
    try:
        glossary = read_glossary(project / GLOSSARY)
    except ContentError as error:
        glossary = ()
        yield of_content(error)
    for number, text in enumerate(content.texts, start=1):
        told(number, len(content.texts))
        yield from phrase_problems(text)
        yield from name_problems(text, glossary)
    for file in content.files:
        yield from picture_problems(file, project)
        if file.name.startswith(f"{COURSE}/") and file.name.endswith(f"/{LESSON_FILE}"):
            yield from lesson_problems(file)
    try:
        yield from uyghur_problems(content.texts, word_list(), project / REVIEWED)
    except ContentError as error:
        yield of_content(error)


def _course(project: Path) -> tuple[tuple[int, int], list[Problem]]:
    """How many lessons and steps can be taught, and what is wrong with the others."""
    try:
        catalogue = load_catalogue(project / STORE)
    except ContentError as error:
        return (0, 0), [of_content(error, STORE)]
    except DemoStoreError as error:
        return (0, 0), [Problem("error", "format", STORE, 1, "", None, str(error))]
    loaded = the_course(catalogue, project / COURSE)
    lessons = tuple(loaded.course.lessons())
    problems = [of_content(error, COURSE) for error in loaded.problems]
    return (len(lessons), sum(len(lesson.steps) for lesson in lessons)), problems


def _is_same(one: Problem, other: Problem) -> bool:
    return (one.file, one.line, one.problem) == (other.file, other.line, other.problem)


def _place(problem: Problem) -> tuple[bool, str, int, str, str]:
    """Errors first, then by place."""
    return (
        problem.level != "error",
        problem.file,
        problem.line,
        problem.rule,
        problem.problem,
    )
