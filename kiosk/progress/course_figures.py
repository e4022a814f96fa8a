"""How a step goes for everybody together: where the course itself is too hard, or is left."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
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
    tried: defaultdict[StepKey, list[StepHelp]] = defaultdict(list)
    left: defaultdict[StepKey, int] = defaultdict(int)
    for summary in summaries:
        for key, step in summary.steps.items():
            tried[key].append(step)
        if here := left_at(summary, now):
            left[here] += 1
    keys = (*tried, *(key for key in left if key not in tried))
    return {key: _figures(tried.get(key, []), left.get(key, 0)) for key in keys}


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


def _figures(steps: list[StepHelp], left: int) -> StepFigures:
    seconds = [step.first_seconds for step in steps if step.done]
    return StepFigures(
        tried=len(steps),
        done=len(seconds),
        alone=sum(step.alone_at_first is True for step in steps),
        seconds=median(seconds) if seconds else None,
        left=left,
    )
