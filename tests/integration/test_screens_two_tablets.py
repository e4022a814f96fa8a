"""Several tablets on one kiosk, several people on one tablet: nobody is mixed up."""

import pytest

from demo_store import commands as do
from kiosk.wording import words
from lessons.course import Tell
from lessons.engine import Begin, GoOn
from tests.stage import SECRET, Stage

pytestmark = pytest.mark.usefixtures("unhurried")


async def test_two_learners_on_two_tablets_do_not_move_each_other(told: Stage) -> None:
    (tablet, one), (other_tablet, other) = told.somebody(0), told.somebody(1)
    first = await told.tablet("/home", tablet).start()
    second = await told.tablet("/home", other_tablet).start()
    await first.tap("learner.next")
    await first.tap("lesson.next")
    await second.tap("learner.store")
    await second.tap("store.next-day")
    assert first.label("lesson.step").startswith("2/")
    assert second.label("store.day") == "2"
    assert told.room.store(one).day == 1
    assert not told.room.lesson_states(other)
    assert first.label("learner.name") != second.label("learner.name")


async def test_two_learners_after_each_other_on_one_tablet_are_kept_apart(told: Stage) -> None:
    tablet, one = told.somebody(0)
    _, other = told.somebody(1)
    session = await told.tablet("/home", tablet).start()
    await session.tap("learner.next")
    await session.tap("lesson.next")
    await session.tap("nav.home")
    await session.tap("learner.signout")
    assert not session.has("learner.name")
    await session.tap(f"home.learner:{other}")
    assert session.label("learner.name") == told.room.records.learner(other).name  # type: ignore[union-attr]
    assert not told.room.lesson_states(other)
    await session.tap("learner.next")
    assert session.label("lesson.step").startswith("1/")
    assert next(iter(told.room.lesson_states(one).values())).step_index == 1


async def test_a_screen_of_the_learner_before_cannot_be_opened_after_she_left(
    stage: Stage,
) -> None:
    tablet, learner = stage.somebody(0)
    stage.selling(learner)
    session = await stage.tablet("/store", tablet).start()
    await session.goto("/home")
    await session.tap("learner.signout")
    for route in ("/store", "/home", "/lessons", "/store/money", "/lesson/my-product"):
        await session.goto(route)
        assert session.has("home.guest")
        assert not session.has("learner.name")


async def test_the_same_learner_on_two_tablets_does_every_step_once(told: Stage) -> None:
    lesson, _ = told.first_step(Tell)
    tablet, learner = told.somebody(0)
    told.room.sign_in("another-tablet", learner)
    told.room.learn(learner, lesson, Begin())
    first = await told.tablet(f"/lesson/{lesson.id}", tablet).start()
    second = await told.tablet(f"/lesson/{lesson.id}", "another-tablet").start()
    await first.tap("lesson.next")
    await second.tap("lesson.next")
    state = told.room.lesson_state(learner, lesson.id)
    assert state is not None
    assert state.step_index == 1


async def test_a_tablet_that_shows_an_old_step_catches_up_at_the_first_tap(
    stage: Stage,
) -> None:
    lesson, _ = stage.first_step(Tell)
    tablet, learner = stage.somebody(0)
    stage.room.sign_in("another-tablet", learner)
    stage.room.learn(learner, lesson, Begin())
    old = await stage.tablet(f"/lesson/{lesson.id}", tablet).start()
    stage.room.learn(learner, lesson, GoOn())
    await old.tap("lesson.next")
    assert old.label("lesson.step").startswith("2/")


async def test_an_order_that_was_accepted_on_another_tablet_is_not_accepted_again(
    stage: Stage,
) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    session = await stage.tablet("/store/order/o1", tablet).start()
    stage.trade(learner, do.AcceptOrder("o1"))
    await session.tap("order.accept")
    accepted = [e for e in stage.room.journal.envelopes() if e.kind == "OrderAccepted"]
    assert len(accepted) == 1
    assert words("refused.done").ug == session.label("screen.sentence")


async def test_a_new_learner_is_on_every_tablets_start_when_it_is_drawn_next(
    stage: Stage,
) -> None:
    session = await stage.tablet("/").start()
    _, learner = stage.somebody(0)
    assert not session.has(f"home.learner:{learner}")
    await session.goto("/enrol")
    await session.tap("nav.back")
    assert session.has(f"home.learner:{learner}")


async def test_guests_are_not_listed_and_each_one_begins_anew(stage: Stage) -> None:
    session = await stage.tablet("/").start()
    for _ in range(2):
        await session.tap("home.guest")
        assert session.label("learner.name") == words("start.guest").ug
        await session.tap("learner.next")
        assert session.label("lesson.step").startswith("1/")
        await session.tap("lesson.next")
        await session.tap("nav.home")
        await session.tap("learner.signout")
    assert not [each for each in session.identifiers() if each.startswith("home.learner:")]
    assert sum(each.guest for each in stage.room.records.learners) == 2


async def test_a_visitor_is_in_a_lesson_after_two_taps(stage: Stage) -> None:
    session = await stage.tablet("/").start()
    await session.tap("home.guest")
    await session.tap("learner.next")
    assert session.has("lesson.prompt")


async def test_a_language_is_chosen_for_this_tablet_and_kept(stage: Stage) -> None:
    session = await stage.tablet("/", "hers").start()
    welcome = words("start.welcome-first")
    for language in ("zh", "en", "ug"):
        await session.tap(f"home.language:{language}")
        assert session.label("screen.sentence") == welcome.text(language)  # type: ignore[arg-type]
    await session.tap("home.language:zh")
    stage.begin_again()
    assert stage.room.language_of("hers") == "zh"


async def test_nobody_is_told_to_touch_a_picture_that_is_not_there(stage: Stage) -> None:
    stage.room.welcome_guest("a-tablet", stage.language)
    session = await stage.tablet("/").start()
    assert session.label("screen.sentence") == words("start.welcome-first").ug
    stage.somebody(0)
    session = await stage.tablet("/").start()
    assert session.label("screen.sentence") == words("start.welcome").ug


# -- secret pictures


async def test_her_secret_pictures_open_her_card(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    session = await stage.tablet("/").start()
    await session.tap(f"home.learner:{learner}")
    assert session.route == f"/secret/{learner}"
    for name in SECRET:
        assert not session.has("learner.name")
        await session.tap(f"secret.picture:{name}")
    await session.until(lambda: session.route == "/home")
    assert session.has("learner.name")


@pytest.mark.parametrize(
    "wrong", [tuple(reversed(SECRET)), ("sun", "cat", "cat"), ("moon", "moon", "moon")]
)
async def test_other_pictures_or_another_sequence_do_not_open_it(
    stage: Stage, wrong: tuple[str, ...]
) -> None:
    _, learner = stage.somebody(0, SECRET)
    session = await stage.tablet(f"/secret/{learner}").start()
    for name in wrong:
        await session.tap(f"secret.picture:{name}")
    await session.until(lambda: session.label("screen.sentence") == words("secret.wrong").ug)
    assert session.route == f"/secret/{learner}"
    assert not session.has("learner.name")
    await session.goto("/home")
    assert session.has("home.guest")


async def test_who_guesses_pictures_has_to_wait_even_with_the_right_ones(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    session = await stage.tablet(f"/secret/{learner}").start()
    for _ in range(3):
        for name in ("moon", "moon", "moon"):
            await session.tap(f"secret.picture:{name}")
        await session.settle()
    for name in SECRET:
        await session.tap(f"secret.picture:{name}")
    await session.settle()
    assert session.route == f"/secret/{learner}"
    waiting = words("secret.wait", count="").ug.split("\u2069")[-1].strip()
    assert waiting in session.label("screen.sentence")


async def test_tapping_over_again_clears_the_pictures(stage: Stage) -> None:
    _, learner = stage.somebody(0, SECRET)
    session = await stage.tablet(f"/secret/{learner}").start()
    await session.tap("secret.picture:moon")
    await session.tap("secret.clear")
    for name in SECRET:
        await session.tap(f"secret.picture:{name}")
    await session.until(lambda: session.route == "/home")


async def test_a_tablet_where_nobody_chose_a_language_speaks_uyghur(stage: Stage) -> None:
    first = await stage.tablet("/", "one").start()
    await first.tap("home.language:en")
    second = await stage.tablet("/", "two").start()
    assert (first.label("home.guest"), second.label("home.guest")) == (
        words("start.guest").en,
        words("start.guest").ug,
    )
    stage.begin_again()
    assert [stage.room.language_of(tablet) for tablet in ("one", "two")] == ["en", "ug"]
