"""Whether something is known: three of the last four times done alone, whatever came between."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from kiosk.progress.step_help import LATELY, StepHelp, StepKey

Mastery = Literal["new", "helped", "begun", "known"]
"""Not met; only with help lately; alone at least once; known."""
ENOUGH: Final = 3


def lately(steps: Mapping[StepKey, StepHelp], keys: Iterable[StepKey]) -> tuple[bool, ...]:
    """Whether she did these steps alone, the last times she did any of them, oldest first."""
    numbers = [n for key in keys if key in steps for n in steps[key].lately]
    return tuple(n > 0 for n in sorted(numbers, key=abs)[-LATELY:])


def mastery(steps: Mapping[StepKey, StepHelp], keys: Iterable[StepKey]) -> Mastery:
    """How well she knows what these steps practise."""
    keys = tuple(keys)
    alone = lately(steps, keys)
    if sum(alone) >= ENOUGH:
        return "known"
    if any(alone):
        return "begun"
    met = any(steps[key].tries or steps[key].hints for key in keys if key in steps)
    return "helped" if alone or met else "new"
