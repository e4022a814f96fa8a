"""The made-up village is made, and taken away again."""

import heapq
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from kiosk.classroom import Classroom
from kiosk.progress.cards import SAMPLE
from kiosk.progress.events import Attended, GroupNamed, LearnerForgotten
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.sample.people import Person, SampleGroup, groups, people, sample_id
from kiosk.sample.sitting import Acts, Player
from kiosk.sample.weeks import TABLETS, WEEKS, Sitting, local, sittings

_LONGEST_S: Final = 5400.0
"""A sitting of very many events goes faster, so that it ends on its day."""
_USUAL_S: Final = 7.0
"""So long an event takes."""
_CLOSING: Final = time(18)

Done = Callable[[], None]


class SampleClock:
    """Shows the time that it is set to; until then, and again when it is let go, the real one."""

    def __init__(self) -> None:
        self.at: datetime | None = None

    def __call__(self) -> datetime:
        return self.at or datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Plan:
    """``events`` is about how many there shall be; all depends on ``seed`` and ``today`` only."""

    learners: int
    events: int
    seed: int
    today: date


@dataclass(order=True, slots=True)
class _Turn:
    at: datetime
    number: int
    acts: Acts = field(compare=False)
    player: Player | None = field(default=None, compare=False)
    pace: float = field(default=1.0, compare=False)


class Village:
    """Plays a plan on a classroom whose journal runs by ``clock``."""

    def __init__(self, room: Classroom, clock: SampleClock, plan: Plan) -> None:
        self._room = room
        self._clock = clock
        # Those who were forgotten stay forgotten: another village has other people.
        again = sum(each.startswith(SAMPLE) for each in forgotten(room.journal))
        self._rng = random.Random(f"{plan.seed}/{again}")
        self._groups = groups(self._rng)
        kinds = tuple(sorted(room.catalogue.kinds))
        self._people = people(self._rng, plan.learners, WEEKS, kinds, self._groups)
        self._sittings = sittings(self._rng, self._people, plan.today)
        self._tablets = [sample_id(self._rng) for _ in range(TABLETS)]
        self._players = {
            each.id: Player(room, each, random.Random(f"{plan.seed}/{each.id}"))
            for each in self._people
        }
        self._budgets = self._share(plan.events)

    def play(self, one_more: Done = lambda: None) -> None:
        """All of it, in the sequence of its times; ``one_more`` for each event.

        Raises:
            kiosk.progress.errors.NotSaved: what was played until then is there.
        """
        queue = [*self._turns()]
        heapq.heapify(queue)
        while queue:
            turn = heapq.heappop(queue)
            self._clock.at = turn.at
            before = turn.player.events if turn.player else 0
            pause = next(turn.acts, None)
            if pause is not None:
                turn.at += timedelta(seconds=pause * turn.pace)
                heapq.heappush(queue, turn)
            for _ in range(before, turn.player.events if turn.player else 0):
                one_more()
        self._clock.at = None

    def _share(self, events: int) -> dict[str, float]:
        """How many events everybody has in the end: the diligent more."""
        whole = sum(each.diligence for each in self._people)
        return {each.id: events * each.diligence / whole for each in self._people}

    def _turns(self) -> Iterator[_Turn]:
        left = Counter(each.person.id for each in self._sittings)
        first = self._sittings[0].at - timedelta(hours=1)
        yield _Turn(first, 0, self._begin(self._groups))
        for number, each in enumerate(self._sittings, start=1):
            share = self._budgets[each.person.id] / left[each.person.id]
            pace = min(1.0, _LONGEST_S / (share * _USUAL_S))
            player = self._players[each.person.id]
            yield _Turn(each.at, number, self._sit(each, left), player, pace)
        meetings: defaultdict[date, list[Person]] = defaultdict(list)
        for each in self._sittings:
            if each.meeting:
                meetings[each.at.astimezone().date()].append(each.person)
        for number, (day, came) in enumerate(sorted(meetings.items()), start=len(self._sittings)):
            yield _Turn(local(day, _CLOSING), number, self._mark(day, came))

    def _begin(self, of: tuple[SampleGroup, ...]) -> Acts:
        self._room.write_for_tablet([GroupNamed(each.id, each.name, each.picture) for each in of])
        yield from ()

    def _sit(self, sitting: Sitting, left: Counter[str]) -> Acts:
        her = sitting.person.id
        player = self._players[her]
        missing = self._budgets[her] - player.events
        until = player.events + round(missing / left[her])
        left[her] -= 1
        yield from player.sitting(self._tablets[sitting.tablet], until)

    def _mark(self, day: date, came: list[Person]) -> Acts:
        """The trainer taps the pictures of those who were there, and now and then misses one."""
        for person in came:
            if self._room.records.learner(person.id) and self._rng.random() < 0.97:
                marked = Attended(person.id, day.isoformat(), True)
                self._room.write_for_tablet([marked])
                yield 2.0


def forgotten(journal: Journal) -> list[str]:
    """The ids of all who were forgotten."""
    events = (each.event() for each in journal.tablet_envelopes)
    return [each.learner for each in events if isinstance(each, LearnerForgotten)]


def samples(journal: Journal) -> list[str]:
    """The ids of all made-up people that the journal knows."""
    return [each for each in journal.learners if each.startswith(SAMPLE)]


def remove(journal: Journal, records: Records, one_more: Done = lambda: None) -> int:
    """Forget all made-up people and their groups; how many people that were. Raises NotSaved."""
    gone = samples(journal)
    for each in gone:
        journal.forget(each)
        one_more()
    made_up = [each.id for each in records.groups if each.id.startswith(SAMPLE)]
    journal.append(None, [GroupNamed(each) for each in made_up])
    return len(gone)
