"""Steps that are done in the store or aloud: practice, find, photo, say, listen-and-repeat."""

import re
from collections.abc import Iterator
from typing import Final

from lessons.node import Node
from lessons.parsing.words import ID, coaching, phrase, start
from lessons.phrase import LANGUAGES
from lessons.steps import Find, Goal, ListenAndRepeat, Photo, Practice, Say

SCREENS: Final = (
    "start", "product", "as-buyer", "order", "money", "message", "trouble", "village",
)  # fmt: skip
"""The store screens that a practice step may open on."""
IN_HER_STORE: Final = SCREENS[:-1]
"""Those of her own store, where a test is taken."""
LOOKED_AT: Final = (*IN_HER_STORE, "score", "parcels", "voice")
"""Where something can be looked for: on these three there is nothing to practise."""

_EVENT: Final = re.compile(r"[A-Z][A-Za-z]*(:good)?")
_SITUATION: Final = re.compile(rf"((message|trouble):)?{ID.pattern}")
_TARGET: Final = re.compile(rf"{ID.pattern}\.{ID.pattern}(:{ID.pattern})?")


def practice(node: Node) -> Practice:
    """What must happen in the store, and how the store is when it begins."""
    opening = start(node, "situation", "screen", "goals", "coaching")
    screen_name = screen(node.field("screen"))
    return Practice(
        *opening,
        goals=goals(node.field("goals")),
        situation=situation(node.field("situation")),
        screen=screen_name,
        coaching=coaching(node),
    )


def find(node: Node) -> Find:
    """What is to be touched on a screen of the store."""
    opening = start(node, "situation", "screen", "target", "coaching")
    screen_name = screen(node.field("screen"), LOOKED_AT)
    target = node.field("target")
    if not _TARGET.fullmatch(target.text()):
        raise target.error("must be an identifier such as order.accept or voice.pace:slow")
    began = situation(node.field("situation"))
    return Find(*opening, began, screen_name, target.text(), coaching(node))


def photo(node: Node) -> Photo:
    """A photo of her product."""
    return Photo(*start(node, "coaching"), coaching(node))


def say(node: Node) -> Say:
    """Words to say aloud."""
    opening = start(node, "words", "coaching")
    return Say(*opening, phrase(node.field("words")), coaching(node))


def listen_and_repeat(node: Node) -> ListenAndRepeat:
    """Words to hear and to say again."""
    opening = start(node, "language", "words", "coaching")
    field = node.field("language")
    language = next((each for each in LANGUAGES if each == field.text()), None)
    if language is None:
        raise field.error(f"must be one of {', '.join(LANGUAGES)}")
    return ListenAndRepeat(*opening, language, phrase(node.field("words")), coaching(node))


def screen(node: Node, known: tuple[str, ...] = SCREENS) -> str:
    """The screen of the store that a step opens on."""
    if node.text() not in known:
        raise node.error(f"must be one of {', '.join(known)}")
    return node.text()


def situation(node: Node) -> str:
    """How the store is when a step begins."""
    if not _SITUATION.fullmatch(node.text()):
        raise node.error("must be the name of a situation, message:<question> or trouble:<id>")
    return node.text()


def goals(node: Node) -> tuple[Goal, ...]:
    """What must happen, at least one thing."""
    found = tuple(Goal(tuple(_events(goal))) for goal in node.items())
    if not found:
        raise node.error("must hold at least one goal")
    return found


def _events(goal: Node) -> Iterator[str]:
    if not goal.items():
        raise goal.error("must name at least one store event")
    for event in goal.items():
        if not _EVENT.fullmatch(event.text()):
            raise event.error("must be a store event such as OrderAccepted or TroubleEnded:good")
        yield event.text()
