"""Nervous hands: a double tap acts once, quick taps that are meant to count do count."""

import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk import classroom, visit
from lessons.course import Money, Order, Step, Tell
from tests.flet_session import FletSession
from tests.stage import SECRET, Stage, right_answer


def kinds(stage: Stage) -> list[str]:
    """The kinds of all events in the journal."""
    return [envelope.kind for envelope in stage.room.journal.envelopes()]


async def at_first(stage: Stage, *kinds: type[Step]) -> tuple[FletSession, str]:
    lesson, step = stage.first_step(*kinds)
    tablet, learner = stage.somebody()
    stage.at_step(learner, lesson, step.id)
    return await stage.tablet(f"/lesson/{lesson.id}", tablet).start(), learner


async def test_a_double_tap_on_next_goes_one_step(told: Stage) -> None:
    tablet, _ = await at_first(told, Tell)
    assert tablet.label("lesson.step").startswith("1/")
    await tablet.tap_twice("lesson.next")
    assert tablet.label("lesson.step").startswith("2/")


async def test_a_quick_hand_that_touched_another_thing_in_between_is_not_a_double_tap(
    told: Stage,
) -> None:
    tablet, _ = await at_first(told, Tell)
    for identifier in ("lesson.next", "speak.again", "lesson.next"):
        await tablet.tap(identifier)
    assert tablet.label("lesson.step").startswith("3/")


async def test_a_double_tap_accepts_an_order_once(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    session = await stage.tablet("/store/order/o1", tablet).start()
    await session.tap_twice("order.accept")
    assert kinds(stage).count("OrderAccepted") == 1
    assert "Refused" not in kinds(stage)
    assert session.label("order.state") == "accepted"


async def test_a_double_tap_ends_one_day(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    session = await stage.tablet("/store", tablet).start()
    day = stage.room.store(learner).day
    await session.tap_twice("store.next-day")
    assert stage.room.store(learner).day == day + 1


async def test_a_double_tap_welcomes_one_guest(stage: Stage) -> None:
    tablet = await stage.tablet("/").start()
    await tablet.tap_twice("home.guest")
    assert kinds(stage).count("GuestStarted") == 1
    assert tablet.route == "/home"


async def to_the_end_of_enrolment(stage: Stage) -> FletSession:
    tablet = await stage.tablet("/enrol").start()
    for identifier in ("enrol.picture:1", "enrol.product:nang", "enrol.secret"):
        await tablet.tap(identifier)
    for name in (*SECRET, *SECRET):
        await tablet.tap(f"secret.picture:{name}")
    assert tablet.enabled("enrol.done")
    return tablet


async def test_a_double_tap_enrols_one_learner(stage: Stage) -> None:
    tablet = await to_the_end_of_enrolment(stage)
    await tablet.tap_twice("enrol.done")
    assert kinds(stage).count("LearnerEnrolled") == 1
    assert tablet.route == "/home"


async def test_taps_while_it_is_still_being_saved_enrol_one_learner(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)  # a slow tablet: saving outlasts the taps
    hashed = classroom.hash_pictures
    monkeypatch.setattr(
        classroom, "hash_pictures", lambda names: [time.sleep(0.1), hashed(names)][1]
    )
    tablet = await to_the_end_of_enrolment(stage)
    await tablet.tap_quickly("enrol.done", "enrol.done", "enrol.done")
    assert kinds(stage).count("LearnerEnrolled") == 1


async def test_the_same_thing_can_be_tapped_again_after_a_while(
    told: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)
    tablet, _ = await at_first(told, Tell)
    await tablet.tap("lesson.next")
    await tablet.tap("lesson.next")
    assert tablet.label("lesson.step").startswith("3/")


@pytest.mark.parametrize(("later_s", "step"), [(0.3, "2/"), (0.5, "3/")], ids=["tremor", "meant"])
async def test_a_touch_a_third_of_a_second_later_is_a_trembling_hand(
    told: Stage, monkeypatch: pytest.MonkeyPatch, later_s: float, step: str
) -> None:
    now = [100.0]
    monkeypatch.setattr(visit, "time", SimpleNamespace(monotonic=lambda: now[0]))
    tablet, _ = await at_first(told, Tell)
    await tablet.tap("lesson.next")
    now[0] += later_s
    await tablet.tap("lesson.next")
    assert tablet.label("lesson.step").startswith(step)


async def test_the_same_digit_typed_quickly_counts_each_time(tmp_path: Path) -> None:
    with Stage(tmp_path, pin=False) as stage:
        stage.kiosk.desk.set_first_pin("1111")
        tablet = await stage.tablet("/trainer").start()
        await tablet.tap_quickly(*["trainer.pin:1"] * 4)
        await tablet.until(lambda: tablet.has("trainer.learners"), seconds=2)


async def test_every_quick_tap_on_a_note_counts(stage: Stage) -> None:
    tablet, _ = await at_first(stage, Money)
    await tablet.tap_twice("money.add:100")
    assert tablet.label("money.total") == "200"
    await tablet.tap_quickly("money.add:100", "money.add:50", "money.add:100")
    assert tablet.label("money.total") == "450"


async def test_every_quick_tap_takes_a_note_away(stage: Stage) -> None:
    tablet, _ = await at_first(stage, Money)
    await tablet.tap_quickly("money.add:100", "money.add:100", "money.add:100")
    await tablet.tap_twice("money.remove:100")
    assert tablet.label("money.total") == "100"


async def test_an_amount_laid_quickly_is_taken_whole(stage: Stage) -> None:
    tablet, learner = await at_first(stage, Money)
    lesson, step = stage.first_step(Money)
    assert isinstance(step, Money)
    await tablet.tap("money.add:100")
    pieces = [100, 100, *[10] * ((step.amount_fen - 300) // 10)]
    await tablet.tap_quickly(*(f"money.add:{fen}" for fen in pieces), "lesson.next")
    state = stage.room.lesson_state(learner, lesson.id)
    assert state is not None
    assert state.completed_step


async def test_every_quick_tap_makes_more(stage: Stage) -> None:
    tablet, learner = stage.somebody(0)
    stage.selling(learner)
    session = await stage.tablet("/store/product/p1/made", tablet).start()
    before = int(session.label("product.count"))
    await session.tap("product.more")
    one_tap = int(session.label("product.count")) - before
    await session.tap_twice("product.more")
    assert int(session.label("product.count")) == before + 3 * one_tap


async def test_pictures_tapped_quickly_are_all_put_in_order(stage: Stage) -> None:
    tablet, learner = await at_first(stage, Order)
    lesson, step = stage.first_step(Order)
    assert isinstance(step, Order)
    await tablet.tap_quickly(*(f"lesson.answer:{item}" for item in right_answer(step)))
    state = stage.room.lesson_state(learner, lesson.id)
    assert state is not None
    assert state.completed_step


async def test_secret_pictures_tapped_quickly_all_count(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    tablet = await stage.tablet(f"/secret/{learner}").start()
    await tablet.tap_quickly(*(f"secret.picture:{name}" for name in SECRET))
    await tablet.until(lambda: tablet.route == "/home", seconds=2)


async def test_digits_tapped_quickly_all_count(stage: Stage) -> None:
    tablet = await stage.tablet("/trainer").start()
    await tablet.tap_quickly(*(f"trainer.pin:{digit}" for digit in "2580"))
    await tablet.until(lambda: tablet.has("trainer.learners"), seconds=2)


async def test_a_late_tap_on_a_screen_that_is_gone_does_nothing(stage: Stage) -> None:
    tablet, learner = stage.somebody(0)
    session = await stage.tablet("/home", tablet).start()
    stale = session.find("learner.next")
    await session.tap("learner.signout")
    assert session.route == "/"
    before = kinds(stage)
    await session.event(stale, "tap")
    await session.event(stale["content"], "click")
    assert kinds(stage) == before
    assert not session.errors
    assert not stage.room.lesson_states(learner)
