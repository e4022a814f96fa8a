"""Names in a lesson that stand for something outside it: whether there is such a thing."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from lessons.errors import ContentError
from lessons.node import Node


@dataclass(frozen=True, slots=True)
class Known:
    """What lessons may name.

    ``events`` of the store are goals, ``targets`` are identifiers of what can be touched in the
    store, by the screen that shows them, ``mistakes`` are what can go wrong there.
    """

    pictures: Collection[str]
    events: Collection[str]
    is_situation: Callable[[str], bool]
    targets: Mapping[str, Collection[str]] = field(default_factory=dict)
    mistakes: Collection[str] = ()


def unknown_names(node: Node, known: Known) -> Iterator[ContentError]:
    """Every picture, goal, situation, target and mistake in a lesson or unit that nobody knows."""
    if isinstance(node.value, tuple):
        for item in node.value:
            yield from unknown_names(item, known)
    elif isinstance(node.value, dict):
        for name, place in node.value.items():
            yield from _unknown_in(name, place, known)
        yield from _unknown_target(node, known)


def _unknown_in(name: str, place: Node, known: Known) -> Iterator[ContentError]:
    match name:
        case "picture" if isinstance(place.value, str):
            if place.value.strip() not in known.pictures:
                yield place.error(f"there is no picture {place.value.strip()}")
        case "situation" if isinstance(place.value, str):
            if not known.is_situation(place.value.strip()):
                yield place.error(f"there is no situation {place.value.strip()}")
        case "goals":
            yield from _unknown_goals(place, known)
        case "mistakes" if isinstance(place.value, tuple):
            for item in place.value:
                if isinstance(item.value, str) and item.value.strip() not in known.mistakes:
                    yield item.error(f"there is no mistake {item.value.strip()}")
        case _:
            yield from unknown_names(place, known)


def _unknown_target(step: Node, known: Known) -> Iterator[ContentError]:
    """What is to be touched, where the screen of its step shows no such thing."""
    target, screen = step.optional("target"), step.optional("screen")
    if target is None or screen is None or not isinstance(screen.value, str):
        return
    there = known.targets.get(screen.value.strip(), ())
    if isinstance(target.value, str) and target.value.strip() not in there:
        yield target.error(f"nothing to touch on {screen.value.strip()} is {target.value.strip()}")


def _unknown_goals(node: Node, known: Known) -> Iterator[ContentError]:
    if isinstance(node.value, tuple):
        for item in node.value:
            yield from _unknown_goals(item, known)
    elif isinstance(node.value, str):
        event = node.value.strip().partition(":")[0]  # behind it may stand how it has to end
        if event not in known.events:
            yield node.error(f"nothing in the store is called {event}")
