"""The test of a unit on the screens: offered before its first lesson and after its last."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.wording import number, words
from lessons import events, testing
from lessons.phrase import Language
from tests.every_kind import every_kind, longer_test
from tests.flet_session import FletSession
from tests.integration.test_screens_drawn import draw
from tests.measured import cut_in
from tests.stage import PIN, SIZES, Stage
from tests.views import View

pytestmark = pytest.mark.usefixtures("unhurried")
BEFORE, AFTER = "before--unit", "after--unit"


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    course = every_kind(tmp_path / "course", "one", "two")
    with Stage(tmp_path / "data", course=course) as stage:
        yield stage


async def at_home(stage: Stage) -> tuple[FletSession, str]:
    tablet, learner = stage.somebody(1)
    return await stage.tablet("/home", tablet).start(), learner


def results(stage: Stage, learner: str) -> dict[tuple[str, str, str], bool]:
    return dict(stage.room.records.summary(learner).tests)


async def test_before_the_first_lesson_of_a_unit_comes_its_test(stage: Stage) -> None:
    tablet, learner = await at_home(stage)
    await tablet.tap("learner.next")
    assert tablet.route == f"/lesson/{BEFORE}"
    assert tablet.label("screen.sentence") == words("test.before").ug
    await tablet.tap("test.begin")
    assert tablet.route.startswith(f"/lesson/{BEFORE}/store/order/")
    assert not tablet.has("lesson.hint")
    await tablet.tap("order.accept")
    assert results(stage, learner) == {("unit", "before", "take-an-order"): True}
    assert tablet.route == "/lesson/one"
    assert tablet.has("lesson.frame")  # the first lesson has begun
    assert not stage.room.records.summary(learner).lessons_done


async def test_not_to_know_it_yet_is_one_tap(stage: Stage) -> None:
    tablet, learner = await at_home(stage)
    for identifier in ("learner.next", "test.begin", "test.unknown"):
        await tablet.tap(identifier)
    assert results(stage, learner) == {("unit", "before", "take-an-order"): False}
    assert tablet.route == "/lesson/one"


async def test_who_does_not_want_it_goes_on_and_is_not_asked_again(stage: Stage) -> None:
    tablet, learner = await at_home(stage)
    await tablet.tap("learner.next")
    await tablet.tap("test.skip")
    assert tablet.route == "/lesson/one"
    assert results(stage, learner) == {}
    assert stage.room.test_before(learner, stage.lesson("one")) is None


async def test_a_test_that_was_left_is_taken_up_again_or_skipped(stage: Stage) -> None:
    tablet, learner = await at_home(stage)
    for identifier in ("learner.next", "test.begin", "nav.home", "learner.next", "test.begin"):
        await tablet.tap(identifier)
    assert tablet.route.startswith(f"/lesson/{BEFORE}/store/order/")
    await tablet.tap("nav.back")  # to the orders' list or its door
    await tablet.goto(f"/lesson/{BEFORE}")
    await tablet.tap("test.skip")
    assert tablet.route == "/lesson/one"
    kinds = [type(each).__name__ for each in stage.room.records.lesson_events(learner)]
    assert kinds[:2] == ["TestBegun", "TestEnded"]


async def test_what_leads_nowhere_brings_no_help_in_a_test(stage: Stage) -> None:
    tablet, learner = await at_home(stage)
    for identifier in ("learner.next", "test.begin", "nav.back"):
        await tablet.tap(identifier)
    await tablet.goto(f"/lesson/{BEFORE}/store")
    await tablet.tap("store.money")
    assert tablet.route == f"/lesson/{BEFORE}/store/money"
    await tablet.tap("nav.help")
    assert tablet.label("lesson.prompt") == words("test.help").ug
    happened = stage.room.records.lesson_events(learner)
    assert [type(each) for each in happened] == [events.TestBegun]


async def test_after_the_last_lesson_the_test_comes_again(stage: Stage) -> None:
    tablet, learner = await at_home(stage)
    stage.room.learn(learner, _test(stage, BEFORE), testing.Skip())
    for name in ("one", "two"):
        stage.finish(learner, stage.lesson(name))
    assert stage.room.next_thing(learner).kind == "test"
    await tablet.goto("/lessons")
    await tablet.tap("nav.home")
    await tablet.tap("learner.next")
    assert tablet.route == f"/lesson/{AFTER}"
    await tablet.tap("test.begin")
    await tablet.tap("order.accept")
    assert results(stage, learner) == {("unit", "after", "take-an-order"): True}
    assert tablet.route == "/home"
    assert stage.room.next_thing(learner).kind == "store"


async def test_the_next_task_finds_the_store_as_it_needs_it(tmp_path: Path) -> None:
    course = longer_test(every_kind(tmp_path / "course", "one"))
    with Stage(tmp_path / "data", course=course) as stage:
        tablet, learner = await at_home(stage)
        for identifier in ("learner.next", "test.begin", "order.accept"):
            await tablet.tap(identifier)
        assert tablet.label("lesson.step") == "2/2"
        assert tablet.label("lesson.prompt") == "ئەۋەتىڭ."
        await tablet.tap("order.pack:padded-box")
        assert tablet.label("lesson.step") == "2/2"
        await tablet.tap("order.label")
        await tablet.tap("order.ship:air")
        assert results(stage, learner) == {
            ("unit", "before", "take-an-order"): True,
            ("unit", "before", "send-it"): True,
        }
        assert tablet.route == "/lesson/one"


async def test_a_visitor_is_not_tested(stage: Stage) -> None:
    stage.room.welcome_guest("t1", "ug")
    tablet = await stage.tablet("/home", "t1").start()
    await tablet.tap("learner.next")
    assert tablet.route == "/lesson/one"


async def test_a_test_is_where_it_was_after_a_power_cut(stage: Stage) -> None:
    tablet, learner = await at_home(stage)
    for identifier in ("learner.next", "test.begin", "test.unknown"):
        await tablet.tap(identifier)
    stage.begin_again()
    state = stage.room.lesson_state(learner, BEFORE)
    assert state is not None and state.finished and state.mistakes == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["ug", "en"])
async def test_the_door_and_a_task_are_drawn_whole(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    course = every_kind(tmp_path / "course")
    with Stage(tmp_path / "data", language, course) as stage:
        for taps in ((), ("test.begin",), ("test.begin", "nav.help")):
            tablet, _ = stage.somebody(1)
            view = View("test", f"/lesson/{BEFORE}", tablet, taps)
            drawn, session = await draw(stage, view, size)
            assert not cut_in(session, size)
            assert drawn.has("nav.home") and drawn.has("learner.name")
            assert not taps or drawn.has("test.unknown")


def _test(stage: Stage, lesson_id: str) -> "testing.Lesson":
    lesson = stage.room.taught.lesson(lesson_id)
    assert lesson is not None
    return lesson


# -- what the trainer sees of it


def did(stage: Stage, learner: str, when: events.When, right: bool) -> None:
    """She did the one task of the unit's test, or said that she does not know it."""
    stage.room._write(learner, [events.TestStepEnded("unit", when, "take-an-order", right)])


async def at_the_chart(stage: Stage, address: str, size: tuple[int, int] = SIZES[0]) -> FletSession:
    tablet = await stage.tablet("/trainer", size=size).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.learners"))
    await tablet.goto(address)
    return tablet


async def test_a_chart_tells_what_was_right_before_a_unit_and_after_it(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    _, other = stage.somebody(1)
    for learner, before, after in ((hers, False, True), (other, True, True)):
        did(stage, learner, "before", before)
        did(stage, learner, "after", after)
    tablet = await at_the_chart(stage, "/trainer/skills")
    await tablet.tap("trainer.tests")
    assert tablet.route == "/trainer/skills/tests"
    assert tablet.label("trainer.tests:unit") == "1/2 → 2/2"
    said = tablet.label("screen.sentence")
    assert words("people.tests-before", count=number(1), of=number(2)).ug in said
    assert words("people.tests-after", count=number(2), of=number(2)).ug in said
    await tablet.goto(f"/trainer/learner/{hers}/acts")
    await tablet.tap("trainer.tests")
    assert tablet.label("trainer.tests:unit") == "0/1 → 1/1"


async def test_the_picture_beside_the_chart_turns_to_a_group(stage: Stage) -> None:
    group = stage.kiosk.people.new_group("sun")
    _, hers = stage.somebody(0)
    _, other = stage.somebody(1)
    stage.kiosk.people.move(hers, group)
    did(stage, hers, "before", True)
    did(stage, other, "before", False)
    tablet = await at_the_chart(stage, "/trainer/skills/tests", (360, 740))
    assert tablet.label("trainer.tests:unit") == "1/2 → 0/0"
    await tablet.tap("trainer.tests-group")
    assert tablet.label("trainer.tests:unit") == "1/1 → 0/0"
    await tablet.tap("trainer.tests-group")
    assert tablet.label("trainer.tests:unit") == "1/2 → 0/0"


async def test_what_is_said_of_all_units_compares_only_who_did_both_tests(stage: Stage) -> None:
    _, hers = stage.somebody(0)
    _, other = stage.somebody(1)
    for when, right in (("before", False), ("after", True)):
        did(stage, hers, when, right)
    did(stage, other, "before", True)
    tablet = await at_the_chart(stage, "/trainer/skills/tests")
    assert words("people.tests-before", count=number(0), of=number(1)).ug in tablet.label(
        "screen.sentence"
    )
