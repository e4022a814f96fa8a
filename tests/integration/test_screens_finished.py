"""The end of a lesson: its whole picture, and as many stars as she has earned."""

import pytest

from tests.flet_session import FletSession
from tests.stage import SIZES, Stage


def stars(tablet: FletSession) -> list[bool]:
    """The stars in their order: whether each is bright."""
    shown = []
    for box in tablet.controls("Container"):
        inside = box.get("content")
        if inside is not None and inside.get("src") == "/pictures/star.svg":
            shown.append(box.get("opacity", 1) == 1)
    return shown


async def test_each_lesson_of_the_unit_has_a_star_that_is_bright_when_it_is_finished(
    stage: Stage,
) -> None:
    tablet, learner = stage.somebody()
    unit = stage.room.course.units[0]
    for index, lesson in enumerate(unit.lessons[:2]):
        stage.finish(learner, lesson)
        session = await stage.tablet(f"/lesson/{lesson.id}", tablet).start()
        assert stars(session) == [each <= index for each in range(len(unit.lessons))]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("finished", [False, True])
async def test_the_picture_of_a_lesson_is_seen_whole(
    stage: Stage, size: tuple[int, int], finished: bool
) -> None:
    tablet, learner = stage.somebody()
    lesson = stage.room.course.units[0].lessons[0]
    if finished:
        stage.finish(learner, lesson)
    session = await stage.tablet(f"/lesson/{lesson.id}", tablet, size).start()
    source = f"/pictures/{lesson.picture}.svg"
    (seen,) = [image for image in session.controls("Image") if image["src"] == source]
    assert seen["width"] / seen["height"] == pytest.approx(1.5)
