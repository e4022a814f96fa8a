"""Photos: as the world is, taken again until they are good, and kept only then."""

from pathlib import Path
from typing import Any

import pytest

from kiosk import visit
from kiosk.wording import words
from lessons.phrase import LANGUAGES, Language
from tests.flet_session import FletSession
from tests.measured import cut_in
from tests.stage import SIZES, Stage
from tests.two_colours import BLUE, RED, is_red_at_the_left, picture

AS_IT_IS, MIRRORED = picture(), picture(BLUE, RED)


class Eye:
    """A browser's cameras: each but one at the back gives what it sees mirrored."""

    def __init__(self, *facing: str) -> None:
        self.cameras = [
            {"name": each, "lens_direction": each, "sensor_orientation": 0} for each in facing
        ]
        self.open = ""
        self.taken = 0

    def answers(self) -> dict[str, Any]:
        return {
            "get_available_cameras": self.cameras,
            "initialize": self._initialize,
            "take_picture": self._take,
        }

    def _initialize(self, args: Any) -> None:
        self.open = str(args["description"]["name"])

    def _take(self, _args: Any) -> bytes:
        self.taken += 1
        return AS_IT_IS if self.open == "back" else MIRRORED


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)


def photos(stage: Stage) -> list[Path]:
    folder = stage.data / "photos"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def seen(tablet: FletSession) -> list[str]:
    """The addresses of the photos on the screen."""
    found = (str(image["src"]) for image in tablet.controls("Image"))
    return [each for each in found if each.startswith("/photo/")]


async def at_the_camera(stage: Stage, eye: Eye) -> FletSession:
    tablet = await stage.tablet("/enrol", **eye.answers()).start()
    await tablet.tap("enrol.camera")
    await tablet.until(lambda: tablet.enabled("enrol.shutter"))
    return tablet


async def photographed(tablet: FletSession) -> str:
    """She touched the shutter; gives the key of what is shown then."""
    await tablet.until(lambda: tablet.has("enrol.shutter") and tablet.enabled("enrol.shutter"))
    await tablet.tap("enrol.shutter")
    await tablet.until(lambda: seen(tablet))
    return seen(tablet)[0].removeprefix("/photo/")


@pytest.mark.parametrize("facing", ["front", "external", "back"])
async def test_her_photo_is_kept_as_the_world_is_whatever_camera_took_it(
    stage: Stage, facing: str
) -> None:
    tablet = await at_the_camera(stage, Eye(facing))
    await photographed(tablet)
    for identifier in ("enrol.photo-good", "enrol.product:nang", "enrol.done"):
        await tablet.tap(identifier)
    await tablet.until(lambda: tablet.route == "/home")
    (photo,) = photos(stage)
    assert is_red_at_the_left(photo.read_bytes())
    (learner,) = stage.room.records.learners
    assert learner.picture == f"photo:{photo.name}"
    assert (photo.read_bytes() == AS_IT_IS) == (facing == "back")  # made no worse for nothing


async def test_her_photo_is_taken_by_the_camera_that_looks_at_her(stage: Stage) -> None:
    eye = Eye("front", "back")
    await at_the_camera(stage, eye)
    assert eye.open == "front"


async def test_she_can_take_her_photo_again_and_only_the_good_one_is_kept(stage: Stage) -> None:
    tablet = await at_the_camera(stage, Eye("front"))
    first = await photographed(tablet)
    assert tablet.label("screen.sentence") == words("enrol.photo").ug
    assert isinstance(stage.kiosk.photo(first), bytes)
    await tablet.tap("enrol.photo-again")
    assert tablet.label("screen.sentence") == words("enrol.camera").ug
    second = await photographed(tablet)
    assert second != first
    assert stage.kiosk.photo(first) is None
    assert photos(stage) == []
    for identifier in ("enrol.photo-good", "enrol.product:nang", "enrol.done"):
        await tablet.tap(identifier)
    await tablet.until(lambda: tablet.route == "/home")
    assert [photo.name for photo in photos(stage)] == [second]


async def test_of_an_enrolment_that_is_left_no_photo_stays(stage: Stage) -> None:
    tablet = await at_the_camera(stage, Eye("front"))
    await photographed(tablet)
    await tablet.tap("enrol.photo-good")
    await tablet.tap("nav.back")
    assert photos(stage) == []


async def at_her_products_photo(stage: Stage, eye: Eye) -> FletSession:
    tablet, learner = stage.somebody(0)
    stage.selling(learner)
    session = await stage.tablet("/store/product/p1/photo", tablet, **eye.answers()).start()
    await session.tap("product.camera")
    await session.until(lambda: session.enabled("product.photo"))
    return session


@pytest.mark.parametrize(
    ("cameras", "opened"), [(("back", "front"), "back"), (("front",), "front")]
)
async def test_a_product_is_seen_by_the_camera_at_the_back_where_there_is_one_and_as_it_is(
    stage: Stage, cameras: tuple[str, ...], opened: str
) -> None:
    eye = Eye(*cameras)
    tablet = await at_her_products_photo(stage, eye)
    assert eye.open == opened
    await tablet.tap("product.photo")
    await tablet.until(lambda: seen(tablet))
    assert tablet.label("screen.sentence") == words("enrol.photo").ug
    assert photos(stage) == []
    await tablet.tap("product.photo")
    await tablet.until(lambda: photos(stage))
    (photo,) = photos(stage)
    assert is_red_at_the_left(photo.read_bytes())


async def test_a_products_photo_can_be_taken_again(stage: Stage) -> None:
    eye = Eye("back")
    tablet = await at_her_products_photo(stage, eye)
    await tablet.tap("product.photo")
    await tablet.until(lambda: tablet.has("product.photo-again"))
    (first,) = seen(tablet)
    await tablet.tap("product.photo-again")
    await tablet.until(lambda: tablet.has("product.camera") and tablet.enabled("product.photo"))
    assert tablet.label("product.photo") == words("product.take-photo").ug
    await tablet.tap("product.photo")
    await tablet.until(lambda: seen(tablet))
    assert seen(tablet) != [first]
    await tablet.tap("product.photo")
    await tablet.until(lambda: photos(stage))
    assert [f"/photo/{photo.name}" for photo in photos(stage)] != [first]
    assert eye.taken == 2


async def test_a_camera_that_gives_no_picture_is_told_and_keeps_nothing(stage: Stage) -> None:
    eye = Eye("front")
    tablet = await at_the_camera(stage, eye)
    tablet._raise_errors = False
    tablet._answers["take_picture"] = b"\xff\xd8\xff no picture"
    await tablet.tap("enrol.shutter")
    await tablet.until(lambda: tablet.has("trouble"))
    assert photos(stage) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_photo_that_was_taken_is_whole_in_every_window(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    with Stage(tmp_path, language) as stage:
        tablet = await stage.tablet("/enrol", size=size, **Eye("front").answers()).start()
        await tablet.tap("enrol.camera")
        await photographed(tablet)
        assert not cut_in(tablet, size)
        seller, learner = stage.somebody(0)
        stage.selling(learner)
        route, answers = "/store/product/p1/photo", Eye("back").answers()
        session = await stage.tablet(route, seller, size, **answers).start()
        await session.tap("product.camera")
        await session.until(lambda: session.enabled("product.photo"))
        await session.tap("product.photo")
        await session.until(lambda: session.has("product.photo-again"))
        assert not cut_in(session, size)
