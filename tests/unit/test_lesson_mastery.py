"""What is known of a skill and when it comes back: from what she did alone, and on which days."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from lessons.mastery import Attempt, Mastery, due_skills, mastery

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def times(*alone: bool, at: datetime | None = START, skill: str = "pack") -> list[Attempt]:
    return [
        Attempt(skill, at + timedelta(minutes=n) if at else None, one)
        for n, one in enumerate(alone)
    ]


def of(*attempts: list[Attempt]) -> Mastery:
    return mastery(each for some in attempts for each in some)["pack"]


@pytest.mark.parametrize(
    ("alone", "known"),
    [
        ((True, True), False),
        ((True, True, True), True),
        ((True, False, True, True), True),
        ((True, True, True, False, False), False),
        ((False, False, True, True, True), True),
        ((True, False, True, False), False),
    ],
)
def test_a_skill_is_known_after_three_of_the_last_four_times_alone(
    alone: tuple[bool, ...], known: bool
) -> None:
    assert of(times(*alone)).is_known is known


def test_what_was_never_practised_is_no_skill_of_hers() -> None:
    assert mastery([]) == {}


def test_a_skill_comes_back_after_days_and_not_on_the_same_day() -> None:
    known = of(times(True, True, True))
    assert not known.is_due(START + timedelta(hours=12))
    assert known.is_due(START + timedelta(days=30))


def test_each_time_that_it_was_remembered_it_stays_longer() -> None:
    due = [of(times(True)).due]
    attempts = times(True)
    for _ in range(3):
        last = due[-1]
        assert last is not None
        attempts += times(True, at=last)
        due.append(of(attempts).due)
    gaps = [later - before for before, later in pairwise(due) if later and before]
    assert gaps == sorted(gaps) and gaps[0] < gaps[-1]


def test_what_needed_help_comes_back_sooner() -> None:
    alone, helped, lost = (
        of(times(*each)).due for each in ((True,) * 4, (True, True, False, False), (False,) * 4)
    )
    assert alone and helped and lost
    assert lost <= helped <= alone and lost < alone


def test_the_steps_of_one_lesson_are_one_day_of_practice() -> None:
    assert of(times(True)).due == of(times(True)[:1]).due
    many, one = of(times(*[True] * 8)).due, of(times(True)).due
    assert many and one and many - one < timedelta(hours=1)


def test_a_time_that_nobody_knows_counts_for_what_is_known_and_not_for_when() -> None:
    unknown = of(times(True, True, True, at=None))
    assert unknown.is_known and unknown.due is None
    assert not unknown.is_due(START + timedelta(days=999))


def test_the_same_past_gives_the_same_day() -> None:
    attempts = times(True, False, True) + times(True, at=START + timedelta(days=9))
    assert of(attempts) == of(attempts)


def test_the_skill_that_is_longest_due_comes_first() -> None:
    later, timeless = times(True, at=START + timedelta(days=1)), times(True, at=None, skill="x")
    known = mastery([*later, *times(True, skill="ask"), *timeless])
    assert due_skills(known, START) == ()
    assert due_skills(known, START + timedelta(days=99)) == ("ask", "pack")
