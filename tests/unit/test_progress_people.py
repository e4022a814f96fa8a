"""Groups, families, notes, attendance, and two cards of one person."""

from pathlib import Path

import pytest

from demo_store.events import OrderPaidOut
from kiosk.progress.events import (
    Attended,
    FamilyNamed,
    GroupChosen,
    GroupNamed,
    LearnerEnrolled,
    LearnerForgotten,
    NoteWritten,
    SameLearner,
    SignedIn,
    SignedOut,
)
from kiosk.progress.journal import Journal
from kiosk.progress.kinds import Event
from kiosk.progress.records import Group, Records
from lessons.events import LessonCompleted, LessonStarted, StepAnswered, StepEntered

Told = tuple[str | None, Event]
A, B, C = (LearnerEnrolled(each, "hen", "eggs", "ug") for each in "abc")
PAID = OrderPaidOut("o1", 1000, 20, 300, 0, 680, 3)


def told(folder: Path, *events: Told) -> Records:
    """The records of a journal to which all of this was written, as they are live."""
    with Journal.open(folder) as journal:
        records = Records.of(journal)
        for learner, event in events:
            for envelope in journal.append(learner, [event]):
                records.apply(envelope)
        return records


def opened_again(folder: Path) -> Records:
    with Journal.open(folder) as journal:
        return Records.of(journal)


def test_a_group_has_the_name_and_picture_that_were_last_given(tmp_path: Path) -> None:
    records = told(
        tmp_path,
        (None, GroupNamed("g1", picture="sun")),
        (None, GroupNamed("g2", "Mothers", "moon")),
        (None, GroupNamed("g1", "Bakers", "oven")),
    )
    known = (Group("g1", "oven", "Bakers"), Group("g2", "moon", "Mothers"))
    assert records.groups == known
    assert opened_again(tmp_path).groups == known
    assert told(tmp_path, (None, GroupNamed("g1"))).groups == known[1:]


def test_what_the_trainer_notes_is_not_taken_for_her_own_doing(tmp_path: Path) -> None:
    records = told(
        tmp_path,
        (None, A),
        (None, GroupChosen("a", "g1")),
        (None, FamilyNamed("a", "Tursun")),
        (None, NoteWritten("a", "first")),
        (None, NoteWritten("a", "asks for the oven")),
        (None, A),
    )
    again = opened_again(tmp_path)
    for each in (records, again):
        card = each.learner("a")
        assert card is not None
        assert (card.group, card.family, each.note("a")) == ("g1", "Tursun", "asks for the oven")
    before = told(tmp_path / "other", (None, B)).summary("b")
    noted = told(tmp_path / "other", (None, NoteWritten("b", "x")), (None, GroupChosen("b", "g")))
    assert noted.summary("b") == before


def test_the_later_mark_of_a_day_counts(tmp_path: Path) -> None:
    told(
        tmp_path,
        (None, A),
        (None, Attended("a", "2026-11-01", True)),
        (None, Attended("a", "2026-11-02", True)),
        (None, Attended("a", "2026-11-01", False)),
    )
    assert opened_again(tmp_path).attended("a") == {"2026-11-02"}


ONE_PERSON: tuple[Told, ...] = (
    (None, A),
    (None, B),
    ("b", LessonStarted("nang")),
    ("b", StepEntered("nang", "first")),
    ("b", StepAnswered("nang", "first", ("x",), False)),
    ("b", LessonCompleted("nang")),
    ("b", PAID),
    (None, Attended("b", "2026-11-01", True)),
    ("a", LessonStarted("eggs")),
    ("a", PAID),
    (None, SameLearner("a", "b")),
)


@pytest.mark.parametrize("again", [False, True])
def test_two_cards_of_one_person_are_one_with_the_store_of_the_first(
    tmp_path: Path, again: bool
) -> None:
    records = told(tmp_path, *ONE_PERSON)
    records = opened_again(tmp_path) if again else records
    assert [each.id for each in records.learners] == ["a"]
    summary = records.summary("a")
    assert summary.lessons_done == ("nang",)
    assert summary.lesson == "eggs"
    assert summary.steps["nang", "first"].wrong == 1
    assert (summary.orders_paid, summary.income_fen) == (1, 680)
    assert records.attended("a") == {"2026-11-01"}
    assert records.other_cards("a") == ("b",)


def test_lessons_of_her_other_card_come_first(tmp_path: Path) -> None:
    told(tmp_path, *ONE_PERSON)
    with Journal.open(tmp_path) as journal:
        events = Records.of(journal).lesson_events("a")
    assert [type(each) for each in events[:2]] == [LessonStarted, StepEntered]
    assert events[-1] == LessonStarted("eggs")


@pytest.mark.parametrize("again", [False, True])
def test_who_sits_there_with_her_other_card_is_she(tmp_path: Path, again: bool) -> None:
    records = told(tmp_path, (None, A), (None, B), (None, SignedIn("b", "t")))
    records = told(tmp_path, (None, SameLearner("a", "b")))
    assert records.signed_in("t") == "a"
    records = told(tmp_path, (None, SignedOut("a", "t", "asked")))
    records = opened_again(tmp_path) if again else records
    assert records.signed_in("t") is None


def test_cards_that_stand_for_each_other_in_a_ring_lose_nobody(tmp_path: Path) -> None:
    ring = (SameLearner("a", "b"), SameLearner("b", "c"), SameLearner("c", "a"))
    live = told(tmp_path, (None, A), (None, B), (None, C), *((None, each) for each in ring))
    for records in (live, opened_again(tmp_path)):
        assert [each.id for each in records.learners] == ["a"]
        assert records.other_cards("a") == ("b", "c")
    alone = told(tmp_path / "alone", (None, A), (None, SameLearner("a", "a")))
    assert [each.id for each in alone.learners] == ["a"]


def test_when_the_first_card_is_forgotten_the_other_stands_for_itself(tmp_path: Path) -> None:
    records = Records.rebuilt(())
    with Journal.open(tmp_path) as journal:
        for learner, event in ONE_PERSON:
            journal.append(learner, [event])
        records = Records.of(journal)
        for envelope in journal.forget("a"):
            assert envelope.event() == LearnerForgotten("a")
            records.apply(envelope)
    for each in (records, opened_again(tmp_path)):
        assert [learner.id for learner in each.learners] == ["b"]
        assert each.summary("b").orders_paid == 1
