"""Steps that are heard and seen: tell, story."""

from lessons.node import Node
from lessons.parsing.words import between, place, refuse_same_ids, start
from lessons.steps import Frame, Story, Tell


def tell(node: Node) -> Tell:
    """One picture, one sentence."""
    return Tell(*start(node))


def story(node: Node) -> Story:
    """Three to five pictures, each with a sentence."""
    opening = start(node, "pictures")
    nodes = between(node.field("pictures"), 3, 5)
    for each in nodes:
        each.only("id", "picture", "say")
    frames = tuple(Frame(*place(each)) for each in nodes)
    refuse_same_ids(nodes)
    return Story(*opening, frames)
