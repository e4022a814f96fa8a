"""Makes lessons and units of content nodes; what it refuses is a ``ContentError``."""

from collections.abc import Callable
from typing import Final

from lessons.course import Lesson, Unit
from lessons.errors import ContentError
from lessons.node import Node
from lessons.parsing import units
from lessons.parsing.steps import step, steps
from lessons.parsing.words import ID, name, phrase, title

__all__ = ["ID", "lesson_problems", "parse_lesson", "parse_unit"]

_FIELDS: Final = ("title", "picture", "promise", "skill", "steps")


def parse_lesson(node: Node, lesson_id: str) -> Lesson:
    """The lesson that a ``lesson.yaml`` holds.

    Raises:
        ContentError: the first thing that is wrong; ``lesson_problems`` finds more.
    """
    node.only(*_FIELDS)
    return Lesson(
        id=lesson_id,
        title=title(node),
        picture=name(node.field("picture")),
        promise=phrase(node.field("promise")),
        steps=steps(node),
        skill=_skill(node),
    )


def lesson_problems(node: Node) -> list[ContentError]:
    """What is wrong with a lesson: the first problem of each step and of each thing around them."""
    places: list[Callable[[], object]] = [
        lambda: node.only(*_FIELDS),
        lambda: title(node),
        lambda: name(node.field("picture")),
        lambda: phrase(node.field("promise")),
        lambda: _skill(node),
        *(lambda each=each: step(each) for each in _step_nodes(node)),
        lambda: steps(node),
    ]
    problems: list[ContentError] = []
    for place in places:
        try:
            place()
        except ContentError as error:
            if error not in problems:
                problems.append(error)
    return problems


def parse_unit(node: Node, unit_id: str, lessons: tuple[Lesson, ...]) -> Unit:
    """The unit that a ``unit.yaml`` names, with the lessons of its folder.

    Raises:
        ContentError: the first thing that is wrong.
    """
    node.only("title", "picture", "skills", "test")
    picture = name(node.field("picture"))
    return Unit(unit_id, title(node), picture, lessons, units.skills(node), units.test(node))


def _skill(node: Node) -> str:
    field = node.optional("skill")
    return name(field) if field else ""


def _step_nodes(node: Node) -> list[Node]:
    try:
        return node.field("steps").items()
    except ContentError:
        return []
