"""What somebody answers wrongly to a step of a lesson."""

import random
from typing import Final

from lessons.answering import right_answer
from lessons.course import (
    Answered,
    Choose,
    ChooseAll,
    Find,
    ListenAndRepeat,
    Match,
    Money,
    Order,
    Say,
)

_OFF_BY_FEN: Final = (-500, -100, -50, 50, 100, 500)
_ELSEWHERE: Final = ("store.money", "store.products")


def wrong(step: Answered, rng: random.Random) -> tuple[str, ...]:
    """One that is not right; what is said aloud never is wrong."""
    match step:
        case Choose():
            return (rng.choice([each.id for each in step.options if not each.right]),)
        case ChooseAll():
            return right_answer(step)[1:]
        case Order():
            ids = [each.id for each in step.items]
            place = rng.randrange(len(ids) - 1)
            ids[place], ids[place + 1] = ids[place + 1], ids[place]
            return tuple(ids)
        case Match():
            return step.pairs[0].id, step.pairs[1].id
        case Money():
            off = rng.choice([each for each in _OFF_BY_FEN if step.amount_fen + each > 0])
            return (str(step.amount_fen + off),)
        case Find():
            return (next(each for each in _ELSEWHERE if each != step.target),)
        case Say() | ListenAndRepeat():
            return right_answer(step)
