"""What all parts of a lesson are made of: ids, pictures, phrases, lists of a certain length."""

import re
from typing import Final

from lessons.node import Node
from lessons.phrase import Phrase
from lessons.steps import Coaching

ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PLACEHOLDERS: Final = frozenset({"product"})


def name(node: Node) -> str:
    """An id, or the name of a picture."""
    text = node.text()
    if not ID.fullmatch(text):
        raise node.error("must be small letters, digits and single hyphens")
    return text


def phrase(node: Node) -> Phrase:
    """Words in three languages, in which the learner's product may stand."""
    return node.phrase(_PLACEHOLDERS)


def title(node: Node) -> Phrase:
    """The title of the thing at ``node``."""
    # Trainers read titles where no learner, and so no product, is chosen: no placeholder.
    return node.field("title").phrase()


def shown(node: Node) -> tuple[str, Phrase]:
    """Picture and sentence of a thing."""
    return name(node.field("picture")), phrase(node.field("say"))


def place(node: Node) -> tuple[str, str, Phrase]:
    """Id, picture and sentence of a thing."""
    return name(node.field("id")), *shown(node)


def start(node: Node, *more: str) -> tuple[str, str, Phrase]:
    """The fields of every step: id, picture and say; ``more`` are the other known ones."""
    node.only("id", "kind", "picture", "say", *more)
    return place(node)


def between(node: Node, fewest: int, most: int) -> list[Node]:
    """The items of a list that must hold so many, with ids of their own."""
    nodes = node.items()
    if not fewest <= len(nodes) <= most:
        raise node.error(f"must hold {fewest} to {most}, not {len(nodes)}")
    return nodes


def refuse_same_ids(nodes: list[Node]) -> None:
    """No id may stand twice in a list."""
    seen: set[str] = set()
    for node in nodes:
        text = node.field("id").text()
        if text in seen:
            raise node.field("id").error(f"{text} is the id of another one")
        seen.add(text)


def coaching(node: Node) -> Coaching:
    """What is said around the answers of the step at ``node``."""
    field = node.field("coaching")
    field.only("hint", "hint_with_hand", "demonstration", "praise")
    return Coaching(
        hint=phrase(field.field("hint")),
        hint_with_hand=phrase(field.field("hint_with_hand")),
        demonstration=phrase(field.field("demonstration")),
        praise=phrase(field.field("praise")),
    )
