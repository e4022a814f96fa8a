"""All that is shown as a lesson: those of the course, the tests of its units, and repeats."""

from functools import cached_property

from lessons import engine, testing
from lessons.course import Course, Lesson, Skill
from lessons.engine import LessonState
from lessons.events import REPEAT, LessonEvent, TestEvent
from lessons.testing import TestCommand, UnitTest


class Taught:
    """What can be taught of a ``course``: each by its id, and what happens in it."""

    def __init__(self, course: Course) -> None:
        self.course = course

    @cached_property
    def _tests(self) -> dict[str, UnitTest]:
        every = (testing.tests(unit) for unit in self.course.units)
        return {test.id: test for tests in every for test in tests}

    @cached_property
    def _lessons(self) -> dict[str, Lesson]:
        repeats = [repeat for skill in self.course.skills() if (repeat := repeat_of(skill))]
        tests = [test.lesson for test in self._tests.values()]
        return {each.id: each for each in (*self.course.lessons(), *repeats, *tests)}

    def lesson(self, lesson_id: str) -> Lesson | None:
        """The lesson, repeat or test of this id, or None where there is none (any more)."""
        return self._lessons.get(lesson_id)

    def is_test(self, lesson_id: str) -> bool:
        """Whether it is a test: no help, no praise, no mistake."""
        return lesson_id in self._tests

    def handle(
        self, lesson: Lesson, state: LessonState | None, command: TestCommand
    ) -> tuple[LessonEvent | TestEvent, ...]:
        """What happens by a command; those that only a test knows mean nothing elsewhere."""
        test = self._tests.get(lesson.id)
        if test is not None:
            return testing.handle(test, state, command)
        if isinstance(command, testing.GiveUp | testing.Skip):
            return ()
        return engine.handle(lesson, state, command)

    def apply(
        self, state: LessonState | None, event: LessonEvent | TestEvent
    ) -> LessonState | None:
        """The state after an event; of what is not taught any more it stays."""
        lesson, test = self.lesson(event.lesson), self._tests.get(event.lesson)
        if isinstance(event, TestEvent):
            return testing.apply(test, state, event) if test else state
        return engine.apply(lesson, state, event) if lesson else state


def repeat_of(skill: Skill) -> Lesson | None:
    """A lesson of one step: the task of a skill, said why where a mistake showed that it lacks."""
    if skill.task is None:
        return None
    promise = skill.because or skill.task.say
    return Lesson(
        f"{REPEAT}{skill.id}", skill.title, skill.picture, (skill.task,), promise, skill.id
    )
