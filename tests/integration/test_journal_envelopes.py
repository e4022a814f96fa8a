"""The journal of one folder: envelopes, time, several threads, forgetting."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread
from uuid import UUID

import pytest

from kiosk.progress.errors import NotSaved
from kiosk.progress.events import LearnerEnrolled, LearnerForgotten, SignedIn
from kiosk.progress.journal import JOURNAL_NAME, Envelope, Journal
from kiosk.progress.kinds import Event
from kiosk.progress.records import Records
from kiosk.progress.storage import JournalDB
from lessons.events import LessonStarted, StepAnswered, StepEntered

EIGHT = datetime(2024, 5, 1, 8, tzinfo=UTC)


class Clock:
    """Shows the given times, then the last one for ever."""

    def __init__(self, *times: datetime) -> None:
        self.times = list(times)

    def __call__(self) -> datetime:
        return self.times.pop(0) if len(self.times) > 1 else self.times[0]


def reopened(folder: Path) -> tuple[Envelope, ...]:
    with Journal.open(folder) as journal:
        return journal.envelopes()


def test_an_envelope_tells_all_about_its_event(tmp_path: Path) -> None:
    beijing = timezone(timedelta(hours=8))
    with Journal.open(tmp_path, Clock(EIGHT.astimezone(beijing))) as journal:
        first, second = journal.append("a", [LessonStarted("nang"), StepEntered("nang", "oven")])
        tablet = journal.tablet
    assert UUID(first.id) != UUID(second.id)
    assert (first.seq, second.seq) == (1, 2)
    assert first.at == "2024-05-01T08:00:00.000+00:00"
    assert first.time == EIGHT
    assert (first.tablet, first.learner, first.version) == (tablet, "a", 1)
    assert (first.kind, first.data) == ("LessonStarted", {"lesson": "nang"})
    assert first.event() == LessonStarted("nang")
    assert reopened(tmp_path) == (first, second)


def test_the_tablet_and_the_sequence_go_on_after_a_reopen(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        tablet = journal.tablet
        journal.append("a", [LessonStarted("nang")])
    with Journal.open(tmp_path) as journal:
        assert journal.tablet == tablet
        assert journal.append("a", [LessonStarted("eggs")])[0].seq == 2


def test_the_tablet_is_known_also_where_its_line_was_damaged(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        tablet = journal.tablet
        journal.append("a", [LessonStarted("nang")])
    file = tmp_path / JOURNAL_NAME
    file.write_bytes(b"X" + file.read_bytes()[1:])
    with Journal.open(tmp_path) as journal:
        assert journal.damage is not None
        assert journal.tablet == tablet


def test_envelopes_can_be_asked_for_one_learner(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append("a", [LessonStarted("nang")])
        journal.append("b", [LessonStarted("eggs")])
        journal.append(None, [SignedIn("a", "t")])
        assert [envelope.seq for envelope in journal.envelopes("a")] == [1]
        assert [envelope.seq for envelope in journal.envelopes()] == [1, 2, 3]


def test_no_events_write_nothing(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        before = (tmp_path / JOURNAL_NAME).read_bytes()
        assert journal.append("a", []) == ()
        assert (tmp_path / JOURNAL_NAME).read_bytes() == before


def test_a_time_days_before_one_that_was_seen_is_doubtful_also_after_a_reopen(
    tmp_path: Path,
) -> None:
    hour, days = timedelta(hours=1), timedelta(days=2)
    with Journal.open(tmp_path, Clock(EIGHT, EIGHT - days, EIGHT - hour)) as journal:
        for _ in range(3):
            journal.append("a", [LessonStarted("nang")])
    with Journal.open(tmp_path, Clock(EIGHT - days, EIGHT + hour)) as journal:
        for _ in range(2):
            journal.append("a", [LessonStarted("nang")])
        doubts = [envelope.doubtful for envelope in journal.envelopes()]
    assert doubts == [False, True, False, True, False]
    assert [envelope.doubtful for envelope in reopened(tmp_path)] == doubts


def test_a_clock_without_a_time_zone_is_refused(tmp_path: Path) -> None:
    with Journal.open(tmp_path, Clock(datetime(2024, 5, 1))) as journal:
        with pytest.raises(ValueError, match="aware"):
            journal.append("a", [LessonStarted("nang")])
        assert journal.envelopes() == ()


def test_what_a_newer_kiosk_wrote_is_kept_and_skipped(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        (known,) = journal.append("a", [LessonStarted("nang")])
    newer = {
        "seq": 2,
        "kind": "SangAloud",
        "version": 9,
        "id": "x",
        "data": {"song": "x"},
        "mood": "glad",
    }
    with JournalDB(tmp_path / "learners" / "a.log") as db:
        document = dict(db.table("events").all()[0])
        db.table("events").insert({**document, **newer})
        db.table("events").insert({"shape": "unheard of"})
    with Journal.open(tmp_path) as journal:
        assert [each.event() for each in journal.envelopes()] == [known.event(), None]
        Records.rebuilt(journal.envelopes())
        assert journal.append("a", [LessonStarted("eggs")])[0].seq == 3
    with JournalDB(tmp_path / "learners" / "a.log") as db:
        assert db.table("events").get(doc_id=2) == {**document, **newer}
        assert db.table("events").get(doc_id=3) == {"shape": "unheard of"}


def test_a_batch_that_was_torn_at_any_byte_is_not_half_there(tmp_path: Path) -> None:
    batch: list[Event] = [StepAnswered("nang", "oven", ("a", "ب"), True), LessonStarted("eggs")]
    with Journal.open(tmp_path) as journal:
        journal.append("a", [LessonStarted("nang")])
        before = (tmp_path / "learners" / "a.log").stat().st_size
        journal.append("a", batch)
    file = tmp_path / "learners" / "a.log"
    whole = file.read_bytes()
    for length in range(before, len(whole)):
        file.write_bytes(whole[:length])
        assert [envelope.seq for envelope in reopened(tmp_path)] == [1]


def test_threads_that_append_together_lose_nothing(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:

        def learn(learner: str) -> None:
            for number in range(20):
                journal.append(learner, [StepEntered("nang", str(number)), LessonStarted("x")])
                journal.envelopes(learner)

        threads = [Thread(target=learn, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        envelopes = journal.envelopes()
    assert [envelope.seq for envelope in envelopes] == list(range(1, 161))
    for name in "abcd":
        steps = [e.data["step"] for e in envelopes if e.learner == name and "step" in e.data]
        assert steps == [str(number) for number in range(20)]
    assert reopened(tmp_path) == envelopes


def texts(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*"):
        if file.is_file():
            yield f"{file.name} {file.read_text()}"


def test_forgetting_leaves_no_byte_about_a_learner_but_the_fact(tmp_path: Path) -> None:
    enrolled = LearnerEnrolled("id-of-a", "hen", "eggs", "ug", "ئايگۈل")
    with Journal.open(tmp_path) as journal:
        journal.append(None, [enrolled])
        journal.append("id-of-a", [LessonStarted("nang")])
        journal.append("b", [LessonStarted("eggs")])
        (fact,) = journal.forget("id-of-a")
        left = journal.envelopes()
        assert [envelope.seq for envelope in left] == [3, 4]
        assert fact.event() == LearnerForgotten("id-of-a")
        assert journal.append("b", [LessonStarted("nang")])[0].seq == 5
    assert not any("ئايگۈل" in text for text in texts(tmp_path))
    assert sum(text.count("id-of-a") for text in texts(tmp_path)) == 1
    assert [envelope.seq for envelope in reopened(tmp_path)] == [3, 4, 5]


def test_forgetting_that_was_cut_short_is_finished_on_opening(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append("a", [LessonStarted("nang")])
        journal.append(None, [LearnerForgotten("a")])  # as far as a power cut let it come
    assert [envelope.kind for envelope in reopened(tmp_path)] == ["LearnerForgotten"]


def test_a_closed_journal_says_that_nothing_is_saved(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path)
    journal.close()
    journal.close()
    with pytest.raises(NotSaved):
        journal.append("a", [LessonStarted("nang")])


def test_the_lines_can_be_read_by_other_programs(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append("a", [LessonStarted("نان")])
    last = (tmp_path / "learners" / "a.log").read_text().splitlines()[-1]
    ((what, table, _, document),) = json.loads(last[9:])
    assert (what, table, document["data"]) == ("put", "events", {"lesson": "نان"})


def test_a_tablet_that_wakes_in_1970_does_not_change_when_a_learner_was_seen(
    tmp_path: Path,
) -> None:
    minute, woken = timedelta(minutes=1), datetime(1970, 1, 1, tzinfo=UTC)
    times = (EIGHT, EIGHT + minute, woken, woken + minute, woken + 2 * minute)
    later = EIGHT + timedelta(days=3)
    with Journal.open(tmp_path, Clock(*times, later, later + minute)) as journal:
        for number in range(7):
            journal.append("a", [StepEntered("nang", str(number))])
    with Journal.open(tmp_path) as journal:
        records = Records.of(journal)
        summary = records.summary("a")
        told = [each.data["step"] for each in journal.of("a")]
    assert told == list("0123456"), "order comes from the number"
    assert summary.step == "6"
    assert summary.practised_seconds == 120, "only between times that can be true"
    assert summary.last_seen == later + minute
    assert records.doubtful_times("a") == 3


def test_a_learner_who_only_came_in_1970_was_never_seen_but_did_what_she_did(
    tmp_path: Path,
) -> None:
    with Journal.open(tmp_path, Clock(datetime(1970, 1, 1, tzinfo=UTC))) as journal:
        journal.append("a", [LessonStarted("nang"), StepEntered("nang", "oven")])
        summary = Records.of(journal).summary("a")
    assert (summary.last_seen, summary.minutes, summary.step) == (None, 0, "oven")
