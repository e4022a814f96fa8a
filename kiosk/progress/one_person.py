"""Two cards of one person: which of them is shown, and what both together come to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce

from kiosk.progress.digest import Digest
from kiosk.progress.practised import PracticeDay, by_day
from kiosk.progress.step_help import StepHelp, StepKey, both, moved
from kiosk.progress.summary import LearnerSummary


class SameCards:
    """Which card stands for which; a card that would stand for itself in a ring does not."""

    def __init__(self) -> None:
        self._stands_for: dict[str, str] = {}
        self._stand_for_others: set[str] = set()
        """Asked first, as almost nobody has two cards."""

    def _join(self, learner: str, other: str) -> None:
        if self.shown(learner) != self.shown(other) and other not in self._stands_for:
            self._stands_for[other] = learner
            self._stand_for_others.add(learner)

    def shown(self, learner: str) -> str:
        """The card that is shown for this one."""
        while learner in self._stands_for:
            learner = self._stands_for[learner]
        return learner

    def others(self, learner: str) -> tuple[str, ...]:
        """The cards that this one stands for, first joined first."""
        if learner not in self._stand_for_others:
            return ()
        nearest = [other for other, by in self._stands_for.items() if by == learner]
        return tuple(each for other in nearest for each in (other, *self.others(other)))

    @classmethod
    def of(cls, digests: Mapping[str, Digest]) -> "SameCards":
        """As trainers said it, one after the other; between two journals the clocks tell."""
        cards = cls()
        said = [
            (seat.at, seat.by, seat.seq, learner, other)
            for learner, digest in digests.items()
            for other, seat in digest.same.items()
            if other in digests
        ]
        for *_, learner, other in sorted(said):
            cards._join(learner, other)
        return cards


def together(hers: LearnerSummary, others: Iterable[LearnerSummary]) -> LearnerSummary:
    """What she did under all her cards; the store is that of the first."""
    return reduce(_added, others, hers)


def attended_together(hers: Mapping[str, bool], others: Iterable[Mapping[str, bool]]) -> set[str]:
    """The days (ISO dates) on which she was there; her own card's mark counts most."""
    days: dict[str, bool] = {}
    for each in others:
        days |= {day: present or days.get(day, False) for day, present in each.items()}
    return {day for day, present in (days | dict(hers)).items() if present}


def _added(one: LearnerSummary, other: LearnerSummary) -> LearnerSummary:
    seen = [each for each in (one.last_seen, other.last_seen) if each]
    lately = one if one.lesson else other
    return replace(
        one,
        lessons_done=tuple(dict.fromkeys((*one.lessons_done, *other.lessons_done))),
        lesson=lately.lesson,
        step=lately.step,
        here=lately.here,
        steps=_steps(one.steps, other.steps, other.steps_completed),
        tests={**other.tests, **one.tests},
        days=_days(one.days, other.days),
        steps_completed=one.steps_completed + other.steps_completed,
        practised_seconds=one.practised_seconds + other.practised_seconds,
        last_seen=max(seen, default=None),
        sentences=one.sentences + other.sentences,
        sentences_whole=one.sentences_whole + other.sentences_whole,
    )


def _steps(
    one: Mapping[StepKey, StepHelp], other: Mapping[StepKey, StepHelp], later: int
) -> Mapping[StepKey, StepHelp]:
    """What she did under the first card counts as done after what she did under the other one."""
    every = dict(other)
    for key, step in one.items():
        every[key] = both(step, other[key], later) if key in other else moved(step, later)
    return every


def _days(
    one: Mapping[str, tuple[PracticeDay, ...]], other: Mapping[str, tuple[PracticeDay, ...]]
) -> Mapping[str, tuple[PracticeDay, ...]]:
    return {each: by_day((*other.get(each, ()), *one.get(each, ()))) for each in {**other, **one}}
