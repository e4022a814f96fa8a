"""What a unit names besides its lessons: skills and their tasks, and the test."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lessons.course import Skill, Task, TestStep
from lessons.node import Node
from lessons.parsing import answers, doing
from lessons.parsing.words import between, name, phrase, place, refuse_same_ids, title

_TASKS: Final[Mapping[str, Callable[[Node], Task]]] = MappingProxyType(
    {
        "practice": doing.practice,
        "money": answers.money,
        "find": doing.find,
        "choose": answers.choose,
    }
)
_TASK_ID: Final = "task"


def skills(node: Node) -> tuple[Skill, ...]:
    """The skills of the unit at ``node``; none where it names none."""
    field = node.optional("skills")
    if field is None:
        return ()
    nodes = field.items()
    found = tuple(_skill(each) for each in nodes)
    refuse_same_ids(nodes)
    return found


def test(node: Node) -> tuple[TestStep, ...]:
    """The steps of the test of the unit at ``node``; none where it has none."""
    field = node.optional("test")
    if field is None:
        return ()
    nodes = between(field, 1, 3)
    found = tuple(_test_step(each) for each in nodes)
    refuse_same_ids(nodes)
    return found


def _skill(node: Node) -> Skill:
    node.only("id", "picture", "title", "mistakes", "because", "task")
    task, because = node.optional("task"), node.optional("because")
    mistakes = _mistakes(node)
    if mistakes and because is None:
        raise node.error("has mistakes and must say because")
    if because is not None and not mistakes:
        raise because.error("belongs to mistakes only")
    if mistakes and task is None:
        raise node.error("has mistakes and needs a task that mends them")
    return Skill(
        id=name(node.field("id")),
        picture=name(node.field("picture")),
        title=title(node),
        task=_task(task) if task else None,
        mistakes=mistakes,
        because=phrase(because) if because else None,
    )


def _mistakes(node: Node) -> tuple[str, ...]:
    field = node.optional("mistakes")
    return tuple(name(each) for each in field.items()) if field else ()


def _task(node: Node) -> Task:
    kind = node.field("kind")
    parse = _TASKS.get(kind.text())
    if parse is None:
        raise kind.error(f"must be one of {', '.join(_TASKS)}")
    if (written := node.optional("id")) is not None:
        raise written.error("is not needed: a skill has one task")
    # A task is a step without an id; it is given one, so that it is read as any other step.
    with_id = Node(node.file, node.line, f"{node.path}.id", _TASK_ID)
    return parse(Node(node.file, node.line, node.path, {"id": with_id, **dict(node.entries())}))


def _test_step(node: Node) -> TestStep:
    node.only("id", "picture", "say", "situation", "screen", "goals")
    return TestStep(
        *place(node),
        goals=doing.goals(node.field("goals")),
        situation=doing.situation(node.field("situation")),
        screen=doing.screen(node.field("screen")),
    )
