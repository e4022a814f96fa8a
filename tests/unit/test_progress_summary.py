"""What the trainer is told, and that it is the same told at once or bit by bit."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from demo_store.events import (
    OrderAccepted,
    OrderDeclined,
    OrderLapsed,
    OrderPaidOut,
    OrderPlaced,
    OrderShipped,
    ReviewWritten,
)
from kiosk.progress.digest import Digest, digested
from kiosk.progress.digest_text import digest_of, text_of
from kiosk.progress.events import (
    Attended,
    FamilyNamed,
    GroupChosen,
    GroupNamed,
    GuestStarted,
    LanguageChosen,
    LearnerEnrolled,
    LearnerForgotten,
    NoteWritten,
    ProductKindChosen,
    SameLearner,
    SecretFailed,
    SecretSet,
    SignedIn,
    SignedOut,
    TrainerPinFailed,
    TrainerSignedIn,
)
from kiosk.progress.journal import Envelope
from kiosk.progress.kinds import Event, encoded
from kiosk.progress.records import Records
from kiosk.progress.summary import LearnerSummary, StepHelp, fold
from lessons import events
from lessons.events import (
    GoalReached,
    HintGiven,
    LessonCompleted,
    LessonStarted,
    StepAnswered,
    StepCompleted,
    StepEntered,
)

START = datetime(2024, 5, 1, 8, tzinfo=UTC)


def summary_of(*events: tuple[float, Event | None]) -> LearnerSummary:
    """Events with the seconds at which they came."""
    summary = LearnerSummary()
    for seconds, event in events:
        summary = fold(summary, START + timedelta(seconds=seconds), event)
    return summary


def paid(fen: int) -> OrderPaidOut:
    return OrderPaidOut("o1", 1000, 20, 300, 0, fen, 3)


def test_a_lesson_that_is_done_is_counted_once() -> None:
    summary = summary_of(
        (0, LessonStarted("nang")),
        (1, LessonCompleted("nang")),
        (2, LessonStarted("nang")),
        (3, LessonCompleted("nang")),
    )
    assert summary.lessons_done == ("nang",)
    assert (summary.lesson, summary.step) == (None, None)


def test_the_current_lesson_and_step_are_told() -> None:
    summary = summary_of((0, LessonStarted("nang")), (1, StepEntered("nang", "oven")))
    assert (summary.lesson, summary.step) == ("nang", "oven")


def test_help_is_counted_for_the_step_that_needed_it() -> None:
    summary = summary_of(
        (0, LessonStarted("nang")),
        (0, StepEntered("nang", "oven")),
        (10, StepAnswered("nang", "oven", ("hen",), False)),
        (20, HintGiven("nang", "oven", 2, False)),
        (25, HintGiven("nang", "oven", 1, True)),
        (30, StepAnswered("nang", "oven", ("nang",), True)),
        (30, StepCompleted("nang", "oven", 2, 2)),
        (30, StepEntered("nang", "road")),
        (37, StepAnswered("nang", "road", ("a",), True)),
    )
    assert summary.steps == {
        ("nang", "oven"): StepHelp(
            tries=2,
            wrong=1,
            hints=2,
            level=2,
            seconds=30,
            done=True,
            alone_at_first=False,
            first_seconds=30,
            lately=(-1,),
        ),
        ("nang", "road"): StepHelp(tries=1, seconds=7),
    }
    assert summary.helped_steps == (("nang", "oven"),)


def test_a_long_silence_counts_as_two_minutes() -> None:
    summary = summary_of((0, LessonStarted("nang")), (3600, None), (3630, None))
    assert summary.practised_seconds == 150
    assert summary.minutes == 2


def test_the_time_between_two_visits_is_no_practice() -> None:
    summary = summary_of(
        (0, SignedIn("l", "t")),
        (30, SignedOut("l", "t", "asked")),
        (90, SignedIn("l", "t")),
        (100, None),
    )
    assert summary.practised_seconds == 40


def test_a_clock_that_was_set_back_takes_no_time_away() -> None:
    summary = summary_of((0, None), (30, None), (-90000, None), (-89990, None))
    assert summary.practised_seconds == 40
    assert summary.last_seen == START + timedelta(seconds=30)


def test_store_results_are_told_in_fen_and_stars() -> None:
    summary = summary_of(
        (0, paid(680)),
        (1, paid(-100)),
        (2, ReviewWritten("o1", 5, ())),
        (3, ReviewWritten("o2", 2, ("late",))),
    )
    assert (summary.orders_paid, summary.income_fen, summary.mean_stars) == (2, 580, 3.5)
    assert LearnerSummary().mean_stars is None


def placed(order: str, due_day: int) -> OrderPlaced:
    return OrderPlaced(order, "p1", 2, 500, "beijing", "c", 1, due_day)


def shipped(order: str, day: int) -> OrderShipped:
    return OrderShipped(order, "air", 300, day, day + 3, 0)


def test_orders_are_in_time_that_were_sent_by_their_day() -> None:
    assert LearnerSummary().in_time_percent is None
    summary = summary_of(
        (0, placed("o1", 3)),
        (1, placed("o2", 3)),
        (2, placed("o3", 4)),
        (3, placed("o4", 4)),
        (4, placed("o5", 9)),
        (5, shipped("o1", 3)),
        (6, shipped("o2", 4)),
        (7, OrderDeclined("o3")),
        (8, OrderLapsed("o4", 7)),
        (9, shipped("of-an-older-record", 1)),
    )
    assert (summary.orders_sent, summary.orders_in_time) == (3, 1)
    assert summary.in_time_percent == 33
    assert summary.orders_due == {"o5": 9}


def test_what_went_wrong_before_in_a_step_is_over_when_she_comes_to_it_again() -> None:
    failed = (
        (0, LessonStarted("nang")),
        (0, StepEntered("nang", "oven")),
        (1, StepAnswered("nang", "oven", ("hen",), False)),
        (1, HintGiven("nang", "oven", 1, False)),
        (2, StepAnswered("nang", "oven", ("hen",), False)),
        (2, HintGiven("nang", "oven", 2, False)),
    )
    assert summary_of(*failed).here.failures == 2
    again = summary_of(*failed, (9, LessonStarted("nang")), (9, StepEntered("nang", "oven")))
    assert again.here.failures == 0
    assert again.steps["nang", "oven"].failures == 2


def test_the_last_four_times_are_kept_with_their_place_among_all_steps() -> None:
    done = [
        (float(n), StepCompleted("nang", "oven", 1 if alone else 2, 0 if alone else 1))
        for n, alone in enumerate((True, False, True, True, True))
    ]
    oven = summary_of(*done).steps["nang", "oven"]
    assert oven.lately == (-2, 3, 4, 5)
    assert oven.alone_at_first is True


WHO = st.sampled_from(["a", "b"])
LESSON = st.sampled_from(["nang", "eggs"])
STEP = st.sampled_from(["oven", "road"])
OF_A_LEARNER = st.one_of(
    st.builds(LessonStarted, LESSON),
    st.builds(StepEntered, LESSON, STEP),
    st.builds(StepAnswered, LESSON, STEP, st.just(("x",)), st.booleans()),
    st.builds(HintGiven, LESSON, STEP, st.integers(1, 3), st.booleans()),
    st.builds(GoalReached, LESSON, STEP, st.integers(0, 2)),
    st.builds(StepCompleted, LESSON, STEP, st.integers(1, 4), st.integers(0, 3)),
    st.builds(LessonCompleted, LESSON),
    st.builds(
        events.TestStepEnded, LESSON, st.sampled_from(["before", "after"]), STEP, st.booleans()
    ),
    st.builds(paid, st.integers(-500, 5000)),
    st.builds(ReviewWritten, st.just("o"), st.integers(1, 5), st.just(())),
    st.builds(placed, st.sampled_from(["o1", "o2"]), st.integers(1, 5)),
    st.builds(shipped, st.sampled_from(["o1", "o2"]), st.integers(1, 5)),
    st.builds(OrderLapsed, st.just("o1"), st.just(4)),
    st.builds(OrderAccepted, st.just("o")),
    st.builds(LanguageChosen, st.sampled_from(["ug", "zh", "en"])),
)
OF_THE_TABLET = st.one_of(
    st.builds(LearnerEnrolled, WHO, st.just("hen"), st.just("eggs"), st.just("ug")),
    st.builds(GuestStarted, WHO, st.just("zh")),
    st.builds(SignedIn, WHO, st.just("t1")),
    st.builds(SignedOut, WHO, st.just("t1"), st.just("silence")),
    st.builds(ProductKindChosen, WHO, st.just("nang")),
    st.builds(SecretSet, WHO, st.sampled_from(["", "hash"])),
    st.builds(SecretFailed, WHO),
    st.builds(GroupNamed, st.sampled_from(["g", "h"]), st.just("sun"), st.sampled_from(["", "x"])),
    st.builds(GroupChosen, WHO, st.sampled_from(["", "g"])),
    st.builds(FamilyNamed, WHO, st.just("Tursun")),
    st.builds(NoteWritten, WHO, st.sampled_from(["", "asks"])),
    st.builds(Attended, WHO, st.sampled_from(["2026-11-01", "2026-11-02"]), st.booleans()),
    st.builds(SameLearner, WHO, WHO),
    st.builds(TrainerPinFailed),
    st.builds(TrainerSignedIn),
    st.builds(LearnerForgotten, WHO),
)


@st.composite
def journals(draw: st.DrawFn) -> list[Envelope]:
    things = st.one_of(st.tuples(WHO, OF_A_LEARNER), st.tuples(st.none(), OF_THE_TABLET))
    at, envelopes = START, []
    for seq, (learner, event) in enumerate(draw(st.lists(things, max_size=40)), start=1):
        at += timedelta(seconds=draw(st.integers(-300, 600)))
        kind, data = encoded(event)
        envelopes.append(Envelope(str(seq), seq, at.isoformat(), "t1", learner, kind, 1, data))
    return envelopes


def all_of(records: Records) -> object:
    return (
        records.learners,
        records.groups,
        records.at_tablets,
        records.signed_in("t1"),
        records.language("t1"),
        records.trainer_attempts,
        [
            (
                records.lesson_events(who),
                records.store_events(who),
                records.summary(who),
                records.note(who),
                records.attended(who),
                records.other_cards(who),
                records.secret_attempts(who),
            )
            for who in "ab"
        ],
    )


def what_forgetting_leaves(envelopes: list[Envelope]) -> list[Envelope]:
    gone = {e.data["learner"] for e in envelopes if e.kind == "LearnerForgotten"}
    return [
        envelope
        for envelope in envelopes
        if envelope.kind == "LearnerForgotten"
        or not {envelope.learner, envelope.data.get("learner")} & gone
    ]


@given(journals())
@settings(max_examples=200, deadline=None)
def test_records_grown_bit_by_bit_equal_records_rebuilt(envelopes: list[Envelope]) -> None:
    grown = Records()
    for number, envelope in enumerate(envelopes, start=1):
        grown.apply(envelope)
        left = what_forgetting_leaves(envelopes[:number])
        assert all_of(grown) == all_of(Records.rebuilt(left))


@given(journals(), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_a_digest_that_was_kept_and_grew_on_equals_one_made_of_everything(
    envelopes: list[Envelope], kept_after: int
) -> None:
    kept, anew = Digest(), Digest()
    hers = [each for each in envelopes if each.about == "a"]
    for number, envelope in enumerate(hers):
        if number == kept_after:
            read = digest_of(text_of(kept))
            assert read == kept
            kept = read
        kept = digested(kept, envelope, envelope.event())
        anew = digested(anew, envelope, envelope.event())
    assert digest_of(text_of(kept)) == anew
