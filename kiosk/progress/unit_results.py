"""What the tests of the units show: how many tasks were right before a unit, and after it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.progress.summary import LearnerSummary, TestKey


@dataclass(frozen=True, slots=True)
class Share:
    """So many tasks were ``right`` ``of`` those that were set."""

    right: int = 0
    of: int = 0

    @property
    def part(self) -> float:
        """From 0 to 1; 0 where none was set."""
        return self.right / self.of if self.of else 0.0

    def plus(self, other: "Share", times: int = 1) -> "Share":
        """Both together; ``times`` -1 takes the other away."""
        return Share(self.right + times * other.right, self.of + times * other.of)


@dataclass(frozen=True, slots=True)
class UnitResult:
    """The tests of one unit.

    Who did only one of the two is kept apart: else those who stopped on the way would look as if
    the unit had taught them nothing, or those who went on as if it had taught them everything.
    """

    learners: int = 0
    """How many did tasks both before and after."""
    waiting: int = 0
    """How many did tasks only before."""
    both: tuple[Share, Share] = (Share(), Share())
    """The tasks that the same learner did both times: before, after."""
    single: tuple[Share, Share] = (Share(), Share())
    """All other tasks: before, after."""

    @property
    def shown(self) -> tuple[Share, Share]:
        """What can be compared, before and after; as long as nothing can, what there is."""
        return self.both if self.both[0].of else self.single

    def plus(self, other: "UnitResult", times: int = 1) -> "UnitResult":
        """Both together; ``times`` -1 takes the other away."""
        return UnitResult(
            self.learners + times * other.learners,
            self.waiting + times * other.waiting,
            _sum(self.both, other.both, times),
            _sum(self.single, other.single, times),
        )


def by_unit(tests: Mapping[TestKey, bool]) -> Mapping[str, UnitResult]:
    """Of one learner, by unit id."""
    done: dict[str, tuple[dict[str, bool], dict[str, bool]]] = {}
    for (unit, when, step), right in tests.items():
        done.setdefault(unit, ({}, {}))[when == "after"][step] = right
    return {unit: _compared(*each) for unit, each in done.items()}


@dataclass(slots=True)
class KeptResults:
    """The figures of those who were asked for last: only who changed since is reckoned anew.

    For one thread at a time.
    """

    _known: dict[str, Mapping[TestKey, bool]] = field(default_factory=dict)
    _sums: dict[str, UnitResult] = field(default_factory=dict)

    def of(self, summaries: Mapping[str, LearnerSummary]) -> Mapping[str, UnitResult]:
        """Of all these learners, by id, together; by unit id."""
        for learner in self._known.keys() - summaries.keys():
            self._add(self._known.pop(learner), -1)
        for learner, summary in summaries.items():
            before = self._known.get(learner, {})
            if before is not summary.tests:
                self._add(before, -1)
                self._add(summary.tests, 1)
                self._known[learner] = summary.tests
        return {unit: each for unit, each in self._sums.items() if each != UnitResult()}

    def _add(self, tests: Mapping[TestKey, bool], times: int) -> None:
        for unit, each in by_unit(tests).items():
            self._sums[unit] = self._sums.get(unit, UnitResult()).plus(each, times)


def _compared(before: Mapping[str, bool], after: Mapping[str, bool]) -> UnitResult:
    both = before.keys() & after.keys()
    return UnitResult(
        learners=int(bool(both)),
        waiting=int(not after),
        both=(_share(before, both), _share(after, both)),
        single=(_share(before, before.keys() - both), _share(after, after.keys() - both)),
    )


def _share(done: Mapping[str, bool], steps: set[str]) -> Share:
    return Share(sum(done[each] for each in steps), len(steps))


def _sum(one: tuple[Share, Share], other: tuple[Share, Share], times: int) -> tuple[Share, Share]:
    return one[0].plus(other[0], times), one[1].plus(other[1], times)
