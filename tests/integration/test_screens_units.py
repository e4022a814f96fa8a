"""The lists of a long course: every unit and lesson is a picture on some page, in every window."""

from collections.abc import Iterator

import pytest

from kiosk import theme
from lessons.phrase import LANGUAGES, Language
from tests.every_kind import many_units
from tests.integration.test_screens_drawn import draw
from tests.measured import cut_in
from tests.stage import SIZES, Stage
from tests.views import View

pytestmark = pytest.mark.usefixtures("unhurried")
UNITS, LESSONS = 11, 4


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, Stage]]:
    folder = tmp_path_factory.mktemp("long")
    course = many_units(folder / "course", UNITS, LESSONS)
    stages = {each: Stage(folder / each, each, course) for each in LANGUAGES}
    yield stages
    for stage in stages.values():
        stage.kiosk.close()


def shown(identifiers: list[str], what: str) -> list[str]:
    return [each for each in identifiers if each.startswith(f"{what}:")]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_lesson_is_reached_by_turning_pages(
    stages: dict[Language, Stage], size: tuple[int, int]
) -> None:
    stage = stages["ug"]
    tablet, _ = stage.somebody(1)
    session = await stage.tablet("/lessons", tablet, size).start()
    seen: list[str] = []
    for _ in range(UNITS):
        lessons = shown(session.identifiers(), "lesson")
        assert len(lessons) == LESSONS
        seen += lessons
        await session.tap("lessons.more")
    assert len(set(seen)) == UNITS * LESSONS
    assert shown(session.identifiers(), "lesson") == seen[:LESSONS]  # round to the first again
    await session.tap("lessons.before")
    assert shown(session.identifiers(), "lesson") == seen[-LESSONS:]
    await session.close()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_lists_are_drawn_whole(
    stages: dict[Language, Stage], language: Language, size: tuple[int, int]
) -> None:
    for turns in (0, 1, 5, 10):
        tablet, _ = stages[language].somebody(1)
        view = View("units", "/lessons", tablet, ("lessons.more",) * turns)
        drawn, session = await draw(stages[language], view, size)
        assert not cut_in(session, size)
        small = [
            str(node["identifier"])
            for node in drawn.buttons()
            for side in ("width", "height")
            if ((node.get("content") or {}).get(side) or theme.TAP) < theme.TAP
        ]
        assert not small


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_list_opens_at_the_unit_that_she_is_in(
    stages: dict[Language, Stage], size: tuple[int, int]
) -> None:
    stage = stages["ug"]
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, stage.lesson("l7-2"), "baker")
    session = await stage.tablet("/lessons", tablet, size).start()
    assert shown(session.identifiers(), "lesson") == [f"lesson:l7-{n}" for n in range(1, 5)]
    assert "unit:u7" in session.identifiers()
    await session.tap("unit:u7")  # says itself and stays
    await session.tap("lesson:l7-2")
    assert session.route == "/lesson/l7-2"
    await session.close()
