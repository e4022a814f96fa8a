"""Two tablets' folders as one: real folders, real backups, nothing lost and nobody back."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.backup.contents import kept_files
from kiosk.backup.restoring import restore
from kiosk.backup.writing import write_backup
from kiosk.cli import main
from kiosk.progress.events import (
    LanguageChosen,
    LearnerEnrolled,
    LearnerForgotten,
    PinSet,
    SecretFailed,
    SignedIn,
    SignedOut,
    TrainerPinFailed,
    TrainerRemoved,
)
from kiosk.progress.journal import Envelope, Journal
from kiosk.progress.kinds import Event
from kiosk.progress.order import in_order
from kiosk.progress.records import Records
from kiosk.progress.verify import verify
from lessons.events import HintGiven, LessonStarted, StepAnswered, StepEntered
from tests.integration.test_learner_files import hers

START = datetime(2024, 5, 1, 8, tzinfo=UTC)
PHOTO = "0123456789abcdef" * 2
Piece = tuple[str | None, Sequence[Event]]


def write(folder: Path, pieces: Sequence[Piece], begin: datetime = START, minutes: int = 1) -> None:
    """Go on in a folder, a piece every so many minutes."""
    at = begin

    def clock() -> datetime:
        nonlocal at
        at += timedelta(minutes=minutes)
        return at

    with Journal.open(folder, clock) as journal:
        for learner, events in pieces:
            journal.append(learner, events)


def carry(source: Path, target: Path) -> None:
    """By a USB stick."""
    stick = target.with_name("stick.zip")
    write_backup(source, kept_files(source), stick, None, lambda: None)
    restore(stick, None, target, merge=True)


def copy_of(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, folder.with_name(name)))


def content(folder: Path) -> Any:
    """All that a folder tells, but for which tablet it is."""
    with Journal.open(folder) as journal:
        records = Records.of(journal)
        return (
            journal.tablet_envelopes,
            {learner: journal.of(learner) for learner in sorted(journal.learners)},
            records.learners,
            [
                (
                    records.summary(each),
                    records.lesson_events(each),
                    records.secret_attempts(each),
                    records.doubtful_times(each),
                )
                for each in sorted(journal.learners)
            ],
            [(records.signed_in(tablet), records.language(tablet)) for tablet in ("b1", "b2")],
            (records.trainers, records.trainer_attempts),
        )


def ids(folder: Path) -> set[str]:
    with Journal.open(folder) as journal:
        return {each.id for each in journal.envelopes()}


def enrolled(learner: str) -> LearnerEnrolled:
    return LearnerEnrolled(learner, "hen", "eggs", "ug", name=f"name of {learner}")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "one", tmp_path / "other"
    write(one, [(None, [PinSet("one")]), ("a", [enrolled("a"), LessonStarted("nang")])])
    later = START + timedelta(hours=1)
    write(other, [(None, [PinSet("other")]), ("b", [enrolled("b"), LessonStarted("eggs")])], later)
    return one, other


def test_everybody_of_both_is_there_and_every_envelope_as_it_was(two: tuple[Path, Path]) -> None:
    one, other = two
    before = {each.id: each for folder in two for each in opened(folder)}
    carry(other, one)
    after = opened(one)
    assert {each.id: each for each in after} == before
    with Journal.open(one) as journal:
        assert [each.id for each in Records.of(journal).learners] == ["a", "b"]
    assert verify(one).broken == []


def opened(folder: Path) -> tuple[Envelope, ...]:
    with Journal.open(folder) as journal:
        return journal.envelopes()


def test_the_pin_that_was_set_last_counts_on_both(two: tuple[Path, Path]) -> None:
    one, other = two
    both = copy_of(one, "both")
    carry(other, both)
    carry(one, other)
    for folder in (both, other):
        with Journal.open(folder) as journal:
            assert Records.of(journal).trainers["first"].pin_hash == "other"


def test_a_learner_carried_to_a_slow_tablet_and_back_is_told_in_the_sequence_she_lived(
    two: tuple[Path, Path],
) -> None:
    one, other = two
    carry(one, other)
    write(other, [("a", [StepEntered("nang", "there")])], START - timedelta(hours=5))
    write(one, [("b", [LessonStarted("x")])])  # b is not known here: another entry
    carry(other, one)
    write(one, [("a", [StepEntered("nang", "home again")])], START - timedelta(hours=9))
    with Journal.open(one) as journal:
        of_a = journal.of("a")
        assert in_order(of_a) == of_a
        assert [each.data.get("step") for each in of_a][-2:] == ["there", "home again"]
        assert Records.of(journal).summary("a").step == "home again"


def test_who_is_forgotten_stays_so_when_an_older_backup_comes_back(two: tuple[Path, Path]) -> None:
    one, _ = two
    (one / "photos").mkdir()
    (one / "photos" / PHOTO).write_bytes(b"\xff\xd8\xff her face")
    write(one, [("a", [StepAnswered("nang", "photo", (PHOTO,), True)])])
    stick = one.with_name("older.zip")
    write_backup(one, kept_files(one), stick, None, lambda: None)
    with Journal.open(one) as journal:
        journal.forget("a")
    assert not (one / "photos" / PHOTO).exists()
    before = content(one)
    united = restore(stick, None, one, merge=True).united
    assert united is not None
    assert (united.events, united.learners) == (0, 0), "not even for a moment"
    assert content(one) == before
    assert not hers(one, "a").exists()
    assert not (one / "photos" / PHOTO).exists()


def test_who_was_forgotten_on_the_other_tablet_is_forgotten_here_too(
    two: tuple[Path, Path],
) -> None:
    one, other = two
    carry(one, other)
    with Journal.open(other) as journal:
        journal.forget("a")
    recording = one / "recordings" / f"own-{PHOTO}.wav"
    recording.parent.mkdir()
    recording.write_bytes(b"her voice")
    write(one, [("a", [LearnerEnrolled("a", "hen", "eggs", "ug", name_clip=f"own-{PHOTO}")])])
    (one / "learners" / "a.log.damaged").write_bytes(b"something of hers")
    carry(other, one)
    assert not recording.exists()
    assert list((one / "learners").glob("a.*")) == []
    with Journal.open(one) as journal:
        assert [each.id for each in Records.of(journal).learners] == ["b"]


def test_photos_and_recordings_come_along_and_those_of_others_stay(two: tuple[Path, Path]) -> None:
    one, other = two
    for folder, key in ((one, PHOTO), (other, PHOTO[::-1])):
        (folder / "photos").mkdir()
        (folder / "photos" / key).write_bytes(key.encode())
    carry(other, one)
    found = {path.name: path.read_bytes() for path in (one / "photos").iterdir()}
    assert found == {key: key.encode() for key in (PHOTO, PHOTO[::-1])}


def test_a_union_into_an_empty_folder_is_a_restore(two: tuple[Path, Path], tmp_path: Path) -> None:
    one, _ = two
    carry(one, tmp_path / "fresh")
    assert content(tmp_path / "fresh") == content(one)


def test_the_numbers_go_on_behind_all_that_came_in(two: tuple[Path, Path]) -> None:
    one, other = two
    write(other, [("b", [LessonStarted("x")])] * 20)
    carry(other, one)
    last = max(each.seq for each in opened(one))
    with Journal.open(one) as journal:
        (new,) = journal.append("a", [LessonStarted("y")])
        assert (new.seq, new.tablet) == (last + 1, journal.tablet)
    assert verify(one).broken == []


def test_a_clock_that_is_ahead_on_the_other_tablet_makes_no_time_here_doubtful(
    two: tuple[Path, Path],
) -> None:
    one, other = two
    write(other, [("b", [LessonStarted("x")])], START + timedelta(days=20_000))
    carry(other, one)
    write(one, [("a", [LessonStarted("y")]), ("b", [LessonStarted("z")])])
    with Journal.open(one) as journal:
        assert [journal.of(learner)[-1].doubtful for learner in ("a", "b")] == [False, False]


def test_the_command_tells_what_came_in(
    two: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = two
    file = str(tmp_path / "b.zip")
    assert main(["backup", file, "--data", str(other)]) == 0
    assert main(["restore", file, "--merge", "--data", str(one)]) == 0
    assert "1 new learners and 3 new events of b.zip" in capsys.readouterr().out
    assert main(["restore", file, "--merge", "--data", str(one)]) == 0
    assert "0 new learners and 0 new events" in capsys.readouterr().out


WHO = st.sampled_from(["a", "b", "c"])
EVENTS = st.one_of(
    st.builds(LessonStarted, st.sampled_from(["nang", "eggs"])),
    st.builds(StepEntered, st.just("nang"), st.sampled_from(["oven", "road"])),
    st.builds(HintGiven, st.just("nang"), st.just("oven"), st.integers(1, 3), st.booleans()),
)
OF_A_LEARNER = st.one_of(
    st.tuples(WHO, st.lists(EVENTS, min_size=1, max_size=3)),
    WHO.map(lambda who: (who, [enrolled(who), SignedIn(who, "b1")])),
    WHO.map(lambda who: (who, [SignedOut(who, "b1", "asked")])),
    WHO.map(lambda who: (who, [SecretFailed(who)])),
)
OF_THE_TABLET = st.one_of(
    st.builds(PinSet, st.sampled_from(["", "one", "two"]), st.sampled_from(["t1", "t2"])),
    st.builds(TrainerRemoved, st.sampled_from(["t1", "t2"])),
    st.builds(LanguageChosen, st.sampled_from(["ug", "zh"]), st.sampled_from(["b1", "b2"])),
    st.builds(TrainerPinFailed),
    st.builds(LearnerForgotten, WHO),
).map(lambda event: (None, [event]))
PIECES = st.lists(st.one_of(OF_A_LEARNER, OF_A_LEARNER, OF_THE_TABLET), max_size=6)
BEGINNINGS = st.sampled_from([START, START + timedelta(hours=3), datetime(1970, 1, 2, tzinfo=UTC)])


@st.composite
def lives(draw: st.DrawFn, folders: tuple[str, ...] = ("x", "y", "z")) -> list[Any]:
    """What is done to three tablets: written on, or carried from one to another."""
    acts: list[Any] = [(name, draw(PIECES), draw(BEGINNINGS)) for name in folders]
    for _ in range(draw(st.integers(0, 3))):
        one, other = draw(st.permutations(folders))[:2]
        acts.append((one, other))
        acts.append((other, draw(PIECES), draw(BEGINNINGS)))
    return acts


def live(top: Path, acts: list[Any]) -> list[Path]:
    for act in acts:
        if len(act) == 2:
            carry(top / act[0], top / act[1])
        else:
            write(top / act[0], act[1], act[2], minutes=3)
    return [top / name for name in ("x", "y", "z")]


A_TRAINER_WHO_WAS_REMOVED_ELSEWHERE: list[Any] = [
    ("x", [(None, [PinSet("one", "t1")]), ("b", [SignedOut("b", "b1", "asked")])], START),
    ("y", [(None, [TrainerRemoved("t2")])], datetime(1970, 1, 2, tzinfo=UTC)),
    ("z", [(None, [PinSet("", "t2")])], START),
    ("x", "z"),
    (
        "z",
        [
            (None, [TrainerPinFailed()]),
            ("b", [SecretFailed("b")]),
            ("b", [SecretFailed("b")]),
            (None, [LearnerForgotten("c")]),
            ("a", [enrolled("a"), SignedIn("a", "b1")]),
            (None, [LearnerForgotten("a")]),
        ],
        datetime(1970, 1, 2, tzinfo=UTC),
    ),
]


@given(lives())
@example(A_TRAINER_WHO_WAS_REMOVED_ELSEWHERE)
@settings(max_examples=25, deadline=None)
def test_a_union_of_folders_is_the_same_whichever_takes_in_the_other(acts: list[Any]) -> None:
    with TemporaryDirectory() as top:
        x, y, z = live(Path(top), acts)
        every = ids(x) | ids(y)
        xy, yx = copy_of(x, "xy"), copy_of(y, "yx")
        carry(y, xy)
        carry(x, yx)
        both = content(xy)
        assert content(yx) == both, "commutative"
        carry(y, xy)
        carry(xy, xy)
        assert content(xy) == both, "idempotent"
        assert ids(xy) <= every
        with Journal.open(xy) as journal:
            told = journal.envelopes()
            gone = {each.data["learner"] for each in told if each.kind == "LearnerForgotten"}
            for learner in journal.learners:
                assert in_order(journal.of(learner)) == journal.of(learner)
        lost = every - ids(xy)
        gone |= {each.data["trainer"] for each in told if each.kind == "TrainerRemoved"}
        before = [each for folder in (x, y) for each in opened(folder) if each.id in lost]
        assert {each.about or each.data["trainer"] for each in before} <= gone
        assert verify(xy).broken == []
        yz = copy_of(y, "yz")
        carry(z, yz)
        carry(z, xy)
        carry(yz, x)
        assert content(xy) == content(x), "associative"
