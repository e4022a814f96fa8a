"""What a learner's events mean for the trainer: a pure fold, a step at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from demo_store.events import (
    OrderDeclined,
    OrderLapsed,
    OrderPaidOut,
    OrderPlaced,
    OrderShipped,
    ReviewWritten,
)
from kiosk.progress.events import ClipHeard, SignedOut
from kiosk.progress.kinds import Event
from kiosk.progress.practised import PracticeDay, with_time
from kiosk.progress.step_help import StepHelp, StepKey, helped
from lessons.events import (
    REPEAT,
    HintGiven,
    LessonCompleted,
    LessonStarted,
    StepAnswered,
    StepCompleted,
    StepEntered,
    TestStepEnded,
    When,
)

__all__ = ("LearnerSummary", "StepHelp", "StepKey", "fold")

TestKey = tuple[str, When, str]
"""Unit id, whether before it or after it, and step id."""

LONGEST_GAP_S: Final = 120.0
"""A longer silence counts as this long: she may have gone to the oven."""


@dataclass(frozen=True, slots=True)
class LearnerSummary:
    """All a trainer sees of one learner. Money in fen, times in seconds."""

    lessons_done: tuple[str, ...] = ()
    lesson: str | None = None
    step: str | None = None
    """The lesson and step she is in."""
    here: StepHelp = field(default_factory=StepHelp)
    """How that step goes this time."""
    steps: Mapping[StepKey, StepHelp] = field(default_factory=dict)
    tests: Mapping[TestKey, bool] = field(default_factory=dict)
    """Which steps of the units' tests she did without help, and which she did not know."""
    days: Mapping[str, tuple[PracticeDay, ...]] = field(default_factory=dict)
    """When each lesson, or repeat, was practised: what is due is reckoned from it."""
    steps_completed: int = 0
    practised_seconds: float = 0.0
    last_seen: datetime | None = None
    orders_paid: int = 0
    income_fen: int = 0
    orders_due: Mapping[str, int] = field(default_factory=dict)
    """The day by which an order has to be sent, of those that were not yet."""
    orders_sent: int = 0
    orders_in_time: int = 0
    """Orders that were sent or waited too long, and of them those that were sent in time."""
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
    def in_time_percent(self) -> int | None:
        """Of 100 orders those that were sent in time; None before there were any."""
        return 100 * self.orders_in_time // self.orders_sent if self.orders_sent else None

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
            return replace(passed, lesson=lesson, step=None, here=StepHelp())
        case StepEntered(lesson, step):
            return replace(passed, lesson=lesson, step=step, here=StepHelp())
        case StepCompleted():
            return _with_help(_with_practice(passed, at, event), event)
        case StepAnswered() | HintGiven():
            return _with_help(passed, event)
        case LessonCompleted(lesson):
            return _with_lesson_done(passed, lesson)
        case TestStepEnded(unit, when, step, right):
            return replace(passed, tests={**passed.tests, (unit, when, step): right})
        case ClipHeard(depth=depth):
            return replace(
                passed,
                sentences=passed.sentences + 1,
                sentences_whole=passed.sentences_whole + (depth == "complete"),
            )
        case SignedOut():
            return replace(passed, last_event=None)
    return _with_store(passed, event)


def _with_store(summary: LearnerSummary, event: Event | None) -> LearnerSummary:
    match event:
        case OrderPlaced(order=order, due_day=due):
            return replace(summary, orders_due={**summary.orders_due, order: due})
        case OrderDeclined(order=order):
            return replace(summary, orders_due=_without(summary.orders_due, order))
        case OrderShipped(order=order, day=day):
            return _sent(summary, order, day)
        case OrderLapsed(order=order):
            return _sent(summary, order, None)
        case OrderPaidOut(payout_fen=fen):
            return replace(
                summary, orders_paid=summary.orders_paid + 1, income_fen=summary.income_fen + fen
            )
        case ReviewWritten(stars=stars):
            return replace(summary, stars=summary.stars + stars, reviews=summary.reviews + 1)
    return summary


def _sent(summary: LearnerSummary, order: str, day: int | None) -> LearnerSummary:
    """An order went on a ``day`` of her store, or with None never."""
    due = summary.orders_due.get(order)
    in_time = day is not None and due is not None and day <= due
    return replace(
        summary,
        orders_due=_without(summary.orders_due, order),
        orders_sent=summary.orders_sent + (due is not None),
        orders_in_time=summary.orders_in_time + in_time,
    )


def _without(due: Mapping[str, int], order: str) -> Mapping[str, int]:
    return {key: day for key, day in due.items() if key != order}


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
    number = summary.steps_completed + isinstance(event, StepCompleted)
    step = helped(summary.steps.get(key, StepHelp()), event, number)
    here = summary.here
    return replace(
        summary,
        steps={**summary.steps, key: step},
        steps_completed=number,
        here=helped(here, event) if key == (summary.lesson, summary.step) else here,
    )


def _with_practice(
    summary: LearnerSummary, at: datetime | None, event: StepCompleted
) -> LearnerSummary:
    if at is None:
        return summary
    alone = event.tries <= 1 and event.hints == 0
    days = with_time(summary.days.get(event.lesson, ()), at, alone)
    return replace(summary, days={**summary.days, event.lesson: days})


def _with_lesson_done(summary: LearnerSummary, lesson: str) -> LearnerSummary:
    done = summary.lessons_done
    again = lesson in done or lesson.startswith(REPEAT)
    return replace(
        summary,
        lessons_done=done if again else (*done, lesson),
        lesson=None,
        step=None,
        here=StepHelp(),
    )
