"""What learners are about to forget, told of many at once: from their summaries alone."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

from kiosk.progress.cards import Learner
from kiosk.progress.practised import PracticeDay, by_day
from kiosk.progress.summary import LearnerSummary
from kiosk.taught import Taught
from lessons.events import REPEAT
from lessons.mastery import Review, due_after

_Days = Mapping[str, tuple[PracticeDay, ...]]
_Times = tuple[tuple[datetime, str], ...]


class KeptDue:
    """What is due by a course; only who did something since is reckoned anew.

    For one thread at a time. It agrees with `kiosk.guidance`, which knows one learner's events.
    """

    def __init__(self, taught: Taught) -> None:
        self._taught = taught
        self._known: dict[str, tuple[_Days, tuple[str, ...], _Times]] = {}

    def of(
        self, people: Iterable[tuple[Learner, LearnerSummary]], now: datetime
    ) -> Mapping[str, str]:
        """For each, by id, who is about to forget something the skill that is longest due."""
        found: dict[str, str] = {}
        for learner, summary in people:
            times = self._of_one(learner.id, summary)
            if times and times[0][0] <= now:
                found[learner.id] = times[0][1]
        return found

    def skills(self, learner: str, summary: LearnerSummary, now: datetime) -> tuple[str, ...]:
        """All that she is about to forget, the one that is longest due first."""
        return tuple(skill for at, skill in self._of_one(learner, summary) if at <= now)

    def _of_one(self, learner: str, summary: LearnerSummary) -> _Times:
        known = self._known.get(learner)
        if known and known[0] is summary.days and known[1] is summary.lessons_done:
            return known[2]
        times = self._reckoned(summary)
        self._known[learner] = (summary.days, summary.lessons_done, times)
        return times

    def _reckoned(self, summary: LearnerSummary) -> _Times:
        """When each skill of the lessons that she finished comes back."""
        skills = dict.fromkeys(filter(None, map(self._skill_of.get, summary.lessons_done)))
        found = ((due_after(self._reviews(summary.days, skill)), skill) for skill in skills)
        return tuple(sorted((at, skill) for at, skill in found if at))

    def _reviews(self, days: _Days, skill: str) -> Iterable[Review]:
        practised = (day for each in self._practised_in[skill] for day in days.get(each, ()))
        return (Review(day.at, day.alone, day.times) for day in by_day(practised))

    @cached_property
    def _skill_of(self) -> Mapping[str, str]:
        """The skills of lessons, by lesson; only those that can be repeated."""
        course = self._taught.course
        can_be_repeated = {skill.id for skill in course.skills() if skill.task}
        return {each.id: each.skill for each in course.lessons() if each.skill in can_be_repeated}

    @cached_property
    def _practised_in(self) -> Mapping[str, tuple[str, ...]]:
        """The lessons, and the repeat, in which a skill is practised."""
        found: dict[str, tuple[str, ...]] = {}
        for lesson, skill in self._skill_of.items():
            found[skill] = (*found.get(skill, (f"{REPEAT}{skill}",)), lesson)
        return found
