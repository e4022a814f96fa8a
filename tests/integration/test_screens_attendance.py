"""Attendance of past days in every window, and how many came on which day."""

from datetime import datetime, timedelta

import pytest

from kiosk.wording import number, words
from tests.flet_session import FletSession
from tests.stage import PIN, SIZES, Stage

pytestmark = pytest.mark.usefixtures("unhurried")
TODAY = datetime.now().astimezone().date()


def day(back: int) -> str:
    return (TODAY - timedelta(days=back)).isoformat()


async def at_the_desk(stage: Stage, address: str, size: tuple[int, int] = SIZES[0]) -> FletSession:
    tablet = await stage.tablet("/trainer", size=size).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.learners"))
    await tablet.goto(address)
    return tablet


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_past_day_is_marked_in_every_window(stage: Stage, size: tuple[int, int]) -> None:
    _, hers = stage.somebody(0)
    tablet = await at_the_desk(stage, "/trainer/attendance", size)
    for identifier in ("trainer.day-before", "trainer.day-before", f"trainer.mark:{hers}"):
        await tablet.tap(identifier)
    assert stage.room.records.attended(hers) == {day(2)}
    assert tablet.label("screen.sentence") == words("people.came-on", name=number(day(2))).ug


async def test_on_a_phone_the_day_opens_the_groups(stage: Stage) -> None:
    group = stage.kiosk.people.new_group("sun")
    _, hers = stage.somebody(0)
    _, other = stage.somebody(1)
    stage.kiosk.people.move(hers, group)
    tablet = await at_the_desk(stage, "/trainer/attendance", (360, 740))
    await tablet.tap("trainer.groups")
    await tablet.tap(f"trainer.group:{group}")
    assert tablet.has(f"trainer.mark:{hers}")
    assert not tablet.has(f"trainer.mark:{other}")


async def test_each_group_has_a_bar_a_day_and_everybody_comes_first(stage: Stage) -> None:
    people = stage.kiosk.people
    group = people.new_group("sun")
    learners = [stage.somebody(number)[1] for number in range(4)]
    for each in learners[:2]:
        people.move(each, group)
    for each, back in ((learners[0], 1), (learners[0], 3), (learners[2], 1)):
        people.mark(each, day(back), True)
    guest = stage.room.welcome_guest("a-tablet", "ug")
    people.mark(guest, day(1), True)
    tablet = await at_the_desk(stage, "/trainer/attendance")
    await tablet.tap("trainer.attendance-days")
    told = [each for each in tablet.identifiers() if each.startswith("trainer.days:")]
    assert told[:2] == [f"trainer.days:all/{day(3)}", f"trainer.days:all/{day(1)}"]
    assert tablet.label(f"trainer.days:all/{day(1)}") == "2/4"
    assert tablet.label(f"trainer.days:{group}/{day(1)}") == "1/2"
    assert tablet.label(f"trainer.days:{group}/{day(3)}") == "1/2"


async def test_the_latest_days_come_first_and_one_touch_leads_to_those_before(
    stage: Stage,
) -> None:
    _, hers = stage.somebody(0)
    for back in range(12):
        stage.kiosk.people.mark(hers, day(back), True)
    tablet = await at_the_desk(stage, "/trainer/attendance/days", (360, 740))
    assert tablet.has(f"trainer.days:all/{day(0)}")
    assert not tablet.has(f"trainer.days:all/{day(11)}")
    seen = set()
    for _ in range(12):
        seen |= {each for each in tablet.identifiers() if each.startswith("trainer.days:all/")}
        await tablet.tap("trainer.days-before")
    assert len(seen) == 12


async def test_before_anybody_was_marked_that_is_told(stage: Stage) -> None:
    stage.somebody(0)
    tablet = await at_the_desk(stage, "/trainer/attendance/days")
    assert tablet.label("screen.sentence") == words("people.no-days").ug
