"""What units hold beside their lessons: skills with their minute of doing, and the unit's test."""

import random
import re
from collections.abc import Iterator
from typing import Final

import pytest

from demo_store.engine import apply
from demo_store.practice.beginnings import prepare
from demo_store.store import Store
from kiosk.classroom import IN_VILLAGE
from lessons.course import Practice, Unit
from lessons.course import TestStep as UnitStep
from lessons.phrase import LANGUAGES, Phrase
from tests.content.test_course_content import (
    CATALOGUE,
    LOADED,
    sentences,
    unreached,
    unreached_in_village,
)

UNITS: Final = tuple(unit for unit in LOADED.course.units if unit.skills)
DOING: Final = tuple(
    (unit, step)
    for unit in UNITS
    for step in (*(skill.task for skill in unit.skills), *unit.test)
    if isinstance(step, Practice | UnitStep)
)


def of_unit(value: object) -> str:
    return value.id if isinstance(value, Unit) else ""


def phrases(unit: Unit) -> Iterator[Phrase]:
    """Everything that is said of a unit's skills and in its test."""
    yield unit.title
    for skill in unit.skills:
        yield from (skill.title, *([skill.because] if skill.because else []))
        if task := skill.task:
            coaching = task.coaching
            yield from (task.say, coaching.hint, coaching.hint_with_hand)
            yield from (coaching.demonstration, coaching.praise)
    yield from (step.say for step in unit.test)


@pytest.mark.parametrize("unit", UNITS, ids=of_unit)
def test_every_lesson_of_a_unit_teaches_one_of_its_skills_and_each_skill_is_taught(
    unit: Unit,
) -> None:
    assert sorted(lesson.skill for lesson in unit.lessons) == sorted(s.id for s in unit.skills)


@pytest.mark.parametrize("unit", UNITS, ids=of_unit)
def test_every_skill_has_its_minute_and_every_unit_but_the_first_its_test(unit: Unit) -> None:
    assert all(skill.task for skill in unit.skills)
    assert bool(unit.test) == (unit is not UNITS[0])  # nobody is tested before she can touch


def test_what_went_wrong_leads_to_one_skill() -> None:
    """Who was cheated once is not led to three tasks, two of which are about something else."""
    named = [mistake for skill in LOADED.course.skills() for mistake in skill.mistakes]
    assert len(named) == len(set(named)) > 10


@pytest.mark.parametrize("unit", UNITS, ids=of_unit)
def test_what_is_said_of_a_unit_is_short_and_in_three_languages(unit: Unit) -> None:
    for phrase in phrases(unit):
        assert all(phrase.text(language).strip() for language in LANGUAGES)
        for language in ("ug", "en"):
            for sentence in sentences(phrase, language):
                words = [word for word in sentence.split() if re.search(r"\w", word)]
                assert len(words) <= 14, sentence
        assert all(len(sentence) <= 36 for sentence in sentences(phrase, "zh")), phrase.zh


@pytest.mark.parametrize("kind", sorted(CATALOGUE.kinds))
@pytest.mark.parametrize(("unit", "step"), DOING, ids=of_unit)
def test_what_a_unit_asks_to_be_done_can_be_done(
    unit: Unit, step: Practice | UnitStep, kind: str
) -> None:
    if step.screen == IN_VILLAGE:
        assert unreached_in_village(step, kind) == [], (unit.id, step.id)
        return
    rng, store = random.Random(7), Store()
    for event in prepare(CATALOGUE, store, step.situation, kind, rng):
        store = apply(CATALOGUE, store, event)
    assert unreached(store, step.situation, step.goals, kind, rng) == [], (unit.id, step.id)
