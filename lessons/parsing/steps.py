"""A step of any kind."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lessons.node import Node
from lessons.parsing import answers, doing, telling
from lessons.parsing.words import refuse_same_ids
from lessons.steps import Step

KINDS: Final[Mapping[str, Callable[[Node], Step]]] = MappingProxyType(
    {
        "tell": telling.tell,
        "story": telling.story,
        "choose": answers.choose,
        "choose-all": answers.choose_all,
        "order": answers.order,
        "match": answers.match,
        "money": answers.money,
        "find": doing.find,
        "practice": doing.practice,
        "photo": doing.photo,
        "say": doing.say,
        "listen-and-repeat": doing.listen_and_repeat,
    }
)


def step(node: Node) -> Step:
    """The step that stands at ``node``."""
    kind = node.field("kind")
    parse = KINDS.get(kind.text())
    if parse is None:
        raise kind.error(f"must be one of {', '.join(KINDS)}")
    return parse(node)


def steps(node: Node) -> tuple[Step, ...]:
    """The steps of the lesson at ``node``."""
    field = node.field("steps")
    nodes = field.items()
    if not nodes:
        raise field.error("must hold at least one step")
    found = tuple(step(each) for each in nodes)
    refuse_same_ids(nodes)
    return found
