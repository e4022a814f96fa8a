"""A photo of her own product: with a camera, and with the picture that is offered without one."""

import pytest

from demo_store.events import PhotoChosen
from kiosk.photos import PHOTO
from kiosk.wording import words
from tests.every_kind import Doing, hands
from tests.integration.test_screens_camera import Eye
from tests.measured import cut_in
from tests.stage import SIZES, Stage

STEP = "my-photo"


def chosen(doing: Doing) -> list[str]:
    events = doing.stage.room.records.store_events(doing.learner)
    return [event.photo for event in events if isinstance(event, PhotoChosen)]


async def test_she_photographs_her_own_product(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP, **Eye("back").answers())
    await doing.tablet.tap("lesson.next")  # the camera opens by itself
    await doing.tablet.until(lambda: doing.tablet.enabled("product.photo"))
    await doing.tablet.tap("product.photo")
    await doing.tablet.until(lambda: doing.tablet.has("product.photo-again"))
    await doing.tablet.tap("product.photo")
    assert doing.state.completed_step
    assert chosen(doing)[-1].startswith(PHOTO)
    await doing.tablet.tap("lesson.next")
    assert doing.state.step_id == "my-words"


async def test_she_may_take_the_drawn_picture_instead(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP, **Eye("back").answers())
    await doing.tablet.tap("lesson.next")
    await doing.tablet.until(lambda: doing.tablet.enabled("product.photo"))
    await doing.tablet.tap("product.camera")
    await doing.tablet.tap("product.photo")
    assert doing.state.completed_step and chosen(doing)[-1] == "egg"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_without_a_camera_she_chooses_the_good_photo(
    kinds: Stage, size: tuple[int, int]
) -> None:
    doing = await Doing.at(kinds, STEP, size, get_available_cameras=[])
    tablet = doing.tablet
    await tablet.tap("lesson.next")
    await tablet.until(lambda: tablet.has("product.photo-dark"))
    assert tablet.label("lesson.prompt") == words("product.which-photo").ug
    assert not cut_in(tablet, size)
    for look in ("dark", "far"):
        await tablet.tap(f"product.photo-{look}")
        assert tablet.label("lesson.prompt") == words(f"product.photo-{look}").ug
        assert not doing.state.completed_step
    await doing.hints(2)
    assert hands(tablet) == ["product.photo"]
    await tablet.tap("product.photo")
    assert doing.state.completed_step and chosen(doing)[-1] == "egg"
