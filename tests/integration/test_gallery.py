"""The gallery shows every part in every state, in three languages, by day and in the evening."""

from pathlib import Path

import flet as ft
import pytest

from kiosk.screens.gallery.screen import PARTS
from kiosk.wording import words
from lessons.phrase import LANGUAGES
from tests.colours import pairs_in
from tests.flet_session import FletSession
from tests.measured import cut_in
from tests.stage import SIZES, Stage

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("unhurried")]
WIDGETS = Path(__file__).parents[2] / "kiosk" / "widgets"
NO_PARTS = {
    *("camera", "microphone", "level_meter"),  # shown by what the tablet hears and sees
    "hand_over",  # shown by whose tablet it is: on every home
    *(
        "files",
        "latest",
        "component",
        "labels",
        "dragging",
        "chinese",
        "parcel_ways",
        "touch",
        "movement",
    ),
    *("frame", "languages", "typing_field", "named", "told_scene", "shapes", "__init__"),
}


def states(tablet: FletSession) -> set[str]:
    specimens = PARTS[tablet.label("gallery.part")]
    return {each.state for each in specimens}.intersection(tablet.texts())


async def walk(tablet: FletSession) -> dict[str, set[str]]:
    """Turns through all pages; gives the states that were seen of each part."""
    seen: dict[str, set[str]] = {}
    for _ in range(200):
        seen.setdefault(tablet.label("gallery.part"), set()).update(states(tablet))
        await tablet.tap("gallery.more")
        if tablet.label("gallery.part") == next(iter(PARTS)) and len(seen) == len(PARTS):
            return seen
    raise AssertionError("the pages do not come round")


@pytest.mark.parametrize("size", (SIZES[0], SIZES[-1]), ids=("tablet", "phone"))
async def test_every_part_is_seen_in_every_state(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.tablet("/gallery", size=size) as tablet:
        seen = await walk(tablet)
    assert seen == {part: {each.state for each in specimens} for part, specimens in PARTS.items()}


async def test_each_language_has_its_words_and_its_direction(stage: Stage) -> None:
    async with stage.tablet("/gallery/sentence") as tablet:
        for at in range(len(LANGUAGES)):
            now = LANGUAGES[(LANGUAGES.index(stage.language) + at) % len(LANGUAGES)]
            following = LANGUAGES[(LANGUAGES.index(now) + 1) % len(LANGUAGES)]
            assert tablet.label("screen.sentence") == words("gallery.say").text(now)
            pages = [node for node in tablet.controls("Container") if node.get("padding")]
            assert bool(pages[0].get("rtl")) == (now == "ug")
            await tablet.tap(f"gallery.language:{following}")


async def test_the_evening_changes_the_palette_and_nothing_else(stage: Stage) -> None:
    async with stage.tablet("/gallery/picture-card") as tablet:
        by_day = pairs_in(tablet)
        await tablet.tap("gallery.evening")
        assert tablet.tree.page["theme_mode"] == ft.ThemeMode.DARK.value
        assert pairs_in(tablet) == by_day
        await tablet.tap("gallery.evening")
        assert tablet.tree.page["theme_mode"] == ft.ThemeMode.LIGHT.value


async def test_no_part_is_cut_on_the_smallest_window(stage: Stage) -> None:
    for part in PARTS:
        async with stage.tablet(f"/gallery/{part}", size=SIZES[-1]) as tablet:
            assert not cut_in(tablet, SIZES[-1]), part


async def test_every_widget_is_in_the_gallery() -> None:
    folder = WIDGETS.parent / "screens" / "gallery"
    shown = "".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    widgets = {file.stem for file in WIDGETS.glob("*.py")} - NO_PARTS
    assert not {name for name in widgets if f"kiosk.widgets.{name} import" not in shown}
