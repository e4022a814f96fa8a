"""How a step went: over all times that a learner did it."""

from dataclasses import dataclass, replace
from typing import Final

from lessons.events import HintGiven, StepAnswered, StepCompleted

StepKey = tuple[str, str]
"""Lesson id and step id."""

LATELY: Final = 4
"""So many times count for whether something is known."""


@dataclass(frozen=True, slots=True)
class StepHelp:
    """``tries`` counts answers and ``wrong`` the wrong ones, ``hints`` the help given.

    ``level`` is the strongest help (0-3), ``seconds`` the time in the step, ``done`` whether she
    finished it at least once.
    """

    tries: int = 0
    wrong: int = 0
    hints: int = 0
    level: int = 0
    seconds: float = 0.0
    done: bool = False
    alone_at_first: bool | None = None
    """Whether her first time was right at once and without help; None before it."""
    first_seconds: float = 0.0
    """The time in the step until it was first done."""
    lately: tuple[int, ...] = ()
    """The last times it was done, as numbers of all that she did; negative where not alone."""

    @property
    def needed(self) -> bool:
        """Whether she needed help at all."""
        return self.hints > 0

    @property
    def failures(self) -> int:
        """Wrong answers, or where there are none to give what went astray or was asked."""
        return max(self.wrong, self.hints)


def helped(
    step: StepHelp, event: StepAnswered | HintGiven | StepCompleted, number: int = 1
) -> StepHelp:
    """After one more event of the step; ``number`` counts the steps that she completed."""
    match event:
        case StepAnswered(right=right):
            return replace(step, tries=step.tries + 1, wrong=step.wrong + (not right))
        case HintGiven(level=level):
            return replace(step, hints=step.hints + 1, level=max(step.level, level))
        case StepCompleted(tries=tries, hints=hints):
            return _completed(step, tries <= 1 and hints == 0, number)


def both(one: StepHelp, other: StepHelp, later: int) -> StepHelp:
    """A step that was done under two cards; ``one`` was done after ``later`` steps of ``other``."""
    first = other if other.done else one
    return StepHelp(
        tries=one.tries + other.tries,
        wrong=one.wrong + other.wrong,
        hints=one.hints + other.hints,
        level=max(one.level, other.level),
        seconds=one.seconds + other.seconds,
        done=one.done or other.done,
        alone_at_first=first.alone_at_first,
        first_seconds=first.first_seconds,
        lately=(*other.lately, *moved(one, later).lately)[-LATELY:],
    )


def moved(step: StepHelp, by: int) -> StepHelp:
    """The same, done after ``by`` other steps."""
    return replace(step, lately=tuple(n + by if n > 0 else n - by for n in step.lately))


def _completed(step: StepHelp, alone: bool, number: int) -> StepHelp:
    lately = (*step.lately, number if alone else -number)[-LATELY:]
    if step.done:
        return replace(step, lately=lately)
    return replace(step, done=True, alone_at_first=alone, first_seconds=step.seconds, lately=lately)
