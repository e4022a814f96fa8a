"""Who the learners are and what each one did, as the journal tells it."""

from collections.abc import Iterator
from itertools import count

from demo_store.events import OrderAccepted, StoreViewedAsBuyer
from kiosk.progress.events import (
    GuestStarted,
    LanguageChosen,
    LearnerEnrolled,
    LearnerForgotten,
    NeuralVoiceChosen,
    PinSet,
    ProductKindChosen,
    SecretFailed,
    SecretSet,
    SignedIn,
    SignedOut,
    TrainerPinFailed,
    TrainerSignedIn,
)
from kiosk.progress.journal import Envelope
from kiosk.progress.kinds import Event, encoded
from kiosk.progress.records import Learner, Records
from lessons.events import LessonStarted

AYGUL = LearnerEnrolled("a", "hen", "eggs", "ug", "ئايگۈل", "clip-1", "hash")


def records_of(*events: tuple[str | None, Event]) -> Records:
    return Records.rebuilt(envelopes_of(*events))


def envelopes_of(*events: tuple[str | None, Event]) -> Iterator[Envelope]:
    seconds = count()
    for learner, event in events:
        at = f"2024-05-01T08:00:{next(seconds):02}.000+00:00"
        yield Envelope("id", 1, at, "t1", learner, *_versioned(event))


def _versioned(event: Event) -> tuple[str, int, dict[str, object]]:
    kind, data = encoded(event)
    return kind, 1, data


def test_learners_stand_in_the_sequence_of_their_enrolment() -> None:
    bakes = LearnerEnrolled("b", "oven", "nang", "zh")
    records = records_of((None, AYGUL), (None, bakes), (None, AYGUL))
    assert records.learners == (
        Learner("a", "ug", "hen", "ئايگۈل", "clip-1", "eggs", "hash"),
        Learner("b", "zh", "oven", "", "", "nang"),
    )
    assert [learner.has_secret for learner in records.learners] == [True, False]


def test_a_guest_who_enrols_keeps_what_she_did() -> None:
    records = records_of(
        (None, GuestStarted("a", "ug")), ("a", LessonStarted("nang")), (None, AYGUL)
    )
    learner = records.learner("a")
    assert learner is not None
    assert not learner.guest
    assert records.lesson_events("a") == (LessonStarted("nang"),)


def test_lesson_events_and_store_events_are_kept_apart_and_in_sequence() -> None:
    records = records_of(
        (None, AYGUL),
        ("a", StoreViewedAsBuyer()),
        ("a", LessonStarted("nang")),
        ("b", OrderAccepted("o9")),
        ("a", OrderAccepted("o1")),
    )
    assert records.store_events("a") == (StoreViewedAsBuyer(), OrderAccepted("o1"))
    assert records.lesson_events("a") == (LessonStarted("nang"),)
    assert records.lesson_events("nobody") == ()


def test_who_is_signed_in_is_told_per_tablet() -> None:
    records = records_of((None, SignedIn("a", "t1")), (None, SignedIn("b", "t2")))
    assert (records.signed_in("t1"), records.signed_in("t2")) == ("a", "b")
    records = records_of((None, SignedIn("a", "t1")), (None, SignedOut("a", "t1", "asked")))
    assert records.signed_in("t1") is None


def test_a_late_sign_out_does_not_sign_out_the_next_learner() -> None:
    records = records_of(
        (None, SignedIn("a", "t1")),
        (None, SignedIn("b", "t1")),
        (None, SignedOut("a", "t1", "silence")),
    )
    assert records.signed_in("t1") == "b"


def test_a_language_belongs_to_the_learner_or_else_to_the_tablet() -> None:
    records = records_of((None, AYGUL), ("a", LanguageChosen("zh")), (None, LanguageChosen("en")))
    assert [learner.language for learner in records.learners] == ["zh"]
    assert records.language("t1") == "en"
    assert records.language("t2") is None


def test_a_card_can_change() -> None:
    records = records_of(
        (None, AYGUL), ("a", ProductKindChosen("a", "nang")), (None, SecretSet("a", ""))
    )
    assert records.learners[0].product_kind == "nang"
    assert not records.learners[0].has_secret


def test_wrong_pins_are_counted_until_the_right_one() -> None:
    wrong = [(None, TrainerPinFailed())] * 3
    assert records_of((None, PinSet("h")), *wrong).trainer_attempts.failures == 3
    assert records_of(*wrong, (None, TrainerSignedIn())).trainer_attempts.failures == 0


def test_wrong_secret_pictures_are_counted_per_learner() -> None:
    records = records_of((None, SecretFailed("a")), (None, SecretFailed("b")))
    assert records.secret_attempts("a").failures == 1
    records.apply(*envelopes_of((None, SignedIn("a", "t1"))))
    assert records.secret_attempts("a").failures == 0
    assert records.secret_attempts("b").failures == 1


def test_nothing_of_a_forgotten_learner_is_left() -> None:
    records = records_of(
        (None, AYGUL),
        ("a", LessonStarted("nang")),
        ("a", OrderAccepted("o1")),
        (None, SignedIn("a", "t1")),
        (None, LearnerForgotten("a")),
        ("a", LessonStarted("eggs")),
    )
    assert records.learners == ()
    assert not records.lesson_events("a")
    assert not records.store_events("a")
    assert records.summary("a").last_seen is None
    assert records.signed_in("t1") is None


def test_an_event_of_a_newer_kiosk_is_passed_over() -> None:
    records = records_of((None, AYGUL))
    at = "2024-05-01T08:00:59.000+00:00"
    records.apply(Envelope("id", 2, at, "t1", "a", "SangAloud", 9, {"song": 1}))
    assert len(records.learners) == 1


def test_a_language_is_of_the_tablet_where_it_was_chosen() -> None:
    records = records_of((None, LanguageChosen("en", "one")), (None, LanguageChosen("zh", "two")))
    chosen = [records.language(tablet) for tablet in ("one", "two", "t1", "three")]
    assert chosen == ["en", "zh", None, None]


def test_a_language_of_a_journal_that_told_of_no_tablet_still_loads() -> None:
    at = "2024-05-01T08:00:00.000+00:00"
    old = Envelope("id", 1, at, "t1", None, "LanguageChosen", 1, {"language": "zh"})
    assert Records.rebuilt([old]).language("t1") == "zh"


def test_the_neural_voice_speaks_the_languages_it_was_chosen_for_last() -> None:
    chosen = [NeuralVoiceChosen("ug", True), NeuralVoiceChosen("zh", True)]
    assert not records_of().neural_voices
    assert records_of(*((None, each) for each in chosen)).neural_voices == {"ug", "zh"}
    off = (None, NeuralVoiceChosen("zh", False))
    assert records_of(*((None, each) for each in chosen), off).neural_voices == {"ug"}
