"""Several trainers on the screen: the door asks who comes, and each is added by another one."""

import pytest

from kiosk.visit import Visit
from kiosk.wording import words
from tests.flet_session import FletSession
from tests.stage import PIN, Stage

OTHER = "1379"


async def enter(tablet: FletSession, pin: str) -> None:
    for digit in pin:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.settle()


async def inside(stage: Stage, address: str = "") -> FletSession:
    tablet = await stage.tablet("/trainer").start()
    await enter(tablet, PIN)
    await tablet.until(lambda: tablet.has("trainer.team"))
    if address:
        await tablet.goto(address)
    return tablet


def sentence(tablet: FletSession) -> str:
    return tablet.label("screen.sentence")


async def added(stage: Stage, tablet: FletSession) -> str:
    await tablet.goto("/trainer/team/new")
    await tablet.tap("enrol.picture:3")
    await tablet.tap("trainer.team-done")
    assert sentence(tablet) == words("team.their-pin").ug
    await enter(tablet, OTHER)
    await enter(tablet, OTHER)
    await tablet.until(lambda: tablet.route == "/trainer/team")
    return stage.kiosk.desk.trainers[-1].id


async def test_a_trainer_adds_another_who_then_comes_in_by_picture_and_pin(stage: Stage) -> None:
    new = await added(stage, await inside(stage))
    door = await stage.tablet("/trainer").start()
    assert sentence(door) == words("team.who").ug
    assert not door.has("trainer.pin:0")
    await door.tap(f"trainer.who:{new}")
    await enter(door, OTHER)
    await door.until(lambda: door.has("trainer.team"))


async def test_who_touched_the_wrong_picture_goes_back_to_the_pictures(stage: Stage) -> None:
    new = stage.kiosk.team.add(OTHER, "learner-02")
    door = await stage.tablet("/trainer").start()
    await door.tap(f"trainer.who:{new}")
    await door.tap("trainer.pin:1")
    await door.tap("nav.back")
    assert door.has(f"trainer.who:{new}")
    await door.tap(f"trainer.who:{stage.kiosk.desk.trainers[0].id}")
    await enter(door, PIN)
    await door.until(lambda: door.has("trainer.team"))


async def test_the_pin_of_another_one_opens_nothing(stage: Stage) -> None:
    new = stage.kiosk.team.add(OTHER, "learner-02")
    door = await stage.tablet("/trainer").start()
    await door.tap(f"trainer.who:{new}")
    await enter(door, PIN)
    await door.until(lambda: sentence(door) == words("trainer.wrong-pin").ug)
    assert not door.has("trainer.team")


async def test_who_is_removed_is_out_at_once_wherever_the_desk_is_open(stage: Stage) -> None:
    new = stage.kiosk.team.add(OTHER, "learner-02")
    theirs = await stage.tablet("/trainer").start()
    await theirs.tap(f"trainer.who:{new}")
    await enter(theirs, OTHER)
    await theirs.until(lambda: theirs.has("trainer.team"))
    first = await stage.tablet("/trainer").start()
    await first.tap(f"trainer.who:{stage.kiosk.desk.trainers[0].id}")
    await enter(first, PIN)
    await first.until(lambda: first.has("trainer.team"))
    await first.goto(f"/trainer/team/member/{new}")
    await first.tap("trainer.team-other:remove")
    await first.tap("trainer.remove-yes")
    assert [each.id for each in stage.kiosk.desk.trainers] != [new]
    assert len(stage.kiosk.desk.trainers) == 1
    await theirs.goto("/trainer/learners")
    assert theirs.has("trainer.pin:0")


async def test_no_to_the_question_removes_nobody(stage: Stage) -> None:
    first = stage.kiosk.desk.trainers[0].id
    tablet = await inside(stage)
    new = stage.kiosk.team.add(OTHER, "learner-02", "Gul")
    await tablet.goto(f"/trainer/team/member/{new}/remove")
    assert "Gul" in sentence(tablet)
    await tablet.tap("trainer.remove-no")
    assert [each.id for each in stage.kiosk.desk.trainers] == [first, new]


async def test_one_changes_ones_own_pin_and_card_and_cannot_remove_oneself(stage: Stage) -> None:
    tablet = await inside(stage)
    own = stage.kiosk.desk.trainers[0].id
    await tablet.goto(f"/trainer/team/member/{own}")
    assert not tablet.has("trainer.remove-yes")
    await tablet.tap("trainer.team-own:pin")
    await enter(tablet, "4444")
    await enter(tablet, "4444")
    await tablet.until(lambda: tablet.route == "/trainer/team")
    assert stage.kiosk.desk.knock("4444").result == "open"
    await tablet.goto("/trainer/team/card")
    await tablet.tap("enrol.picture:5")
    await tablet.type("enrol.name", "Gul")
    await tablet.tap("trainer.team-done")
    assert stage.kiosk.desk.trainers[0].name == "Gul"
    assert stage.kiosk.desk.trainers[0].picture == "learner-05"


PAGES = ("", "/new", "/card", "/pin", "/member/{own}", "/member/{own}/pin", "/member/{own}/remove")


@pytest.mark.parametrize("page", PAGES)
async def test_no_address_of_the_trainers_opens_without_a_pin(stage: Stage, page: str) -> None:
    stage.kiosk.team.add(OTHER, "learner-02")
    address = "/trainer/team" + page.format(own=stage.kiosk.desk.trainers[0].id)
    tablet = await stage.tablet(address).start()
    assert sentence(tablet) == words("team.who").ug
    assert not tablet.has("enrol.picture:1")
    assert not tablet.has("trainer.remove-yes")


async def test_a_trainer_who_is_added_by_a_tap_from_outside_is_refused(stage: Stage) -> None:
    tablet = await inside(stage, "/trainer/team/new")
    stale = tablet.find("enrol.picture:3")
    await tablet.goto("/trainer/team")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    assert len(stage.kiosk.desk.trainers) == 1


async def test_one_gives_another_who_forgot_it_a_new_pin_after_one_question(stage: Stage) -> None:
    tablet = await inside(stage)
    other = stage.kiosk.team.add(OTHER, "learner-02", "Gul")
    await tablet.goto(f"/trainer/team/member/{other}")
    await tablet.tap("trainer.team-other:pin")
    assert "Gul" in sentence(tablet)
    assert not tablet.has("trainer.pin:0")
    await tablet.tap("trainer.pin-yes")
    assert sentence(tablet) == words("team.other-pin").ug
    await enter(tablet, "4444")
    await enter(tablet, "4444")
    await tablet.until(lambda: tablet.route == "/trainer/team")
    assert stage.kiosk.desk.knock("4444", other).result == "open"
    assert stage.kiosk.desk.knock(OTHER, other).result == "wrong"
    assert stage.kiosk.desk.knock(PIN, stage.kiosk.desk.trainers[0].id).result == "open"


async def test_no_to_the_question_leaves_the_pin_as_it_is(stage: Stage) -> None:
    tablet = await inside(stage)
    other = stage.kiosk.team.add(OTHER, "learner-02", "Gul")
    await tablet.goto(f"/trainer/team/member/{other}/pin")
    await tablet.tap("trainer.pin-no")
    assert tablet.route == "/trainer/team"
    assert stage.kiosk.desk.knock(OTHER, other).result == "open"


async def test_digits_that_come_after_the_desk_was_left_set_no_pin(stage: Stage) -> None:
    tablet = await inside(stage)
    other = stage.kiosk.team.add(OTHER, "learner-02")
    await tablet.goto(f"/trainer/team/member/{other}/pin")
    await tablet.tap("trainer.pin-yes")
    await enter(tablet, "4444")
    await enter(tablet, "444")
    stale = tablet.find("trainer.pin:4")
    await tablet.goto("/trainer/team")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    await tablet.event(stale["content"], "click")
    assert stage.kiosk.desk.knock(OTHER, other).result == "open"


async def test_without_the_pin_the_handlers_refuse_and_nobody_unknown_gets_one(
    stage: Stage,
) -> None:
    other = stage.kiosk.team.add(OTHER, "learner-02")
    tablet = await stage.tablet(f"/trainer/team/member/{other}/pin").start()
    visit = Visit(tablet.session.page, stage.kiosk, "a-tablet")
    with pytest.raises(PermissionError):
        visit.team.set_pin(other, "4444")
    with pytest.raises(LookupError):
        stage.kiosk.team.set_pin("nobody", "4444")
    assert [each.id for each in stage.kiosk.desk.trainers][1:] == [other]
