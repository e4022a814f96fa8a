"""New secret pictures: the trainer hands the tablet over, and nothing of hers is open meanwhile."""

import pytest

from kiosk.wording import words
from tests.flet_session import FletSession
from tests.stage import PIN, SECRET, SIZES, Stage

NEW = ("moon", "key", "apple")


async def handed_over(stage: Stage, learner: str, size: tuple[int, int] = SIZES[0]) -> FletSession:
    tablet = await stage.tablet("/trainer", size=size, raise_errors=False).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.learners"))
    await tablet.goto(f"/trainer/learner/{learner}/secret")
    await tablet.tap("trainer.new-secret")
    return tablet


async def choose(tablet: FletSession, pictures: tuple[str, ...] = NEW) -> None:
    for name in pictures:
        await tablet.tap(f"secret.picture:{name}")
    await tablet.settle()


def is_hers(stage: Stage, learner: str, pictures: tuple[str, ...]) -> bool:
    known = stage.room.records.learner(learner)
    assert known is not None
    return stage.room.is_secret(known, pictures)


async def test_she_chooses_twice_and_is_in_with_her_new_pictures(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    tablet = await handed_over(stage, learner)
    await choose(tablet)
    assert tablet.label("screen.sentence") == words("enrol.secret-again").ug
    await choose(tablet)
    await tablet.until(lambda: tablet.route == "/home")
    assert is_hers(stage, learner, NEW)
    assert not is_hers(stage, learner, SECRET)


async def test_until_she_has_chosen_twice_alike_the_old_pictures_are_hers(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    tablet = await handed_over(stage, learner)
    await choose(tablet)
    await choose(tablet, SECRET)
    assert tablet.label("screen.sentence") == words("enrol.secrets-differ").ug
    assert is_hers(stage, learner, SECRET)
    await choose(tablet)
    await choose(tablet)
    await tablet.until(lambda: tablet.route == "/home")
    assert is_hers(stage, learner, NEW)


async def test_while_she_chooses_the_trainers_place_is_closed(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    tablet = await handed_over(stage, learner)
    await tablet.goto("/trainer/learners")
    assert tablet.has("trainer.pin:0")


@pytest.mark.parametrize("way", ["typed", "left"])
async def test_nobody_chooses_for_her_without_the_trainer(stage: Stage, way: str) -> None:
    _, learner = stage.somebody(0, SECRET)
    if way == "typed":
        tablet = await stage.tablet(f"/secret/{learner}/new").start()
    else:
        tablet = await handed_over(stage, learner)
        await tablet.tap("nav.back")
        await tablet.goto(f"/secret/{learner}/new")
    assert not tablet.has("secret.picture:moon")


async def test_who_had_no_secret_pictures_can_have_some(stage: Stage) -> None:
    _, learner = stage.somebody(0)
    tablet = await handed_over(stage, learner)
    await choose(tablet)
    await choose(tablet)
    await tablet.until(lambda: tablet.route == "/home")
    assert is_hers(stage, learner, NEW)


async def test_a_full_disk_is_told_and_the_old_pictures_stay(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    tablet = await handed_over(stage, learner)
    await choose(tablet)
    with stage.full_disk():
        await choose(tablet)
        await tablet.until(lambda: tablet.has("trouble"))
    assert tablet.label("trouble") == words("trouble.not-saved").ug
    assert is_hers(stage, learner, SECRET)
