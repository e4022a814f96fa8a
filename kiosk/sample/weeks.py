"""When people of the made-up village come: meetings of their groups, and hours of their own."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from kiosk.sample.people import Person

WEEKS: Final = 6
_MEETING: Final = time(10)
_EARLIEST_H, _LATEST_H = 9, 16
"""Hours in which who comes alone begins."""
_COMES_ALONE: Final = 0.4
TABLETS: Final = 6
_TURN: Final = timedelta(minutes=25)
"""In a meeting one after the other has a tablet."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Somebody comes to a tablet ``at`` an aware time; ``last`` of all her sittings or not."""

    at: datetime
    person: Person
    tablet: int
    meeting: bool


def sittings(rng: random.Random, people: Sequence[Person], today: date) -> list[Sitting]:
    """All sittings of the weeks before ``today``, in sequence; everybody has one at least."""
    first = today - timedelta(weeks=WEEKS)
    found: list[Sitting] = []
    for number in range(WEEKS):
        found += _week(rng, people, first + timedelta(weeks=number), number)
    came = {each.person.id for each in found}
    late = [each for each in people if each.id not in came]
    found += [_alone(rng, each, first + timedelta(days=rng.randrange(7))) for each in late]
    return sorted(found, key=lambda each: (each.at, each.person.id))


def local(day: date, at: time) -> datetime:
    """A time of this machine's place, as UTC."""
    return datetime.combine(day, at).astimezone(UTC)


def _week(
    rng: random.Random, people: Sequence[Person], monday: date, number: int
) -> Iterable[Sitting]:
    """The seven days from ``monday``, whatever weekday that is."""
    turns: dict[str, int] = {}
    for person in people:
        if number >= person.stays_weeks:
            continue
        if person.group and rng.random() < person.diligence:
            turn = turns[person.group.id] = turns.get(person.group.id, -1) + 1
            day = _weekday(monday, person.group.weekday)
            late = timedelta(seconds=rng.randrange(300))
            at = local(day, _MEETING) + turn // TABLETS % 8 * _TURN + late
            yield Sitting(at, person, turn % TABLETS, True)
        if rng.random() < _COMES_ALONE * person.diligence:
            yield _alone(rng, person, monday + timedelta(days=rng.randrange(7)))


def _alone(rng: random.Random, person: Person, day: date) -> Sitting:
    hour = time(rng.randint(_EARLIEST_H, _LATEST_H), rng.randrange(60), rng.randrange(60))
    return Sitting(local(day, hour), person, rng.randrange(TABLETS), False)


def _weekday(first: date, weekday: int) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7)
