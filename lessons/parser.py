"""Makes lessons and units of content nodes; what it refuses is a ``ContentError``."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from lessons.course import (
    Choose,
    Coaching,
    Goal,
    Lesson,
    Money,
    Option,
    Order,
    Practice,
    Step,
    Tell,
    Unit,
)
from lessons.errors import ContentError
from lessons.node import Node
from lessons.phrase import Phrase

SCREENS: Final = (
    "start", "product", "as-buyer", "order", "money", "message", "trouble", "village",
)  # fmt: skip
"""The store screens that a practice step may open on."""

ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EVENT: Final = re.compile(r"[A-Z][A-Za-z]*(:good)?")
_SITUATION: Final = re.compile(rf"((message|trouble):)?{ID.pattern}")
_PLACEHOLDERS: Final = frozenset({"product"})
_SMALLEST_FEN: Final = 10
_LARGEST_FEN: Final = 1_000_000


def parse_lesson(node: Node, lesson_id: str) -> Lesson:
    """The lesson that a ``lesson.yaml`` holds.

    Raises:
        ContentError: the first thing that is wrong; ``lesson_problems`` finds more.
    """
    node.only("title", "picture", "promise", "steps")
    return Lesson(
        id=lesson_id,
        title=_title(node),
        picture=_name(node.field("picture")),
        promise=_promise(node),
        steps=_steps(node),
    )


def lesson_problems(node: Node) -> list[ContentError]:
    """What is wrong with a lesson: the first problem of each step and of each thing around them."""
    places: list[Callable[[], object]] = [
        lambda: node.only("title", "picture", "promise", "steps"),
        lambda: _title(node),
        lambda: _name(node.field("picture")),
        lambda: _promise(node),
        *(lambda step=step: _step(step) for step in _step_nodes(node)),
        lambda: _steps(node),
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
    node.only("title", "picture")
    return Unit(unit_id, _title(node), _name(node.field("picture")), lessons)


def _step_nodes(node: Node) -> list[Node]:
    try:
        return node.field("steps").items()
    except ContentError:
        return []


def _title(node: Node) -> Phrase:
    # Trainers read titles where no learner, and so no product, is chosen: no placeholder.
    return node.field("title").phrase()


def _promise(node: Node) -> Phrase:
    return node.field("promise").phrase(_PLACEHOLDERS)


def _say(node: Node) -> Phrase:
    return node.field("say").phrase(_PLACEHOLDERS)


def _name(node: Node) -> str:
    text = node.text()
    if not ID.fullmatch(text):
        raise node.error("must be small letters, digits and single hyphens")
    return text


def _steps(node: Node) -> tuple[Step, ...]:
    nodes = node.field("steps").items()
    if not nodes:
        raise node.field("steps").error("must hold at least one step")
    steps = tuple(_step(step) for step in nodes)
    _refuse_same_ids(nodes)
    return steps


def _refuse_same_ids(nodes: list[Node]) -> None:
    seen: set[str] = set()
    for node in nodes:
        name = node.field("id").text()
        if name in seen:
            raise node.field("id").error(f"{name} is the id of another one")
        seen.add(name)


def _step(node: Node) -> Step:
    kind = node.field("kind")
    parse = _KINDS.get(kind.text())
    if parse is None:
        raise kind.error(f"must be one of {', '.join(_KINDS)}")
    return parse(node)


def _tell(node: Node) -> Tell:
    return Tell(*_common(node))


def _choose(node: Node) -> Choose:
    start = _common(node, "options", "coaching")
    return Choose(*start, _options(node.field("options")), _coaching(node))


def _order(node: Node) -> Order:
    start = _common(node, "items", "coaching")
    nodes = _between(node.field("items"), 3, 5)
    for item in nodes:
        item.only("id", "picture", "say")
    items = tuple(Option(*_place(item)) for item in nodes)
    _refuse_same_ids(nodes)
    return Order(*start, items, _coaching(node))


def _money(node: Node) -> Money:
    start = _common(node, "amount_fen", "coaching")
    amount = node.field("amount_fen")
    fen = amount.whole_number(_SMALLEST_FEN, _LARGEST_FEN)
    if fen % _SMALLEST_FEN:
        raise amount.error(f"must be a multiple of {_SMALLEST_FEN}, the smallest coin")
    return Money(*start, fen, _coaching(node))


def _practice(node: Node) -> Practice:
    start = _common(node, "situation", "screen", "goals", "coaching")
    screen = node.field("screen")
    if screen.text() not in SCREENS:
        raise screen.error(f"must be one of {', '.join(SCREENS)}")
    return Practice(
        *start,
        goals=_goals(node.field("goals")),
        situation=_situation(node.field("situation")),
        screen=screen.text(),
        coaching=_coaching(node),
    )


def _situation(node: Node) -> str:
    if not _SITUATION.fullmatch(node.text()):
        raise node.error("must be the name of a situation, message:<question> or trouble:<id>")
    return node.text()


_KINDS: Final[dict[str, Callable[[Node], Step]]] = {
    "tell": _tell,
    "choose": _choose,
    "order": _order,
    "money": _money,
    "practice": _practice,
}


def _common(node: Node, *more: str) -> tuple[str, str, Phrase]:
    """The fields of every step: id, picture and say; ``more`` are the other known ones."""
    node.only("id", "kind", "picture", "say", *more)
    return _place(node)


def _place(node: Node) -> tuple[str, str, Phrase]:
    return _name(node.field("id")), _name(node.field("picture")), _say(node)


def _options(node: Node) -> tuple[Option, ...]:
    nodes = _between(node, 2, 4)
    options = tuple(_option(option) for option in nodes)
    _refuse_same_ids(nodes)
    if not any(option.right for option in options):
        raise node.error("must hold at least one with right: true")
    return options


def _option(node: Node) -> Option:
    node.only("id", "picture", "say", "right", "hint")
    right, hint = node.optional("right"), node.optional("hint")
    is_right = right.flag() if right else False
    if hint and is_right:
        raise hint.error("belongs to wrong options only; a right one is praised")
    return Option(*_place(node), is_right, hint.phrase(_PLACEHOLDERS) if hint else None)


def _between(node: Node, fewest: int, most: int) -> list[Node]:
    nodes = node.items()
    if not fewest <= len(nodes) <= most:
        raise node.error(f"must hold {fewest} to {most}, not {len(nodes)}")
    return nodes


def _goals(node: Node) -> tuple[Goal, ...]:
    goals = tuple(Goal(tuple(_events(goal))) for goal in node.items())
    if not goals:
        raise node.error("must hold at least one goal")
    return goals


def _events(goal: Node) -> Iterator[str]:
    if not goal.items():
        raise goal.error("must name at least one store event")
    for event in goal.items():
        if not _EVENT.fullmatch(event.text()):
            raise event.error("must be a store event such as OrderAccepted or TroubleEnded:good")
        yield event.text()


def _coaching(node: Node) -> Coaching:
    coaching = node.field("coaching")
    coaching.only("hint", "hint_with_hand", "demonstration", "praise")
    return Coaching(
        hint=coaching.field("hint").phrase(_PLACEHOLDERS),
        hint_with_hand=coaching.field("hint_with_hand").phrase(_PLACEHOLDERS),
        demonstration=coaching.field("demonstration").phrase(_PLACEHOLDERS),
        praise=coaching.field("praise").phrase(_PLACEHOLDERS),
    )
