"""What counts as a skill: what a lesson names, else what it does in one way."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.skills import skills_of
from lessons.course import Course, Doing
from lessons.loader import load_course
from tests.every_kind import LESSON, every_kind


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return load_course(every_kind(tmp_path)).course


def test_a_lesson_that_names_its_skill_practises_it_in_all_its_steps(course: Course) -> None:
    (skill,) = skills_of(course)
    lesson = course.lesson(LESSON)
    assert lesson is not None and skill.kind == "lesson"
    done = [(LESSON, step.id) for step in lesson.steps if isinstance(step, Doing)]
    assert list(skill.steps) == [*done, ("again--know-the-way", "task")]


def test_any_other_lesson_has_a_skill_for_each_way_of_doing(course: Course) -> None:
    (unit,) = course.units
    nameless = tuple(replace(lesson, skill="") for lesson in unit.lessons)
    skills = skills_of(Course((replace(unit, lessons=nameless),)))
    assert [skill.kind for skill in skills] == ["choose", "order", "money", "practice"]
    steps = [key for skill in skills for key in skill.steps]
    assert len(steps) == len(set(steps)) == sum(isinstance(s, Doing) for s in nameless[0].steps)
