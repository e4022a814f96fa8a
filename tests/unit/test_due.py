"""What is due, told from summaries: the same as from all that a learner ever did."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.due import KeptDue
from kiosk.guidance import known_skills
from kiosk.progress.cards import Learner
from kiosk.progress.practised import Practised
from kiosk.progress.summary import LearnerSummary, fold
from kiosk.taught import Taught
from lessons.events import LessonCompleted, StepCompleted
from lessons.loader import load_course
from tests.every_kind import every_kind

START = datetime(2026, 3, 2, 20, tzinfo=UTC)
HER = Learner("her", "ug")
REPEAT = "again--know-the-way"
DONE = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", REPEAT]),
        st.one_of(st.none(), st.integers(0, 40 * 24)),
        st.booleans(),
    ),
    max_size=12,
)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Taught:
    folder: Path = tmp_path_factory.mktemp("course")
    return Taught(load_course(every_kind(folder, "one", "two")).course)


def summary_of(done: list[tuple[str, int | None, bool]]) -> LearnerSummary:
    """``done``: lesson, hours after the start, alone."""
    summary = fold(LearnerSummary(), START, LessonCompleted("one"))
    for lesson, hours, alone in done:
        at = None if hours is None else START + timedelta(hours=hours)
        summary = fold(summary, at, StepCompleted(lesson, "step", 1 if alone else 2, 0))
    return summary


@given(DONE, st.integers(0, 3000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_due_from_a_summary_is_what_is_due_from_every_step_done(
    taught: Taught, done: list[tuple[str, int | None, bool]], hours: int
) -> None:
    now = START + timedelta(hours=hours)
    practised = [
        Practised(lesson, None if at is None else START + timedelta(hours=at), alone, 0)
        for lesson, at, alone in done
    ]
    known = known_skills(taught, practised)
    due = tuple(skill for skill, each in known.items() if each.is_due(now))
    assert KeptDue(taught).skills("her", summary_of(done), now) == due


def test_nobody_is_due_for_what_she_was_not_taught(taught: Taught) -> None:
    begun = fold(LearnerSummary(), START, StepCompleted("one", "step", 1, 0))
    assert KeptDue(taught).of([(HER, begun)], START + timedelta(days=99)) == {}


def test_who_repeated_it_is_due_no_more(taught: Taught) -> None:
    due, now = KeptDue(taught), START + timedelta(days=30)
    learned = fold(summary_of([]), START, StepCompleted("one", "step", 1, 0))
    assert due.of([(HER, learned)], START) == {}
    assert due.of([(HER, learned)], now) == {"her": "know-the-way"}
    repeated = fold(learned, now, StepCompleted(REPEAT, "task", 1, 0))
    assert due.of([(HER, repeated)], now) == {}
