"""What waits for a learner besides the next lesson: tests, her own store's mistakes, repeats."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from demo_store.events import StoreEvent
from demo_store.practice.mistakes import mistakes, unmended
from kiosk.progress.practised import Practised
from kiosk.taught import Taught
from lessons.course import Lesson, Skill
from lessons.engine import LessonState
from lessons.events import REPEAT
from lessons.mastery import Attempt, Mastery, due_skills, mastery
from lessons.next_thing import Waiting
from lessons.testing import due_test


def known_skills(taught: Taught, practised: Sequence[Practised]) -> dict[str, Mastery]:
    """What she knows of each skill that she ever practised, in lessons and in repeats."""
    return mastery(
        Attempt(lesson.skill, each.at, each.alone)
        for each in practised
        if (lesson := taught.lesson(each.lesson)) is not None and lesson.skill
    )


def waiting(
    taught: Taught,
    states: Mapping[str, LessonState],
    practised: Sequence[Practised],
    store: Sequence[StoreEvent],
    now: datetime,
) -> Waiting:
    """All that waits, of what her lessons have taught her; ``store`` is what happened there."""
    learned = tuple(_learned(taught, states))
    if not learned:
        return Waiting(tests=_tests(taught, states))
    due = due_skills(known_skills(taught, practised), now)
    by_id = {skill.id: skill for skill in learned}
    return Waiting(
        tests=_tests(taught, states),
        mistakes=_repeats(taught, _mistaken(learned, practised, store)),
        due=_repeats(taught, [by_id[each] for each in due if each in by_id]),
    )


def _learned(taught: Taught, states: Mapping[str, LessonState]) -> Iterator[Skill]:
    """The skills of lessons that she finished: nobody is asked for what she was not taught."""
    finished = {
        lesson.skill
        for lesson in taught.course.lessons()
        if lesson.id in states and states[lesson.id].ever_finished
    }
    return (skill for skill in taught.course.skills() if skill.id in finished and skill.task)


def _tests(taught: Taught, states: Mapping[str, LessonState]) -> tuple[Lesson, ...]:
    due = (due_test(unit, states) for unit in taught.course.units)
    after = [test.id for test in due if test is not None and test.when == "after"]
    return tuple(lesson for each in after if (lesson := taught.lesson(each)) is not None)


def _mistaken(
    learned: Sequence[Skill], practised: Sequence[Practised], store: Sequence[StoreEvent]
) -> list[Skill]:
    """Skills that her store shows she lacks, the latest mistake first."""
    named = [skill for skill in learned if skill.mistakes]
    if not named:
        return []
    found = mistakes(store)
    mended = {each.lesson: each.after for each in practised}  # the last time of each counts
    newest = [
        (at, skill)
        for skill in named
        if (at := unmended(found, skill.mistakes, mended.get(f"{REPEAT}{skill.id}", 0)))
    ]
    return [skill for _, skill in sorted(newest, key=lambda each: -each[0])]


def _repeats(taught: Taught, skills: Sequence[Skill]) -> tuple[Lesson, ...]:
    found = (taught.lesson(f"{REPEAT}{skill.id}") for skill in skills)
    return tuple(lesson for lesson in found if lesson is not None)
