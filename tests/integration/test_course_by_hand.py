"""The whole course through the screens, by who needs the hand in every step and follows it."""

from collections.abc import Iterator
from itertools import cycle
from typing import Final

import pytest

from lessons.course import Find, Lesson, ListenAndRepeat, Say, Told
from lessons.engine import Begin, current_step
from lessons.loader import COURSE, load_course
from lessons.phrase import LANGUAGES, Language
from lessons.state import HIGHEST_HINT, LessonState
from tests.every_kind import hands
from tests.flet_session import FletSession
from tests.stage import SIZES, Stage

MOST_TAPS: Final = 40
NO_DEVICES: Final = {"has_permission": False, "get_available_cameras": []}
LESSONS: Final = tuple(load_course(COURSE).course.lessons())
# Every lesson in one language and window, so that neighbours differ in both.
CASES: Final = tuple(zip(LESSONS, cycle(LANGUAGES), cycle(SIZES), strict=False))

pytestmark = pytest.mark.usefixtures("unhurried")


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, Stage]]:
    folder = tmp_path_factory.mktemp("kiosks")
    stages = {language: Stage(folder / language, language) for language in LANGUAGES}
    yield stages
    for stage in stages.values():
        stage.kiosk.close()


class Led:
    """A learner who asks for help in every step until it is shown, and does what is shown."""

    def __init__(self, stage: Stage, tablet: FletSession, learner: str, lesson: Lesson) -> None:
        self.stage, self.tablet, self.learner, self.lesson = stage, tablet, learner, lesson

    @property
    def state(self) -> LessonState:
        state = self.stage.room.lesson_state(self.learner, self.lesson.id)
        assert state is not None
        return state

    async def to_the_end(self) -> None:
        for step in self.lesson.steps:
            assert current_step(self.lesson, self.state) is step
            if isinstance(step, Told):
                while self.state.step_id == step.id and not self.state.finished:
                    await self.tablet.tap("lesson.next")
                continue
            if isinstance(step, Find) and step.target == "nav.help":
                await self.tablet.tap("nav.help")  # to call for help is what is asked for
            elif isinstance(step, Say | ListenAndRepeat):
                await self.helped()
                await self.says_it()
            else:
                await self.helped()
                await self.follows(step.id)
            assert self.state.completed_step, step.id
            await self.tablet.tap("lesson.next")
        assert self.tablet.has("lesson.finished")

    async def helped(self) -> None:
        for _ in range(HIGHEST_HINT):
            await self.tablet.tap("lesson.hint")
        assert self.state.demonstrated

    async def says_it(self) -> None:
        await self.tablet.tap("lesson.say")
        await self.tablet.until(lambda: self.tablet.has("lesson.said"))
        await self.tablet.tap("lesson.said")

    async def follows(self, step: str) -> None:
        for _ in range(MOST_TAPS):
            if self.state.completed_step:
                return
            pointed = hands(self.tablet)
            assert len(pointed) == 1, f"{step} on {self.tablet.route}: the hand is at {pointed}"
            await self.tablet.tap(pointed[0])
        raise AssertionError(f"{step}: the hand leads nowhere, {self.tablet.route}")


@pytest.mark.parametrize(
    ("lesson", "language", "size"), CASES, ids=[lesson.id for lesson in LESSONS]
)
async def test_who_follows_the_hand_comes_through(
    stages: dict[Language, Stage], lesson: Lesson, language: Language, size: tuple[int, int]
) -> None:
    stage = stages[language]
    tablet, learner = stage.somebody(LESSONS.index(lesson))
    stage.room.learn(learner, stage.lesson(lesson.id), Begin())
    session = stage.tablet(f"/lesson/{lesson.id}", tablet, size, **NO_DEVICES)
    led = Led(stage, await session.start(), learner, stage.lesson(lesson.id))
    await led.to_the_end()
    assert not led.tablet.has("trouble")
    await led.tablet.close()
