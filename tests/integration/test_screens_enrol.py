"""A new learner's secret pictures: chosen twice, because nobody can read them back."""

from kiosk.wording import words
from tests.flet_session import FletSession
from tests.stage import SECRET, Stage, spoken

OTHER = ("moon", "cat", "fish")


async def at_her_secret(stage: Stage) -> FletSession:
    tablet = await stage.tablet("/enrol").start()
    for identifier in ("enrol.picture:1", "enrol.product:nang", "enrol.secret"):
        await tablet.tap(identifier)
    return tablet


async def touch(tablet: FletSession, pictures: tuple[str, ...]) -> None:
    for name in pictures:
        await tablet.tap(f"secret.picture:{name}")


def sentence(tablet: FletSession) -> str:
    return tablet.label("screen.sentence")


async def test_secret_pictures_are_asked_for_a_second_time(stage: Stage) -> None:
    tablet = await at_her_secret(stage)
    before = spoken(tablet)
    await touch(tablet, SECRET)
    assert sentence(tablet) == words("enrol.secret-again").ug
    await tablet.until(lambda: spoken(tablet) > before)
    assert not tablet.has("enrol.done")
    await touch(tablet, SECRET)
    await tablet.tap("enrol.done")
    (learner,) = stage.room.records.learners
    assert stage.room.is_secret(learner, SECRET)


async def test_where_the_second_time_is_another_one_she_is_told_so_and_begins_again(
    stage: Stage,
) -> None:
    tablet = await at_her_secret(stage)
    await touch(tablet, SECRET)
    await touch(tablet, OTHER)
    assert sentence(tablet) == words("enrol.secrets-differ").ug
    assert not tablet.has("enrol.done")
    await touch(tablet, OTHER)
    assert sentence(tablet) == words("enrol.secret-again").ug
    await touch(tablet, OTHER)
    await tablet.tap("enrol.done")
    (learner,) = stage.room.records.learners
    assert stage.room.is_secret(learner, OTHER)


async def test_the_second_time_can_be_started_over_too(stage: Stage) -> None:
    tablet = await at_her_secret(stage)
    await touch(tablet, SECRET)
    await touch(tablet, OTHER[:1])
    await tablet.tap("secret.clear")
    await touch(tablet, SECRET)
    assert tablet.enabled("enrol.done")
