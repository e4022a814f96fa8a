"""In which order picture answers are shown: mixed, and the same each time she comes back."""

import hashlib

from lessons.course import Choose, ChooseAll, Match, Option, Order, Pair


def shown_order(step: Choose | ChooseAll | Order, seed: str) -> tuple[Option, ...]:
    """The options of a step in the order to show them.

    The same ``seed`` (learner, lesson and round) gives the same order on every tablet, for ever;
    things to be put in sequence never stand in the right order already.
    """
    right_order = step.items if isinstance(step, Order) else step.options
    shown = tuple(sorted(right_order, key=lambda option: _place(seed, step.id, option.id)))
    if isinstance(step, Order) and shown == right_order:
        return (*shown[1:], *shown[:1])
    return shown


def shown_pairs(step: Match, side: str, seed: str) -> tuple[Pair, ...]:
    """The pairs of a step in the order in which those of one ``side`` (left, right) stand.

    Partners do not all stand opposite each other.
    """
    left = tuple(sorted(step.pairs, key=lambda pair: _place(seed, step.id, "left", pair.id)))
    if side == "left":
        return left
    right = tuple(sorted(step.pairs, key=lambda pair: _place(seed, step.id, "right", pair.id)))
    return (*right[1:], *right[:1]) if right == left else right


def mixed(names: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Names in an order that the same ``seed`` gives everywhere, for ever."""
    return tuple(sorted(names, key=lambda name: _place(seed, name)))


def _place(*names: str) -> bytes:
    # A digest, not hash() or random: those differ between runs or may between versions.
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).digest()
