"""In which order picture answers are shown: mixed, and the same each time she comes back."""

import hashlib

from lessons.course import Choose, Option, Order


def shown_order(step: Choose | Order, seed: str) -> tuple[Option, ...]:
    """The options of a step in the order to show them.

    The same ``seed`` (learner, lesson and round) gives the same order on every tablet, for ever;
    things to be put in sequence never stand in the right order already.
    """
    right_order = step.options if isinstance(step, Choose) else step.items
    shown = tuple(sorted(right_order, key=lambda option: _place(seed, step.id, option.id)))
    if isinstance(step, Order) and shown == right_order:
        return (*shown[1:], *shown[:1])
    return shown


def _place(*names: str) -> bytes:
    # A digest, not hash() or random: those differ between runs or may between versions.
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).digest()
