"""What a lesson has her look for is on the screen that it opens, and can be touched there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.classroom import Classroom
from kiosk.screens.learner.lesson_place import inside_store
from kiosk.targets import TARGETS
from lessons.course import Coaching, Course, Find, Lesson
from lessons.phrase import same_in_all
from tests.every_kind import LESSON, every_kind
from tests.stage import SIZES, Stage

SITUATIONS = {
    "start": ("as-it-is",),
    "product": ("priced", "product-added"),
    "as-buyer": ("published",),
    "order": (
        "order-waiting",
        "order-accepted",
        "order-collected",
        "order-checked",
        "order-packed",
    ),
    "money": ("money-on-card",),
    "message": ("message:how-long",),
    "trouble": ("trouble:code-call",),
    "score": ("as-it-is",),
    "parcels": ("order-shipped",),
    "voice": ("as-it-is",),
}
"""Where all that can be looked for on a screen is to be seen, one thing here and another there."""
SAID = same_in_all("?")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path / "data", course=every_kind(tmp_path / "course")) as stage:
        yield stage


async def seen(stage: Stage, step: Find, size: tuple[int, int] = SIZES[0]) -> set[str]:
    """What can be touched where the step begins, for somebody who comes to it."""
    tablet, learner = stage.somebody(1)
    room = stage.room
    lesson = Lesson("looking", SAID, "nang", (step,), SAID)
    _teach(room, lesson)
    stage.at_step(learner, lesson, step.id)
    kind = room.practised_kind(learner, step)
    inside = inside_store(room.store(learner), step, kind)
    session = await stage.tablet(f"/lesson/{lesson.id}/store{inside}", tablet, size).start()
    assert session.has("lesson.prompt"), session.route
    found = {each for each in session.identifiers() if session.enabled(each)}
    await session.close()
    return found | {each.partition(":")[0] for each in found}


def _teach(room: Classroom, lesson: Lesson) -> None:
    """Has the kiosk teach one lesson more."""
    unit = room.course.units[0]
    taught = type(room.taught)(Course((type(unit)("u", SAID, "nang", (lesson,)),)))
    room.taught = taught


def looking(screen: str, situation: str, target: str) -> Find:
    coaching = Coaching(SAID, SAID, SAID, SAID)
    return Find("look", "nang", SAID, situation, screen, target, coaching)


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]], ids=str)
@pytest.mark.parametrize("screen", TARGETS)
async def test_everything_that_can_be_named_is_to_be_seen_in_some_situation(
    stage: Stage, screen: str, size: tuple[int, int]
) -> None:
    found: set[str] = set()
    for situation in SITUATIONS[screen]:
        found |= await seen(stage, looking(screen, situation, "nav.help"), size)
    for target in TARGETS[screen] - found:  # some ways are there only for who looks for them
        found |= await seen(stage, looking(screen, SITUATIONS[screen][0], target), size)
    assert TARGETS[screen] <= found, TARGETS[screen] - found


async def test_what_the_courses_lessons_look_for_is_there(tmp_path: Path) -> None:
    missing = []
    with Stage(tmp_path) as stage:
        steps = [
            (where, step)
            for lesson in stage.room.course.lessons()
            for where, step in ((f"{lesson.id}/{each.id}", each) for each in lesson.steps)
            if isinstance(step, Find)
        ]
        tasks = [
            (skill.id, skill.task)
            for skill in stage.room.course.skills()
            if isinstance(skill.task, Find)
        ]
        for where, step in (*steps, *tasks):
            if step.target not in await seen(stage, step):
                missing.append(f"{where}: {step.target}")
    assert not missing


async def test_the_lesson_that_authors_copy_looks_for_what_is_there(stage: Stage) -> None:
    step = next(each for each in stage.lesson(LESSON).steps if isinstance(each, Find))
    for size in SIZES:
        assert step.target in await seen(stage, step, size)
