"""Who is at the tablet: a visitor, two people at two tablets, a hand that taps twice."""

from kiosk.wording import words
from lessons.course import Choose
from tests.e2e.conftest import OpenScreen
from tests.e2e.journey import WELCOME_FIRST, Learner, lesson_at
from tests.e2e.screen import Screen
from tests.served import Served


def test_a_visitor_is_in_a_lesson_with_the_second_tap(tablet: Screen) -> None:
    visitor = Learner(tablet)
    visitor.tap("home.guest")
    visitor.is_told(words("home.greeting"))
    visitor.tap("learner.next")
    visitor.is_at(lesson_at(0), 1)


def test_a_visitor_leaves_no_picture_behind_and_the_next_one_begins_anew(tablet: Screen) -> None:
    visitor = Learner(tablet)
    lesson = lesson_at(0)
    visitor.tap("home.guest")
    visitor.tap("learner.next")
    visitor.plays(lesson, 1, 2)
    visitor.is_at(lesson, 3)
    visitor.tap("nav.home")
    visitor.tap("learner.signout")
    visitor.is_told(words(WELCOME_FIRST))
    assert visitor.ending("home.learner:") == []
    visitor.tap("home.guest")
    visitor.tap("learner.next")
    visitor.is_at(lesson, 1)


def test_two_tablets_at_once_do_not_mix_their_learners(
    kiosk: Served, open_screen: OpenScreen
) -> None:
    lesson = lesson_at(0)
    baker = Learner(open_screen(kiosk.url), "ug", "nang")
    keeper = Learner(open_screen(kiosk.url), "zh", "eggs")
    baker.enrols(1)
    keeper.chooses_language()
    keeper.enrols(2)
    baker.tap("learner.next")
    keeper.tap("learner.next")
    keeper.plays(lesson, 1, 2)
    baker.is_at(lesson, 1)
    keeper.is_at(lesson, 3)
    for learner in (baker, keeper):
        learner.tap("nav.home")
        learner.tap("learner.store")
        learner.adds_her_product()
        learner.screen.see("product.publish")
        learner.tap("nav.back")
        learner.screen.see("product.add")
        [product] = learner.ending("product:")
        learner.tap(f"product:{product}")
        learner.hears(words("product.say-photo"))
    keeper.screen.reload()
    keeper.has_reloaded()
    keeper.hears(words("product.say-photo"))


def test_help_grows_from_other_words_to_a_hand_to_a_demonstration(tablet: Screen) -> None:
    visitor = Learner(tablet)
    lesson = lesson_at(0)
    step = lesson.steps[3]
    assert isinstance(step, Choose)
    visitor.tap("home.guest")
    visitor.tap("learner.next")
    visitor.plays(lesson, 1, 3)
    visitor.is_at(lesson, 4)
    visitor.tap("lesson.hint")
    visitor.is_told(step.coaching.hint, "lesson.prompt")
    visitor.tap("lesson.answer:oven")
    visitor.is_told(step.coaching.hint_with_hand, "lesson.prompt")
    for _ in range(2):  # the strongest help there is comes as often as she needs it
        visitor.tap("lesson.answer:oven")
        visitor.is_told(step.coaching.demonstration, "lesson.prompt")
    visitor.tap("lesson.answer:phone")
    visitor.is_told(step.coaching.praise, "lesson.prompt")


def test_a_double_tap_goes_on_by_one_step(tablet: Screen) -> None:
    visitor = Learner(tablet)
    lesson = lesson_at(0)
    visitor.tap("home.guest")
    visitor.tap("learner.next")
    for place in (1, 2):
        visitor.is_at(lesson, place)
        box = tablet.box("lesson.next")
        middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        tablet.page.mouse.dblclick(*middle, delay=40)
        visitor.hears(lesson.steps[place].say)
        visitor.is_at(lesson, place + 1)
