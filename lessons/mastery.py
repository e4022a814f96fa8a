"""What somebody knows of each skill, and when she will have forgotten it: a pure fold.

A skill is known after three of the last four times alone. When it comes back is reckoned by FSRS
from one review a day: the doing steps of one lesson are no separate days of practice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Final

from fsrs import Card, Rating, Scheduler

ENOUGH: Final = 3
LATELY: Final = 4

# Without chance, and without the minutes in which words are learned by heart: a lesson is a day's.
_SCHEDULER: Final = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A time at which something of a skill was done; ``alone`` at once and without help.

    ``at`` is aware, or None where nobody knows when it was.
    """

    skill: str
    at: datetime | None
    alone: bool


@dataclass(frozen=True, slots=True)
class Review:
    """A day on which a skill was practised: so many ``times``, ``alone`` of them, at last ``at``.

    ``at`` is aware, in UTC.
    """

    at: datetime
    alone: int
    times: int


@dataclass(frozen=True, slots=True)
class Mastery:
    """How well a skill is known; ``lately`` are the last four times, ``due`` is when it comes back.

    ``due`` is None where no time is known.
    """

    lately: tuple[bool, ...]
    due: datetime | None

    @property
    def is_known(self) -> bool:
        """Three of the last four times alone."""
        return sum(self.lately) >= ENOUGH

    def is_due(self, now: datetime) -> bool:
        """Whether she is about to forget it."""
        return self.due is not None and self.due <= now


def mastery(attempts: Iterable[Attempt]) -> dict[str, Mastery]:
    """What is known of each skill that was ever practised; attempts oldest first."""
    of_each: defaultdict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        of_each[attempt.skill].append(attempt)
    return {skill: _of(each) for skill, each in of_each.items()}


def due_skills(known: dict[str, Mastery], now: datetime) -> tuple[str, ...]:
    """The skills that are about to be forgotten, the one that is longest due first."""
    due = [(each.due, skill) for skill, each in known.items() if each.due and each.is_due(now)]
    return tuple(skill for _, skill in sorted(due))


def due_after(reviews: Iterable[Review]) -> datetime | None:
    """When a skill comes back after these days, the earliest first; None after none."""
    turns: list[tuple[Rating, int]] = []
    last: datetime | None = None
    for review in reviews:
        turns.append((_rating(review), (review.at - last).days if last else 0))
        last = review.at
    return last + _interval(tuple(turns)) if last else None


def _of(attempts: Sequence[Attempt]) -> Mastery:
    lately = tuple(attempt.alone for attempt in attempts[-LATELY:])
    return Mastery(lately, due_after(_reviews(attempts)))


def _reviews(attempts: Sequence[Attempt]) -> Iterator[Review]:
    timed = [(each.at, each.alone) for each in attempts if each.at is not None]
    for _, day in groupby(sorted(timed, key=lambda each: each[0]), key=lambda each: _day(each[0])):
        times = list(day)
        yield Review(times[-1][0], sum(alone for _, alone in times), len(times))


def _day(at: datetime) -> date:
    return at.date()


def _rating(review: Review) -> Rating:
    """All of a day alone was well remembered, less than half of it was not."""
    if review.alone == review.times:
        return Rating.Good
    return Rating.Hard if 2 * review.alone >= review.times else Rating.Again


@lru_cache(maxsize=8192)
def _interval(turns: tuple[tuple[Rating, int], ...]) -> timedelta:
    """How long after the last of these reviews; each with the whole days since the one before.

    FSRS looks at nothing else of the times, and most people's reviews are like those of others.
    """
    at = datetime(2024, 1, 1, tzinfo=UTC)
    card = Card(card_id=0, due=at)
    for rating, days in turns:
        at += timedelta(days=days)
        card, _ = _SCHEDULER.review_card(card, rating, at)
    return card.due - at
