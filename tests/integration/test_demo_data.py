"""``kiosk demo-data``: believable, the same for the same seed, known as made up, and gone again."""

import json
import shutil
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from demo_store.world.catalogue import load_catalogue
from kiosk.classroom import Classroom
from kiosk.cli import main
from kiosk.progress.events import (
    Attended,
    GroupNamed,
    GuestStarted,
    LearnerEnrolled,
    LearnerForgotten,
)
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.records import Records
from kiosk.progress.verify import verify
from kiosk.sample.village import Plan, SampleClock, Village
from kiosk.sample.weeks import WEEKS
from lessons.events import REPEAT, HintGiven, LessonCompleted, StepAnswered
from lessons.loader import COURSE, load_course
from tests.stage import PIN, Stage

Captured = pytest.CaptureFixture[str]
TODAY = date(2026, 5, 20)
REAL = LearnerEnrolled("a-real-one", "hen", "eggs", "ug", "ئايگۈل")
SIGNS = ("نەمۇنە", "示例", "sample")
Happened = list[tuple[str, str | None, str, object]]


def played(folder: Path, learners: int = 8, events: int = 2400, seed: int = 5) -> Happened:
    """All that happened: time, learner, kind and fields, in sequence."""
    clock = SampleClock()
    with Journal.open(folder, clock) as journal:
        room = Classroom(load_course(COURSE).course, load_catalogue(), journal, Records.of(journal))
        Village(room, clock, Plan(learners, events, seed, TODAY)).play()
        return [(each.at, each.learner, each.kind, each.data) for each in journal.envelopes()]


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made-up") / "data"
    played(folder)
    return folder


def demo(data: Path, *options: str) -> int:
    return main(["demo-data", "--data", str(data), *options])


def refused(capsys: Captured, *arguments: str) -> str:
    assert main(["demo-data", *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    return captured.err


def events_of(folder: Path) -> list[object]:
    with Journal.open(folder) as journal:
        return [each.event() for each in journal.envelopes()]


def test_the_same_seed_makes_the_same_village_and_another_one_another(tmp_path: Path) -> None:
    first = played(tmp_path / "1", 3, 300)
    assert played(tmp_path / "2", 3, 300) == first
    assert played(tmp_path / "3", 3, 300, seed=6) != first


def test_people_go_through_lessons_with_wrong_answers_and_help_and_sell(village: Path) -> None:
    counts = Counter(type(each).__name__ for each in events_of(village))
    done = {each.lesson for each in events_of(village) if isinstance(each, LessonCompleted)}
    course = [each.id for each in load_course(COURSE).course.lessons()]
    taken = done.intersection(course)
    assert len(taken) >= 4 and taken == set(course[: len(taken)])
    assert any(each.startswith(REPEAT) for each in done)
    answers = [each.right for each in events_of(village) if isinstance(each, StepAnswered)]
    assert 0.5 < sum(answers) / len(answers) < 1
    assert any(each.level > 1 for each in events_of(village) if isinstance(each, HintGiven))
    assert counts["OrderPaidOut"] > 5
    assert counts["ReviewWritten"] > 5
    assert counts["SignedOut"] <= counts["SignedIn"]


def test_about_as_many_events_as_were_asked_for(village: Path) -> None:
    with Journal.open(village) as journal:
        count = sum(len(journal.of(each)) for each in journal.learners)
    assert 2400 <= count < 2400 * 1.15


def test_the_times_lie_in_working_hours_of_the_weeks_before_in_sequence(village: Path) -> None:
    with Journal.open(village) as journal:
        envelopes = journal.envelopes()
    assert not any(each.doubtful for each in envelopes)
    assert [each.at for each in envelopes] == sorted(each.at for each in envelopes)
    times = [datetime.fromisoformat(each.at).astimezone() for each in envelopes]
    first = TODAY - timedelta(weeks=WEEKS)
    assert all(first <= each.date() < TODAY for each in times)
    assert all(8 <= each.hour < 20 for each in times)


def test_attendance_is_marked_on_the_days_of_the_groups(village: Path) -> None:
    with Journal.open(village) as journal:
        records = Records.of(journal)
        marked = [e for e in (each.event() for each in journal.envelopes()) if type(e) is Attended]
    assert len(records.groups) == 3
    weekdays: dict[str, set[int]] = {}
    for each in marked:
        learner = records.learner(each.learner)
        assert learner is not None
        weekdays.setdefault(learner.group, set()).add(date.fromisoformat(each.day).weekday())
    assert weekdays
    assert all(len(days) == 1 for days in weekdays.values())


def test_what_was_made_up_says_so_in_its_ids_its_names_and_its_summaries(
    village: Path, capsys: Captured
) -> None:
    with Journal.open(village) as journal:
        learners = Records.of(journal).learners
    assert all(each.sample for each in learners)
    assert all(any(sign in each.name for sign in SIGNS) for each in learners)
    assert all(each.family for each in learners)
    assert main(["progress", "--json", "--data", str(village)]) == 0
    assert all(row["sample"] for row in json.loads(capsys.readouterr().out))


async def test_screens_say_that_people_are_made_up(village: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(village, data)
    with Stage(data) as stage:
        async with stage.tablet("/") as tablet:
            await tablet.settle()
            assert sum(any(sign in text for sign in SIGNS) for text in tablet.texts()) == 8
        async with stage.tablet("/trainer") as tablet:
            for digit in PIN:
                await tablet.tap(f"trainer.pin:{digit}")
            await tablet.tap("trainer.learners")
            await tablet.settle()
            assert any(sign in text for text in tablet.texts() for sign in SIGNS)


def test_the_folder_is_whole(village: Path) -> None:
    found = verify(village)
    assert (found.broken, found.unknown) == ([], 0)


def test_one_step_takes_all_of_it_away_and_nothing_else(tmp_path: Path, capsys: Captured) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append(None, [REAL])
        journal.append(None, [GroupNamed("ours", "Tuesday")])
    before = (tmp_path / "learners" / "a-real-one.log").read_bytes()
    assert demo(tmp_path, "--add", "--learners", "3", "--events", "120") == 0
    assert len(list((tmp_path / "learners").iterdir())) == 4
    assert demo(tmp_path, "--remove") == 0
    assert "3 made-up learners were taken away" in capsys.readouterr().out
    assert (tmp_path / "learners" / "a-real-one.log").read_bytes() == before
    assert len(list((tmp_path / "learners").iterdir())) == 1
    with Journal.open(tmp_path) as journal:
        records = Records.of(journal)
    assert [each.id for each in records.learners] == ["a-real-one"]
    assert [each.id for each in records.groups] == ["ours"]
    assert verify(tmp_path).broken == []
    assert demo(tmp_path, "--remove") == 0
    assert "0 made-up learners" in capsys.readouterr().out


def test_a_village_made_again_is_still_there_after_a_restart(tmp_path: Path) -> None:
    options = ("--learners", "2", "--events", "80")
    assert demo(tmp_path, *options) == 0
    assert demo(tmp_path, "--remove") == 0
    assert demo(tmp_path, *options) == 0
    for _ in range(2):
        with Journal.open(tmp_path) as journal:
            assert len(Records.of(journal).learners) == 2
    forgotten = [each for each in events_of(tmp_path) if isinstance(each, LearnerForgotten)]
    assert len(forgotten) == 2


def test_a_folder_of_real_learners_is_left_alone_unless_it_is_asked_for(
    tmp_path: Path, capsys: Captured
) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append(None, [REAL])
        journal.append(None, [GuestStarted("guest", "ug")])
    before = {each: each.read_bytes() for each in tmp_path.rglob("*.log")}
    assert "holds 1 real learners: --add" in refused(capsys, "--data", str(tmp_path))
    after = {each: each.read_bytes() for each in tmp_path.rglob("*.log")}
    del before[tmp_path / "summaries.log"], after[tmp_path / "summaries.log"]
    assert after == before


def test_visitors_are_no_real_learners(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as journal:
        journal.append(None, [GuestStarted("guest", "ug")])
    assert demo(tmp_path, "--learners", "1", "--events", "30") == 0


def test_a_second_village_beside_the_first_is_refused(village: Path, capsys: Captured) -> None:
    said = "holds made-up learners already: --remove takes them away"
    assert said in refused(capsys, "--data", str(village))
    assert said in refused(capsys, "--data", str(village), "--add")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--learners", "0"), "'0' is not a whole number from 1 to 3000"),
        (("--learners", "3001"), "'3001' is not a whole number from 1 to 3000"),
        (("--learners", "٣"), "'٣' is not a whole number"),
        (("--events", "1.5"), "'1.5' is not a whole number from 1 to 1000000"),
        (("--events", "-1"), "'-1' is not a whole number"),
        (("--events", "100"), "--events must be at least 20 for each learner"),
        (("--seed", "x"), "'x' is not a whole number from 0"),
        (("--seed", "9" * 5000), "is not a whole number from 0"),
    ],
)
def test_a_wrong_number_is_one_line_and_makes_nothing(
    tmp_path: Path, capsys: Captured, options: tuple[str, ...], said: str
) -> None:
    data = tmp_path / "data"
    assert said in refused(capsys, "--data", str(data), *options)
    assert not data.exists()


def test_nothing_can_be_taken_away_where_no_journal_is(tmp_path: Path, capsys: Captured) -> None:
    data = tmp_path / "none"
    assert "there is no journal in" in refused(capsys, "--data", str(data), "--remove")
    assert not data.exists()
    (tmp_path / "file").write_text("no folder")
    said = refused(capsys, "--data", str(tmp_path / "file"))
    assert "cannot be used" in said


def test_a_kiosk_that_runs_keeps_its_folder(tmp_path: Path, capsys: Captured) -> None:
    with Journal.open(tmp_path):
        assert "is in use by another running kiosk" in refused(capsys, "--data", str(tmp_path))
    assert (tmp_path / JOURNAL_NAME).exists()
