"""The plug is pulled: nothing that the screen had confirmed is gone, and nobody has to help.

The page comes back by itself at the same place; a tablet that was never here finds it too.
"""

from kiosk.progress.journal import JOURNAL_NAME
from kiosk.wording import words
from tests.e2e.conftest import OpenScreen
from tests.e2e.earlier import somebody_sells
from tests.e2e.hand import Hand
from tests.e2e.journey import ORDER_ACTS, Learner, lesson_at
from tests.served import Served


def the_plug_is_pulled(kiosk: Served, hand: Hand) -> None:
    """Kills the kiosk and starts it again; no hand touches the page, which loads itself anew."""
    data = kiosk.folder / "data"
    screen = hand.screen
    screen.page.evaluate("window.before = true")
    with screen.outage():
        kiosk.kill9()
        files = [data / JOURNAL_NAME, *(data / "learners").glob("*.log")]
        written = {file: file.read_bytes() for file in files}
        screen.wait(lambda: screen.page.evaluate("document.getElementById('gone').className"))
        kiosk.start()
        screen.wait(lambda: screen.page.evaluate("window.before === undefined"), 60)
        screen.wait_until_drawn()
    for file, before in written.items():
        assert file.read_bytes().startswith(before)
    hand.has_reloaded()


def on_a_new_tablet(kiosk: Served, open_screen: OpenScreen) -> Learner:
    """A tablet that was never here shows her picture; she taps it and is at her home."""
    learner = Learner(open_screen(kiosk.url))
    learner.is_told(words("start.welcome"))
    [her_id] = learner.ending("home.learner:")
    learner.tap(f"home.learner:{her_id}")
    learner.is_told(words("home.greeting"))
    return learner


def test_in_the_middle_of_a_lesson_she_is_at_the_same_step(
    kiosk: Served, open_screen: OpenScreen
) -> None:
    learner = Learner(open_screen(kiosk.url))
    learner.enrols()
    lesson = lesson_at(0)
    learner.tap("learner.next")
    learner.plays(lesson, 1, 3)
    learner.does(lesson.steps[3], set())  # a mistake, its hint, the right picture, praise

    the_plug_is_pulled(kiosk, learner)
    learner.is_told(lesson.steps[3].coaching.praise, "lesson.prompt")
    assert learner.screen.value("lesson.step") == f"4/{len(lesson.steps)}"
    learner.tap("lesson.next")
    learner.is_at(lesson, 5)

    the_plug_is_pulled(kiosk, learner)
    learner.is_at(lesson, 5)
    assert learner.screen.page.url == f"{kiosk.url}/lesson/{lesson.id}"
    there = on_a_new_tablet(kiosk, open_screen)
    there.tap("learner.next")
    there.is_at(lesson, 5)


def test_in_the_middle_of_a_practice_step_the_store_is_the_same(
    kiosk: Served, open_screen: OpenScreen
) -> None:
    learner = Learner(open_screen(kiosk.url))
    learner.tap("home.guest")
    lesson = lesson_at(1)
    learner.tap("learner.lessons")
    learner.tap(f"lesson:{lesson.id}")
    learner.plays(lesson, 1, 3)
    learner.is_at(lesson, 4)
    learner.adds_her_product()
    learner.is_told(lesson.steps[3].coaching.praise, "lesson.prompt")

    the_plug_is_pulled(kiosk, learner)
    learner.is_told(lesson.steps[3].coaching.praise, "lesson.prompt")
    learner.tap("nav.back")
    learner.screen.see("product.add")
    assert len(learner.ending("product:")) == 1
    learner.tap("lesson.next")
    learner.is_at(lesson, 5)


def test_in_the_middle_of_an_order_nothing_confirmed_is_gone(
    kiosk: Served, open_screen: OpenScreen
) -> None:
    kiosk.stop()
    somebody_sells(kiosk.folder / "data")
    kiosk.start()
    learner = on_a_new_tablet(kiosk, open_screen)
    learner.tap("learner.store")
    mine = learner.counts_money()
    learner.tap("nav.back")
    learner.tap("store.orders")
    learner.tap("order:o1")
    for act, state in ORDER_ACTS[:2]:
        learner.does_with_order(act, state)

    the_plug_is_pulled(kiosk, learner)
    learner.screen.wait_value("order.state", "collected")
    learner.hears(words("order.say-check"))
    for act, state in ORDER_ACTS[2:]:
        learner.does_with_order(act, state)
    learner.sleeps_until_paid()
    learner.goes_back_to_the_front()
    earned = learner.counts_money()
    assert earned != mine

    the_plug_is_pulled(kiosk, learner)
    learner.screen.wait_value("money.mine", str(earned))
    there = on_a_new_tablet(kiosk, open_screen)
    there.tap("learner.store")
    assert there.counts_money() == earned
    there.tap("nav.back")
    there.tap("store.orders")
    there.tap("order:o1")
    there.screen.wait_value("order.state", "paid")
