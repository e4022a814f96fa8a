"""The whole path: a learner enrols, learns, sells, and the trainer sees it."""

import csv
from pathlib import Path

import pytest

from kiosk.picture_words import picture_words
from kiosk.wording import number, words
from lessons.phrase import Language
from tests.e2e.conftest import OpenScreen
from tests.e2e.hand import Hand
from tests.e2e.journey import ORDER_ACTS, PHONE, TABLET, Learner, Window, course, lesson_at
from tests.served import Served

PIN = "2580"


def at_the_start(
    kiosk: Served, open_screen: OpenScreen, window: Window, language: Language
) -> Learner:
    learner = Learner(open_screen(kiosk.url, *window), language)
    learner.chooses_language()
    return learner


def sells_one_order(learner: Learner) -> int:
    """From her home to the money of one order and home again; what is hers then, in fen."""
    learner.tap("learner.store")
    learner.screen.see("store.day")
    learner.adds_her_product()
    learner.makes()
    learner.prices(350)
    learner.goes_back_to_the_front()
    learner.sleeps_until_ordered()
    for act, state in ORDER_ACTS:
        learner.does_with_order(act, state)
    learner.sleeps_until_paid()
    learner.goes_back_to_the_front()
    mine = learner.counts_money()
    learner.tap("nav.home")
    learner.is_told(words("home.greeting"))
    return mine


def enters_the_trainers_room(hand: Hand) -> None:
    """Sets the first PIN, twice the same."""
    hand.tap("home.trainer")
    hand.is_told(words("trainer.pin-first"))
    types_pin(hand)
    hand.is_told(words("trainer.pin-again"))
    types_pin(hand)
    hand.is_told(words("people.here", count=number(1)))
    hand.tap("trainer.learners")
    hand.is_told(words("trainer.learners", count=number(1)))


def types_pin(hand: Hand) -> None:
    for digit in PIN:
        hand.tap(f"trainer.pin:{digit}")


def exported_rows(kiosk: Served) -> list[dict[str, str]]:
    [file] = (kiosk.folder / "data" / "exports").glob("*.csv")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")  # or Excel breaks the Uyghur letters
    with Path(file).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def the_trainer_sees(hand: Hand, kiosk: Served, lessons_done: int) -> dict[str, str]:
    """At the start screen; the row of the one learner in the trainer's table."""
    [learner] = hand.ending("home.learner:")
    enters_the_trainers_room(hand)
    assert hand.screen.value("trainer.learners") == "1"
    hand.tap(f"trainer.learner:{learner}")
    hand.is_told(words("trainer.learner", name=picture_words("learner-01")))
    lesson = lesson_at(0)
    helped = next(step for step in lesson.steps if step.id == "where-it-is-seen")
    hand.tap(f"trainer.lesson:{lesson.id}")
    assert hand.screen.value(f"trainer.step:{lesson.id}/{helped.id}") == "1"
    assert hand.screen.value(f"trainer.step:{lesson.id}/{lesson.steps[0].id}") == "0"
    hand.tap("nav.back")
    hand.tap("trainer.export")
    hand.hears_something()
    [row] = exported_rows(kiosk)
    titles = [hand.text(each.title) for each in list(course().lessons())[:lessons_done]]
    assert row["lessons_done"] == "; ".join(titles)
    assert (row["language"], row["product"]) == (hand.language, hand.kind)
    assert hand.text(lesson.title) in row["steps_with_help"]
    return row


def test_a_learner_goes_through_the_whole_unit_and_the_trainer_sees_it(
    kiosk: Served, open_screen: OpenScreen
) -> None:
    learner = at_the_start(kiosk, open_screen, TABLET, "ug")
    learner.enrols()
    for lesson in course().lessons():
        learner.plays_next_lesson(lesson)
    learner.hears(words("home.store-awaits"))
    sells_one_order(learner)
    learner.signs_out()
    row = the_trainer_sees(learner, kiosk, len(list(course().lessons())))
    assert row["orders_paid"] == "2"


@pytest.mark.parametrize(
    ("language", "window"),
    [("ug", PHONE), ("zh", TABLET), ("zh", PHONE), ("en", TABLET), ("en", PHONE)],
    ids=["ug-phone", "zh-tablet", "zh-phone", "en-tablet", "en-phone"],
)
def test_a_lesson_an_order_and_the_trainer_in_every_language_and_size(
    kiosk: Served, open_screen: OpenScreen, language: Language, window: Window
) -> None:
    learner = at_the_start(kiosk, open_screen, window, language)
    learner.enrols()
    learner.plays_next_lesson(lesson_at(0))
    learner.hears(lesson_at(1).promise)
    sells_one_order(learner)
    learner.signs_out()
    row = the_trainer_sees(learner, kiosk, 1)
    assert row["orders_paid"] == "1"
