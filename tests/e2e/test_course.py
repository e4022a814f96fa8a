"""A browser plays lessons of the real course that together hold every kind of step.

By sight and sound alone: what to touch is shown by the coach's hand, every sentence is heard.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import Browser

from kiosk.classroom import Enrolment
from lessons.course import Step
from lessons.engine import Begin
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES, Language
from tests.e2e.journey import PHONE, TABLET, Window
from tests.e2e.led import Led
from tests.e2e.screen import Screen
from tests.served import Served, real_kiosk
from tests.stage import Stage

DEAF: Final = (
    "navigator.mediaDevices.getUserMedia ="
    " () => Promise.reject(new DOMException('none', 'NotFoundError'))"
)
"""A tablet without a microphone: nobody waits until sentences were said to their end."""


@dataclass(frozen=True)
class Case:
    """Which lesson is played, and by whom."""

    lesson: str
    language: Language
    window: Window
    deaf: bool = False

    @property
    def tablet(self) -> str:
        """The browser's name in the cookie."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, self.lesson))


CASES: Final = (
    Case("a-bright-photo", "ug", PHONE),
    Case("five-chinese-sentences", "en", TABLET, deaf=True),
    Case("label-and-hand-over", "zh", PHONE),
    Case("name-it", "ug", TABLET),
)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A kiosk with the real course, in which somebody began each of the lessons."""
    folder = tmp_path_factory.mktemp("course")
    with Stage(folder / "data") as stage:
        for number, case in enumerate(CASES, start=1):
            her = Enrolment(f"learner-{number:02}", "nang", case.language)
            learner = stage.room.enrol(case.tablet, her)
            stage.room.learn(learner, stage.lesson(case.lesson), Begin())
    served = real_kiosk(folder, COURSE).start()
    yield served
    served.stop()


@pytest.mark.parametrize("case", CASES, ids=[case.lesson for case in CASES])
def test_a_browser_plays_one_lesson_of_each_step_kind_by_sight_and_sound_alone(
    browser: Browser, taught: Served, case: Case
) -> None:
    width, height = case.window
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_cookies([{"name": "tablet", "value": case.tablet, "url": taught.url}])
    if case.deaf:
        context.add_init_script(DEAF)
    lesson = load_course(COURSE).course.lesson(case.lesson)
    assert lesson is not None
    screen = Screen(context.new_page(), f"{taught.url}/lesson/{lesson.id}")
    try:
        Led(screen.open(), case.language, lesson, deaf=case.deaf).plays()
    finally:
        context.close()
    assert screen.problems == []


def test_the_lessons_hold_every_kind_of_step_in_every_language_and_both_windows() -> None:
    course = load_course(COURSE).course
    lessons = [course.lesson(case.lesson) for case in CASES]
    played = {type(step) for lesson in lessons if lesson for step in lesson.steps}
    assert played == {type(step) for lesson in course.lessons() for step in lesson.steps}
    assert len(played) == 12
    assert issubclass(next(iter(played)), Step)
    assert {case.language for case in CASES} == set(LANGUAGES)
    assert {case.window for case in CASES} == {TABLET, PHONE}
