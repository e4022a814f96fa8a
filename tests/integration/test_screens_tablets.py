"""Which tablets are open, and closing one that was left."""

import pytest

from kiosk.wording import number, words
from tests.flet_session import FletSession
from tests.stage import PIN, Stage

pytestmark = pytest.mark.usefixtures("unhurried")


async def at_the_tablets(stage: Stage) -> FletSession:
    tablet = await stage.tablet("/trainer").start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.learners"))
    await tablet.goto("/trainer/papers")
    await tablet.tap("trainer.tablets")
    return tablet


async def test_who_has_a_tablet_is_shown_and_it_is_closed_after_one_question(stage: Stage) -> None:
    hers, learner = stage.somebody(0)
    other, _ = stage.somebody(1)
    gone, _ = stage.somebody(2)
    stage.room.sign_out(gone)
    tablet = await at_the_tablets(stage)
    assert tablet.label("screen.sentence") == words("tablets.say", count=number(2)).ug
    assert not tablet.has(f"trainer.tablet:{gone}")
    await tablet.tap(f"trainer.tablet:{hers}")
    await tablet.tap("trainer.tablet-no")
    assert stage.room.signed_in(hers) is not None
    await tablet.tap(f"trainer.tablet:{hers}")
    await tablet.tap("trainer.tablet-yes")
    assert stage.room.signed_in(hers) is None
    assert stage.room.signed_in(other) is not None
    assert stage.room.records.learner(learner) is not None
    assert not tablet.has(f"trainer.tablet:{hers}")


async def test_who_left_the_desk_closes_nobodys_tablet(stage: Stage) -> None:
    hers, _ = stage.somebody(0)
    tablet = await at_the_tablets(stage)
    await tablet.tap(f"trainer.tablet:{hers}")
    stale = tablet.find("trainer.tablet-yes")
    await tablet.goto("/trainer/today")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    await tablet.event(stale["content"], "click")
    assert stage.room.signed_in(hers) is not None
