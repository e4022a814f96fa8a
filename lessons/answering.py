"""Answers to a step: which ones it takes, and which of them is right.

An answer is the ids of options (choose, choose-all), ids in sequence (order), the laid fen as
digits (money), the identifier that was touched (find), or how it was said aloud (`ALOUD`). Of a
match it is the ids of pairs, a left one and a right one by turns: ``("egg", "hen")``.
"""

from typing import Final

from lessons.course import (
    Choose,
    ChooseAll,
    Find,
    ListenAndRepeat,
    Match,
    Money,
    Option,
    Order,
    Say,
)

RECORDED: Final = "recorded"
SAID: Final = "said"
ALOUD: Final = (RECORDED, SAID)
"""She heard herself, or there was no microphone and she says that she said it."""

Answerable = Choose | ChooseAll | Order | Money | Find | Say | ListenAndRepeat
"""What takes one answer as a whole; a match takes pair by pair."""


def fits(step: Answerable, answer: tuple[str, ...]) -> bool:
    """Whether it is an answer to this step, and no late tap on the step before."""
    match step:
        case Choose() | ChooseAll() | Order():
            return bool(answer) and {each.id for each in _pictures(step)}.issuperset(answer)
        case Money():
            return len(answer) == 1 and answer[0].isascii() and answer[0].isdigit()
        case Find():
            return len(answer) == 1 and "." in answer[0]
        case Say() | ListenAndRepeat():
            return len(answer) == 1 and answer[0] in ALOUD


def is_right(step: Answerable, answer: tuple[str, ...]) -> bool:
    """Whether an answer that fits is right; what is said aloud always is."""
    match step:
        case Choose() | ChooseAll():
            return set(answer) == {option.id for option in step.options if option.right}
        case Order():
            return answer == tuple(item.id for item in step.items)
        case Money():
            return answer == (str(step.amount_fen),)
        case Find():
            return answer == (step.target,)
        case Say() | ListenAndRepeat():
            return True


def right_answer(step: Answerable | Match) -> tuple[str, ...]:
    """The answer that is right."""
    match step:
        case Choose() | ChooseAll():
            return tuple(option.id for option in step.options if option.right)
        case Order():
            return tuple(item.id for item in step.items)
        case Match():
            return tuple(pair.id for pair in step.pairs for _ in ("left", "right"))
        case Money():
            return (str(step.amount_fen),)
        case Find():
            return (step.target,)
        case Say() | ListenAndRepeat():
            return (SAID,)


def _pictures(step: Choose | ChooseAll | Order) -> tuple[Option, ...]:
    return step.items if isinstance(step, Order) else step.options
