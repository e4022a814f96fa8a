"""How a step goes for everybody together: where the course itself is too hard, or is left."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from kiosk.progress.step_help import StepHelp, StepKey
from kiosk.progress.summary import LearnerSummary

LEFT_AFTER: Final = timedelta(days=7)
"""Who was not seen for so long has left the step that she is in."""


@dataclass(frozen=True, slots=True)
class StepFigures:
    """``tried`` learners tried a step, ``done`` finished it, ``alone`` of them at first and alone.

    ``seconds`` is the median of the time until it was first done, None before anybody did it;
    ``left`` learners stopped there and did not come back.
    """

    tried: int
    done: int
    alone: int
    seconds: float | None
    left: int

    @property
    def alone_percent(self) -> int | None:
        """Of 100 who finished it those who did so alone at once; None before anybody did."""
        return 100 * self.alone // self.done if self.done else None

    @property
    def hardness(self) -> float:
        """From 0 to 1: the share of those who tried it and did not do it alone at once."""
        return 1 - self.alone / self.tried if self.tried else 0.0


@dataclass(frozen=True, slots=True)
class LessonFigures:
    """``begun`` learners began a lesson, ``done`` finished it, ``left`` stopped in it."""

    begun: int
    done: int
    left: int


def step_figures(
    summaries: Iterable[LearnerSummary], now: datetime
) -> Mapping[StepKey, StepFigures]:
    """Every step that anybody tried."""
    return KeptFigures().of({str(place): each for place, each in enumerate(summaries)}, now)


@dataclass(slots=True)
class _Sums:
    """What all who tried a step come to."""

    tried: int = 0
    alone: int = 0
    seconds: list[float] = field(default_factory=list)
    """Of each who did it the time until then, the shortest first."""

    def add(self, step: StepHelp) -> None:
        self.tried += 1
        self.alone += step.alone_at_first is True
        if step.done:
            insort(self.seconds, step.first_seconds)

    def take_away(self, step: StepHelp) -> None:
        self.tried -= 1
        self.alone -= step.alone_at_first is True
        if step.done:
            del self.seconds[bisect_left(self.seconds, step.first_seconds)]

    def figures(self, left: int) -> StepFigures:
        seconds = _median(self.seconds) if self.seconds else None
        return StepFigures(self.tried, len(self.seconds), self.alone, seconds, left)


class KeptFigures:
    """The figures of those who were asked for last: only what changed since is reckoned anew.

    For one thread at a time.
    """

    def __init__(self) -> None:
        self._known: dict[str, Mapping[StepKey, StepHelp]] = {}
        self._sums: dict[StepKey, _Sums] = {}

    def of(
        self, summaries: Mapping[str, LearnerSummary], now: datetime
    ) -> Mapping[StepKey, StepFigures]:
        """Every step that any of these learners, by id, tried."""
        gone = self._known.keys() - summaries.keys()
        if len(gone) > len(self._known) // 2:  # others are asked for: beginning anew is less work
            self._known, self._sums, gone = {}, {}, set()
        for learner in gone:
            self._change(self._known.pop(learner), {})
        for learner, summary in summaries.items():
            before = self._known.get(learner, {})
            if before is not summary.steps:
                self._change(before, summary.steps)
                self._known[learner] = summary.steps
        left = Counter(filter(None, (left_at(each, now) for each in summaries.values())))
        keys = dict.fromkeys((*(key for key, sums in self._sums.items() if sums.tried), *left))
        return {key: self._sums.get(key, _Sums()).figures(left[key]) for key in keys}

    def _change(
        self, before: Mapping[StepKey, StepHelp], after: Mapping[StepKey, StepHelp]
    ) -> None:
        for key, step in before.items():
            if after.get(key) is not step:
                self._sums[key].take_away(step)
        for key, step in after.items():
            if before.get(key) is not step:
                self._sums.setdefault(key, _Sums()).add(step)


def lesson_figures(
    summaries: Iterable[LearnerSummary], now: datetime
) -> Mapping[str, LessonFigures]:
    """Every lesson that anybody began."""
    begun: defaultdict[str, int] = defaultdict(int)
    done: defaultdict[str, int] = defaultdict(int)
    left: defaultdict[str, int] = defaultdict(int)
    for summary in summaries:
        here = {summary.lesson} if summary.lesson else set()
        for lesson in {key[0] for key in summary.steps} | {*summary.lessons_done} | here:
            begun[lesson] += 1
        for lesson in summary.lessons_done:
            done[lesson] += 1
        if at := left_at(summary, now):
            left[at[0]] += 1
    return {each: LessonFigures(begun[each], done[each], left[each]) for each in begun}


def left_at(summary: LearnerSummary, now: datetime) -> StepKey | None:
    """The step in which she stopped for good, as it seems."""
    if not summary.lesson or not summary.step or summary.last_seen is None:
        return None
    return (summary.lesson, summary.step) if now - summary.last_seen >= LEFT_AFTER else None


def _median(ordered: Sequence[float]) -> float:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
