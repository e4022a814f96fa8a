"""Names in a lesson that stand for something outside it: whether there is such a thing."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from lessons.errors import ContentError
from lessons.node import Node


@dataclass(frozen=True, slots=True)
class Known:
    """What lessons may name: ``pictures``, ``events`` of the store as goals, and situations."""

    pictures: Collection[str]
    events: Collection[str]
    is_situation: Callable[[str], bool]


def unknown_names(node: Node, known: Known) -> Iterator[ContentError]:
    """Every picture, goal and situation in a lesson or unit that nobody knows."""
    if isinstance(node.value, tuple):
        for item in node.value:
            yield from unknown_names(item, known)
    elif isinstance(node.value, dict):
        for name, field in node.value.items():
            yield from _unknown_in(name, field, known)


def _unknown_in(name: str, field: Node, known: Known) -> Iterator[ContentError]:
    match name:
        case "picture" if isinstance(field.value, str):
            if field.value.strip() not in known.pictures:
                yield field.error(f"there is no picture {field.value.strip()}")
        case "situation" if isinstance(field.value, str):
            if not known.is_situation(field.value.strip()):
                yield field.error(f"there is no situation {field.value.strip()}")
        case "goals":
            yield from _unknown_goals(field, known)
        case _:
            yield from unknown_names(field, known)


def _unknown_goals(node: Node, known: Known) -> Iterator[ContentError]:
    if isinstance(node.value, tuple):
        for item in node.value:
            yield from _unknown_goals(item, known)
    elif isinstance(node.value, str):
        event = node.value.strip().partition(":")[0]  # behind it may stand how it has to end
        if event not in known.events:
            yield node.error(f"nothing in the store is called {event}")
