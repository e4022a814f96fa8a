"""What a learner's events mean for the trainer: a pure fold, a step at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from demo_store.events import OrderPaidOut, ReviewWritten
from kiosk.progress.events import ClipHeard, SignedOut
from kiosk.progress.kinds import Event
from lessons.events import (
    HintGiven,
    LessonCompleted,
    LessonStarted,
    StepAnswered,
    StepCompleted,
    StepEntered,
)

LONGEST_GAP_S: Final = 120.0
"""A longer silence counts as this long: she may have gone to the oven."""

StepKey = tuple[str, str]
"""Lesson id and step id."""


@dataclass(frozen=True, slots=True)
class StepHelp:
    """How a step went, over all times she did it.

    ``tries`` counts answers and ``wrong`` the wrong ones, ``hints`` the help given, ``level`` is
    the strongest help (0-3), ``seconds`` the time in the step, ``done`` whether she
    finished it at least once.
    """

    tries: int = 0
    wrong: int = 0
    hints: int = 0
    level: int = 0
    seconds: float = 0.0
    done: bool = False

    @property
    def needed(self) -> bool:
        """Whether she needed help at all."""
        return self.hints > 0


@dataclass(frozen=True, slots=True)
class LearnerSummary:
    """All a trainer sees of one learner. Money in fen, times in seconds."""

    lessons_done: tuple[str, ...] = ()
    lesson: str | None = None
    step: str | None = None
    """The lesson and step she is in."""
    steps: Mapping[StepKey, StepHelp] = field(default_factory=dict)
    practised_seconds: float = 0.0
    last_seen: datetime | None = None
    orders_paid: int = 0
    income_fen: int = 0
    stars: int = 0
    reviews: int = 0
    sentences: int = 0
    """How many she began to hear, and of them to the end."""
    sentences_whole: int = 0
    last_event: datetime | None = None
    """From here the next gap is measured; None while she is signed out."""

    @property
    def minutes(self) -> int:
        """Whole minutes practised."""
        return int(self.practised_seconds // 60)

    @property
    def heard_whole_percent(self) -> int | None:
        """Of 100 sentences those she heard to their end; None before she heard any."""
        return 100 * self.sentences_whole // self.sentences if self.sentences else None

    @property
    def mean_stars(self) -> float | None:
        """1 to 5, or None without reviews."""
        return self.stars / self.reviews if self.reviews else None

    @property
    def helped_steps(self) -> tuple[StepKey, ...]:
        """The steps that needed help, first met first."""
        return tuple(key for key, step in self.steps.items() if step.needed)


def fold(summary: LearnerSummary, at: datetime | None, event: Event | None) -> LearnerSummary:
    """The summary after one more event of the learner; None stands for one not known here.

    Without ``at`` nobody knows when it was: no time is measured up to it or from it. Costs the same
    however many events came before.
    """
    passed = _with_time(summary, at) if at else replace(summary, last_event=None)
    match event:
        case LessonStarted(lesson):
            return replace(passed, lesson=lesson, step=None)
        case StepEntered(lesson, step):
            return replace(passed, lesson=lesson, step=step)
        case StepAnswered() | HintGiven() | StepCompleted():
            return _with_help(passed, event)
        case LessonCompleted(lesson):
            return _with_lesson_done(passed, lesson)
        case OrderPaidOut(payout_fen=fen):
            return replace(
                passed, orders_paid=passed.orders_paid + 1, income_fen=passed.income_fen + fen
            )
        case ReviewWritten(stars=stars):
            return replace(passed, stars=passed.stars + stars, reviews=passed.reviews + 1)
        case ClipHeard(depth=depth):
            return replace(
                passed,
                sentences=passed.sentences + 1,
                sentences_whole=passed.sentences_whole + (depth == "complete"),
            )
        case SignedOut():
            return replace(passed, last_event=None)
    return passed


def _with_time(summary: LearnerSummary, at: datetime) -> LearnerSummary:
    gap = _gap(summary.last_event, at)
    steps = summary.steps
    if gap and summary.lesson and summary.step:
        key = (summary.lesson, summary.step)
        before = steps.get(key, StepHelp())
        steps = {**steps, key: replace(before, seconds=before.seconds + gap)}
    return replace(
        summary,
        steps=steps,
        practised_seconds=summary.practised_seconds + gap,
        last_seen=max(at, summary.last_seen or at),
        last_event=at,
    )


def _gap(before: datetime | None, at: datetime) -> float:
    # A clock that was set back gives a negative gap: nobody practised backwards.
    passed = (at - before).total_seconds() if before else 0.0
    return min(max(passed, 0.0), LONGEST_GAP_S)


def _with_help(
    summary: LearnerSummary, event: StepAnswered | HintGiven | StepCompleted
) -> LearnerSummary:
    key = (event.lesson, event.step)
    help_so_far = _helped(summary.steps.get(key, StepHelp()), event)
    return replace(summary, steps={**summary.steps, key: help_so_far})


def _helped(step: StepHelp, event: StepAnswered | HintGiven | StepCompleted) -> StepHelp:
    match event:
        case StepAnswered(right=right):
            return replace(step, tries=step.tries + 1, wrong=step.wrong + (not right))
        case HintGiven(level=level):
            return replace(step, hints=step.hints + 1, level=max(step.level, level))
        case StepCompleted():
            return replace(step, done=True)


def _with_lesson_done(summary: LearnerSummary, lesson: str) -> LearnerSummary:
    done = summary.lessons_done
    return replace(
        summary,
        lessons_done=done if lesson in done else (*done, lesson),
        lesson=None,
        step=None,
    )
