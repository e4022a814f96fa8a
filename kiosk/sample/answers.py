"""What somebody answers to a step of a lesson."""

import random
from typing import Final

from lessons.course import Choose, Money, Order

_OFF_BY_FEN: Final = (-500, -100, -50, 50, 100, 500)


def right(step: Choose | Order | Money) -> tuple[str, ...]:
    """The answer that is right."""
    match step:
        case Choose():
            return tuple(each.id for each in step.options if each.right)
        case Order():
            return tuple(each.id for each in step.items)
        case Money():
            return (str(step.amount_fen),)


def wrong(step: Choose | Order | Money, rng: random.Random) -> tuple[str, ...]:
    """One that is not."""
    match step:
        case Choose():
            return (rng.choice([each.id for each in step.options if not each.right]),)
        case Order():
            ids = [each.id for each in step.items]
            place = rng.randrange(len(ids) - 1)
            ids[place], ids[place + 1] = ids[place + 1], ids[place]
            return tuple(ids)
        case Money():
            off = rng.choice([each for each in _OFF_BY_FEN if step.amount_fen + each > 0])
            return (str(step.amount_fen + off),)
