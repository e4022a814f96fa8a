"""What the trainer acts on: skills, hard steps, who is stuck, who was there."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.progress.cards import Learner
from kiosk.progress.course_figures import KeptFigures, lesson_figures, step_figures
from kiosk.progress.skills import Mastery, mastery
from kiosk.progress.step_help import StepHelp
from kiosk.progress.summary import LearnerSummary
from kiosk.progress.today import Row, today

NOW = datetime(2026, 11, 20, 15, tzinfo=timezone(timedelta(hours=6)))
OVEN, ROAD = ("nang", "oven"), ("nang", "road")


@pytest.mark.parametrize(
    ("oven", "road", "expected"),
    [
        ((), (), "new"),
        ((-1,), (), "helped"),
        ((1,), (-2,), "begun"),
        ((1, 3), (2,), "known"),
        ((1, 2), (-3, 4), "known"),
        ((1, 2, 3), (-4, -5), "begun"),
        ((1,), (-2, -3, -4, -5), "helped"),
    ],
)
def test_three_of_the_last_four_times_alone_are_mastery(
    oven: tuple[int, ...], road: tuple[int, ...], expected: Mastery
) -> None:
    steps = {OVEN: StepHelp(lately=oven), ROAD: StepHelp(lately=road)}
    assert mastery(steps, (OVEN, ROAD)) == expected


def test_a_step_that_was_only_looked_at_is_new_and_one_that_failed_is_not() -> None:
    assert mastery({OVEN: StepHelp(seconds=5)}, (OVEN,)) == "new"
    assert mastery({OVEN: StepHelp(tries=1, wrong=1)}, (OVEN,)) == "helped"


@given(st.lists(st.booleans(), max_size=12))
def test_mastery_looks_at_four_times_however_they_fall_on_steps(times: list[bool]) -> None:
    numbers = [n if alone else -n for n, alone in enumerate(times, start=1)]
    steps = {
        OVEN: StepHelp(lately=tuple(numbers[::2])[-4:]),
        ROAD: StepHelp(lately=tuple(numbers[1::2])[-4:]),
    }
    assert (mastery(steps, (OVEN, ROAD)) == "known") == (sum(times[-4:]) >= 3)


STEPS = st.dictionaries(
    st.sampled_from([OVEN, ROAD]),
    st.builds(
        StepHelp,
        done=st.booleans(),
        alone_at_first=st.sampled_from([None, True, False]),
        first_seconds=st.integers(0, 9).map(float),
    ),
)
SUMMARIES = st.builds(
    LearnerSummary,
    steps=STEPS,
    lesson=st.just("nang"),
    step=st.sampled_from([None, "oven"]),
    last_seen=st.sampled_from([None, NOW, NOW - timedelta(days=9)]),
)


@given(st.lists(st.dictionaries(st.sampled_from("abcdef"), SUMMARIES), max_size=5))
def test_figures_that_are_kept_up_are_those_that_are_reckoned_anew(
    asked: list[dict[str, LearnerSummary]],
) -> None:
    kept = KeptFigures()
    for summaries in asked:
        assert kept.of(summaries, NOW) == step_figures(summaries.values(), NOW)


def test_a_step_is_told_over_everybody() -> None:
    def done(alone: bool, seconds: float) -> LearnerSummary:
        step = StepHelp(done=True, alone_at_first=alone, first_seconds=seconds)
        return LearnerSummary(steps={OVEN: step}, lessons_done=("nang",))

    gone = LearnerSummary(
        lesson="nang",
        step="oven",
        steps={OVEN: StepHelp(wrong=3)},
        last_seen=NOW - timedelta(days=8),
    )
    just_here = LearnerSummary(lesson="nang", step="road", last_seen=NOW)
    everybody = [done(True, 10), done(False, 90), done(True, 20), gone, just_here]
    figures = step_figures(everybody, NOW)
    assert set(figures) == {OVEN}
    oven = figures[OVEN]
    assert (oven.tried, oven.done, oven.alone, oven.seconds, oven.left) == (4, 3, 2, 20, 1)
    assert (oven.alone_percent, oven.hardness) == (66, 0.5)
    lesson = lesson_figures(everybody, NOW)["nang"]
    assert (lesson.begun, lesson.done, lesson.left) == (5, 3, 1)


def rows(*people: tuple[str, LearnerSummary], signed_in: str = "") -> tuple[Row, ...]:
    who = [(Learner(name, "ug"), summary) for name, summary in people]
    return today(who, frozenset(signed_in.split()), NOW)


def in_step(seen: datetime, *, failures: int = 0, done: bool = False) -> LearnerSummary:
    here = StepHelp(wrong=failures, done=done)
    return LearnerSummary(lesson="nang", step="oven", here=here, last_seen=seen)


def test_who_failed_twice_in_a_step_is_stuck_on_it() -> None:
    (row,) = rows(("a", in_step(NOW, failures=2)))
    assert (row.why, row.step) == ("stuck", OVEN)
    assert rows(("a", in_step(NOW, failures=1)))[0].why == "here"
    assert rows(("a", in_step(NOW, failures=2, done=True)))[0].why == "here"


def test_three_idle_minutes_in_a_step_tell_where_she_sits_at_a_tablet() -> None:
    long_ago, lately = NOW - timedelta(minutes=3), NOW - timedelta(minutes=2, seconds=59)
    assert rows(("a", in_step(long_ago)), signed_in="a")[0].why == "idle"
    assert rows(("a", in_step(lately)), signed_in="a")[0].why == "here"
    assert rows(("a", in_step(long_ago)))[0].why == "here"
    yesterday = NOW - timedelta(days=1)
    assert rows(("a", in_step(yesterday)), signed_in="a")[0].why == "here"


def test_today_is_the_day_of_the_place_not_of_greenwich() -> None:
    late_last_night = datetime(2026, 11, 19, 17, 59, tzinfo=UTC)  # one minute before midnight here
    assert rows(("a", LearnerSummary(last_seen=late_last_night))) == ()
    assert rows(("a", LearnerSummary(last_seen=late_last_night + timedelta(minutes=1))))


def test_who_was_not_seen_for_a_week_is_told_last_and_longest_first() -> None:
    def away(days: int) -> LearnerSummary:
        return LearnerSummary(last_seen=NOW - timedelta(days=days))

    found = rows(
        ("week", away(7)),
        ("here", LearnerSummary(last_seen=NOW)),
        ("six", away(6)),
        ("month", away(30)),
        ("never", LearnerSummary()),
        ("stuck", in_step(NOW, failures=3)),
    )
    assert [row.learner.id for row in found] == ["stuck", "here", "never", "month", "week"]
    assert [row.why for row in found][2:] == ["away"] * 3


def test_guests_are_nobody_to_look_for() -> None:
    assert today([(Learner("g", "ug", guest=True), LearnerSummary())], frozenset(), NOW) == ()


def test_who_is_about_to_forget_something_is_told_of_wherever_she_is() -> None:
    lately, due = LearnerSummary(last_seen=NOW - timedelta(days=4)), {"a": "pack", "b": "pack"}
    people = [(Learner("a", "ug"), lately), (Learner("b", "ug"), in_step(NOW, failures=2))]
    stuck, row = today(people, frozenset(), NOW, due)
    assert (row.learner.id, row.why, row.due, row.came) == ("a", "due", "pack", False)
    assert (stuck.learner.id, stuck.why, stuck.came) == ("b", "stuck", True)
    gone = LearnerSummary(last_seen=NOW - timedelta(days=8))
    assert today([(Learner("a", "ug"), gone)], frozenset(), NOW, due)[0].why == "away"
