"""Every kind of step is drawn whole, named, labelled and large enough in every window."""

import asyncio
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from kiosk import visit
from lessons.phrase import LANGUAGES, Language
from tests.flet_session import FletSession
from tests.integration.test_screens_drawn import (
    Album,
    Drawn,
    draw,
    test_every_identifier_has_the_agreed_form,
    test_every_picture_that_is_shown_is_drawn,
    test_every_screen_can_be_heard_again_and_gives_help,
    test_every_screen_inside_leads_back,
    test_every_screen_of_a_learner_says_whose_it_is_and_leads_home,
    test_everything_to_tap_is_large_enough_for_a_finger,
    test_everything_to_tap_says_in_the_screens_language_what_it_is,
    test_no_identifier_is_twice_on_a_screen,
    test_no_place_in_a_phrase_stays_unfilled,
)
from tests.kind_views import kinds_course, views_of_kinds
from tests.measured import cut_in
from tests.stage import SIZES, Stage
from tests.views import View

__all__ = [
    "test_every_identifier_has_the_agreed_form",
    "test_every_picture_that_is_shown_is_drawn",
    "test_every_screen_can_be_heard_again_and_gives_help",
    "test_every_screen_inside_leads_back",
    "test_every_screen_of_a_learner_says_whose_it_is_and_leads_home",
    "test_everything_to_tap_is_large_enough_for_a_finger",
    "test_everything_to_tap_says_in_the_screens_language_what_it_is",
    "test_no_identifier_is_twice_on_a_screen",
    "test_no_place_in_a_phrase_stays_unfilled",
]
"""The same as of all other screens."""


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, Stage]]:
    folder = tmp_path_factory.mktemp("kinds")
    course = kinds_course(folder / "course")
    stages = {each: Stage(folder / each, each, course) for each in LANGUAGES}
    yield stages
    for stage in stages.values():
        stage.kiosk.close()


@pytest.fixture(scope="module")
def views(stages: dict[Language, Stage]) -> dict[Language, list[View]]:
    return {language: list(views_of_kinds(stage)) for language, stage in stages.items()}


@pytest.fixture(
    scope="module",
    params=[*product(["ug"], SIZES), ("zh", SIZES[1]), ("en", SIZES[-1])],
    ids=lambda at: f"{at[0]}-{at[1][0]}x{at[1][1]}",
)
def drawn(
    request: pytest.FixtureRequest,
    stages: dict[Language, Stage],
    views: dict[Language, list[View]],
) -> Iterator[tuple[Album, list[str]]]:
    """All views in one language and window, and what is cut in them."""
    language, size = request.param
    stage = stages[language]

    async def draw_all() -> list[tuple[Drawn, FletSession]]:
        return [await draw(stage, view, size) for view in views[language]]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(visit, "_DOUBLE_TAP_S", 0.0)
        found = asyncio.run(draw_all())
    cut = [f"{one.view.name}: {each}" for one, tablet in found for each in cut_in(tablet, size)]
    yield Album(language, size, [one for one, _ in found]), cut


@pytest.fixture(scope="module")
def album(drawn: tuple[Album, list[str]]) -> Album:
    return drawn[0]


def test_no_kind_of_step_is_cut_or_leaves_the_window(drawn: tuple[Album, list[str]]) -> None:
    assert not drawn[1], "\n".join(drawn[1])


def test_every_kind_of_step_was_drawn(views: dict[Language, list[View]], tmp_path: Path) -> None:
    with Stage(tmp_path, course=kinds_course(tmp_path / "course")) as stage:
        kinds = {
            type(s).__name__.lower() for lesson in stage.room.course.lessons() for s in lesson.steps
        }
    assert {view.name.split("-")[1] for view in views["ug"]} == kinds
