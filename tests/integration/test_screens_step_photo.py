"""A photo of her own product: with a camera, and with the picture that is offered without one."""

from demo_store.events import PhotoChosen
from tests.every_kind import Doing
from tests.integration.test_screens_camera import Eye
from tests.stage import Stage

STEP = "my-photo"


def chosen(doing: Doing) -> list[str]:
    events = doing.stage.room.records.store_events(doing.learner)
    return [event.photo for event in events if isinstance(event, PhotoChosen)]


async def test_she_photographs_her_own_product(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP, **Eye("back").answers())
    await doing.tablet.tap("lesson.next")
    await doing.tablet.tap("product.camera")
    await doing.tablet.until(lambda: doing.tablet.enabled("product.photo"))
    await doing.tablet.tap("product.photo")
    await doing.tablet.until(lambda: doing.tablet.has("product.photo-again"))
    await doing.tablet.tap("product.photo")
    assert doing.state.completed_step
    assert chosen(doing)[-1].startswith("photo/") or "photo" in chosen(doing)[-1]
    await doing.tablet.tap("lesson.next")
    assert doing.state.step_id == "my-words"


async def test_without_a_camera_the_picture_that_is_offered_is_taken(kinds: Stage) -> None:
    doing = await Doing.at(kinds, STEP, get_available_cameras=[])
    await doing.tablet.tap("lesson.next")
    await doing.tablet.tap("product.photo")
    assert doing.state.completed_step
    assert chosen(doing)[-1] == "egg"
