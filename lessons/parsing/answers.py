"""Steps that are answered with pictures or money: choose, choose-all, order, match, money."""

from typing import Final

from lessons.node import Node
from lessons.parsing.words import (
    between,
    coaching,
    name,
    phrase,
    place,
    refuse_same_ids,
    shown,
    start,
)
from lessons.steps import Choose, ChooseAll, Match, Money, Option, Order, Pair, Side

_SMALLEST_FEN: Final = 10
_LARGEST_FEN: Final = 1_000_000


def choose(node: Node) -> Choose:
    """Two to four pictures, at least one is right."""
    opening = start(node, "options", "coaching")
    options = _options(node.field("options"), 2, 4)
    if not any(option.right for option in options):
        raise node.field("options").error("must hold at least one with right: true")
    return Choose(*opening, options, coaching(node))


def choose_all(node: Node) -> ChooseAll:
    """Three to six pictures: at least two are right and one is wrong, with a hint of its own."""
    opening = start(node, "options", "coaching")
    field = node.field("options")
    options = _options(field, 3, 6)
    if sum(option.right for option in options) < 2:
        raise field.error("must hold at least two with right: true")
    if all(option.right for option in options):
        raise field.error("must hold at least one that is wrong, with a hint")
    for option, item in zip(options, field.items(), strict=True):
        if not option.right and option.hint is None:
            raise item.error("is wrong and needs a hint")
    return ChooseAll(*opening, options, coaching(node))


def order(node: Node) -> Order:
    """Three to five pictures, written in the right order."""
    opening = start(node, "items", "coaching")
    nodes = between(node.field("items"), 3, 5)
    for item in nodes:
        item.only("id", "picture", "say")
    items = tuple(Option(*place(item)) for item in nodes)
    refuse_same_ids(nodes)
    return Order(*opening, items, coaching(node))


def match(node: Node) -> Match:
    """Two to four pairs."""
    opening = start(node, "pairs", "coaching")
    nodes = between(node.field("pairs"), 2, 4)
    pairs = tuple(_pair(each) for each in nodes)
    refuse_same_ids(nodes)
    return Match(*opening, pairs, coaching(node))


def money(node: Node) -> Money:
    """An amount that can be laid."""
    opening = start(node, "amount_fen", "coaching")
    amount = node.field("amount_fen")
    fen = amount.whole_number(_SMALLEST_FEN, _LARGEST_FEN)
    if fen % _SMALLEST_FEN:
        raise amount.error(f"must be a multiple of {_SMALLEST_FEN}, the smallest coin")
    return Money(*opening, fen, coaching(node))


def _options(node: Node, fewest: int, most: int) -> tuple[Option, ...]:
    nodes = between(node, fewest, most)
    options = tuple(_option(option) for option in nodes)
    refuse_same_ids(nodes)
    return options


def _option(node: Node) -> Option:
    node.only("id", "picture", "say", "right", "hint")
    right, hint = node.optional("right"), node.optional("hint")
    is_right = right.flag() if right else False
    if hint and is_right:
        raise hint.error("belongs to wrong options only; a right one is praised")
    return Option(*place(node), is_right, phrase(hint) if hint else None)


def _pair(node: Node) -> Pair:
    node.only("id", "left", "right")
    return Pair(name(node.field("id")), _side(node.field("left")), _side(node.field("right")))


def _side(node: Node) -> Side:
    node.only("picture", "say")
    return Side(*shown(node))
