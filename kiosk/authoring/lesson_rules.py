"""What a lesson is made of: story first, then doing, at the end a rule of thumb.

A lesson that names its skill is held to all of it. Older ones, written before there were skills and
stories of several pictures, are only warned of.
"""

from collections.abc import Iterator
from typing import Final

from kiosk.authoring.problem import Level, Problem, at
from kiosk.authoring.sentences import sentences
from kiosk.authoring.texts import ContentFile
from lessons.node import Node
from lessons.phrase import LANGUAGES

FEWEST: Final = 7
MOST: Final = 9
HEARING: Final = frozenset({"tell", "story"})
"""Kinds of steps in which she only listens."""
RULE: Final = "rule"
_MOST_SENTENCES: Final = 2


def lesson_problems(file: ContentFile) -> Iterator[Problem]:
    """What is wrong with the shape of a lesson; what is not in its format is told elsewhere."""
    node = file.node
    if not isinstance(node.value, dict) or not isinstance(_value(node, "steps"), tuple):
        return
    level: Level = "error" if "skill" in node.value else "warning"
    steps = node.field("steps")
    kinds = [str(_value(step, "kind")) for step in steps.items()]
    if not FEWEST <= len(kinds) <= MOST:
        problem = f"must be {FEWEST} to {MOST}, not {len(kinds)}"
        yield at(steps, level, "steps", problem)
    doing = sum(kind not in HEARING for kind in kinds)
    if 2 * doing < len(kinds):
        problem = f"only {doing} of {len(kinds)} are doing: at least half must be"
        yield at(steps, level, "doing", problem)
    yield from _ends(steps, kinds, level)
    for step in steps.items():
        yield from _said(step)


def _ends(steps: Node, kinds: list[str], level: Level) -> Iterator[Problem]:
    if not kinds:
        return
    first, last = steps.items()[0], steps.items()[-1]
    if kinds[0] != "story":
        yield at(first, level, "story", "the first step must be a story")
    if kinds[-1] != "tell" or _value(last, "id") != RULE:
        problem = f"the last step must be a tell with the id {RULE}"
        yield at(last, level, "rule", problem)


def _said(step: Node) -> Iterator[Problem]:
    """One picture, one sentence; a question and what to touch are two and only warned of."""
    said = step.value.get("say") if isinstance(step.value, dict) else None
    if said is None or not isinstance(said.value, dict):
        return
    texts = ((each, said.value.get(each)) for each in LANGUAGES)
    counts = {
        each: len(sentences(text.value, each))
        for each, text in texts
        if text is not None and isinstance(text.value, str)
    }
    if (most := max(counts.values(), default=0)) > 1:
        level: Level = "error" if most > _MOST_SENTENCES else "warning"
        where = ", ".join(each for each, count in counts.items() if count > 1)
        yield at(said, level, "sentence", f"has {most} sentences ({where}): a step says one")


def _value(node: Node, name: str) -> object:
    field = node.value.get(name) if isinstance(node.value, dict) else None
    return field.value if field is not None else None
