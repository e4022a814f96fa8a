"""A sound that is long under way is waited for; one that is lost on the way is asked for again."""

from playwright.sync_api import Route

from kiosk.wording import words
from tests.e2e.journey import WELCOME_FIRST, Learner, lesson_at
from tests.e2e.screen import Screen

SOUNDS = "**/speech/*"


def test_asking_again_for_a_sound_that_is_still_loading_is_no_trouble(tablet: Screen) -> None:
    learner = Learner(tablet)
    learner.is_told(words(WELCOME_FIRST))
    held: list[Route] = []
    tablet.page.route(SOUNDS, lambda route: held.append(route))
    learner.tap("home.guest")
    learner.tap("learner.next")
    tablet.see("speak.again")
    for _ in range(3):
        tablet.tap("speak.again")
        tablet.page.wait_for_timeout(500)
    for route in held:
        route.continue_()
    tablet.page.unroute(SOUNDS)
    learner.hears(lesson_at(0).steps[0].say)
    tablet.page.wait_for_timeout(6500)
    assert not tablet.has("trouble")
    learner.hears_again(lesson_at(0).steps[0].say)


def test_a_sound_that_is_lost_on_the_way_is_heard_all_the_same(tablet: Screen) -> None:
    learner = Learner(tablet)
    learner.is_told(words(WELCOME_FIRST))
    tablet.page.route(SOUNDS, lambda route: route.abort(), times=1)
    with tablet.outage():
        learner.tap("home.guest")
        learner.hears(words("home.greeting"))
    assert not tablet.has("trouble")
    learner.hears_again(words("home.greeting"))
