"""The one thing a learner is invited to next."""

from lessons.course import Course, Lesson, Tell, Unit
from lessons.next_thing import NextThing, next_thing
from lessons.phrase import same_in_all
from lessons.state import LessonState

SAY = same_in_all("words")


def lesson(name: str) -> Lesson:
    return Lesson(name, SAY, name, (Tell("one", "one", SAY),), SAY)


A, B, C = lesson("a"), lesson("b"), lesson("c")
COURSE = Course((Unit("first", SAY, "first", (A, B)), Unit("second", SAY, "second", (C,))))


def under_way(name: str) -> LessonState:
    return LessonState(name, "one", tries=1)


def looked_into(name: str) -> LessonState:
    return LessonState(name, "one")


def done(name: str) -> LessonState:
    return LessonState(name, "one", completed_step=True, finished=True, times_finished=1)


def test_a_new_learner_is_invited_to_the_first_lesson() -> None:
    assert next_thing(COURSE, {}) == NextThing("lesson", A)


def test_a_lesson_under_way_comes_before_all_others() -> None:
    assert next_thing(COURSE, {"c": under_way("c")}) == NextThing("resume", C)


def test_of_two_lessons_under_way_the_last_started_comes_first() -> None:
    states = {"b": under_way("b"), "a": under_way("a")}
    assert next_thing(COURSE, states) == NextThing("resume", A)


def test_the_first_lesson_that_is_not_finished_comes_next_across_units() -> None:
    assert next_thing(COURSE, {"b": done("b"), "a": done("a")}) == NextThing("lesson", C)


def test_who_finished_everything_is_invited_to_the_store() -> None:
    states = {name: done(name) for name in ("a", "b", "c")}
    assert next_thing(COURSE, states) == NextThing("store")


def test_a_lesson_begun_again_for_pleasure_does_not_hold_her_back() -> None:
    again = LessonState("a", "one", times_finished=1)
    assert next_thing(COURSE, {"a": again}) == NextThing("lesson", B)
    everything = {"b": done("b"), "c": done("c"), "a": again}
    assert next_thing(COURSE, everything) == NextThing("store")


def test_a_lesson_that_is_no_more_in_the_course_is_forgotten() -> None:
    assert next_thing(COURSE, {"gone": under_way("gone")}) == NextThing("lesson", A)


def test_an_empty_course_leads_to_the_store() -> None:
    assert next_thing(Course(), {}) == NextThing("store")


def test_a_lesson_that_was_only_looked_into_does_not_lead_past_those_before_it() -> None:
    assert next_thing(COURSE, {"a": done("a"), "c": looked_into("c")}) == NextThing("lesson", B)
    both = {"a": done("a"), "b": done("b"), "c": looked_into("c")}
    assert next_thing(COURSE, both) == NextThing("resume", C)
