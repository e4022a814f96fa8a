"""Who likes it slower hears every sentence slower, in the browser itself."""

from kiosk.player import RATES
from kiosk.wording import words
from tests.e2e.journey import Learner, lesson_at
from tests.e2e.screen import Screen


def rates(tablet: Screen) -> list[float]:
    """How fast each sound was played that really began, oldest first."""
    found: list[float] = tablet.page.evaluate("window.__playRates")
    return found


def test_every_sentence_is_slower_for_who_likes_it_slower(tablet: Screen) -> None:
    learner = Learner(tablet)
    learner.enrols()
    assert set(rates(tablet)) == {RATES["normal"]}
    learner.tap("learner.voice")
    learner.is_told(words("voice.screen"))
    learner.tap("voice.pace:slow")
    learner.hears_something()
    learner.tap("voice.done")
    learner.is_told(words("home.greeting"))
    before = len(rates(tablet))
    learner.tap("learner.next")
    for place in (1, 2):
        learner.is_at(lesson_at(0), place)
        learner.tap("lesson.next")
    assert len(rates(tablet)) - before >= 4
    assert set(rates(tablet)[before:]) == {RATES["slow"]}
