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
from lessons.phrase import LANGUAGES, Language

FEWEST: Final = 7
MOST: Final = 9
HEARING: Final = frozenset({"tell", "story"})
"""Kinds of steps in which she only listens."""
RULE: Final = "rule"


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
        yield from _said(step, level)


def _ends(steps: Node, kinds: list[str], level: Level) -> Iterator[Problem]:
    if not kinds:
        return
    first, last = steps.items()[0], steps.items()[-1]
    if kinds[0] != "story":
        yield at(first, level, "story", "the first step must be a story")
    if kinds[-1] != "tell" or _value(last, "id") != RULE:
        problem = f"the last step must be a tell with the id {RULE}"
        yield at(last, level, "rule", problem)


def _said(step: Node, level: Level) -> Iterator[Problem]:
    """One picture, one sentence."""
    said = step.value.get("say") if isinstance(step.value, dict) else None
    if said is None or not isinstance(said.value, dict):
        return
    for language in LANGUAGES:
        yield from _one_sentence(said, language, level)


def _one_sentence(said: Node, language: Language, level: Level) -> Iterator[Problem]:
    text = said.value.get(language) if isinstance(said.value, dict) else None
    if text is None or not isinstance(text.value, str):
        return
    if (count := len(sentences(text.value, language))) > 1:
        problem = f"has {count} sentences: a step says one"
        yield at(text, level, "sentence", problem, language)


def _value(node: Node, name: str) -> object:
    field = node.value.get(name) if isinstance(node.value, dict) else None
    return field.value if field is not None else None
