"""When something goes wrong: nothing is claimed that was not saved, and the tablet lives on."""

import shutil
from pathlib import Path

import pytest

from kiosk.app import Kiosk
from kiosk.progress.errors import NotSaved
from kiosk.progress.journal import JOURNAL_NAME
from kiosk.screens import start
from kiosk.screens.learner import lessons, step_choose, step_money, step_tell
from kiosk.widgets import money_tray
from kiosk.wording import words
from lessons.course import Choose, Money, Step, Tell
from lessons.loader import COURSE
from tests.flet_session import FletSession
from tests.stage import PIN, SIZES, Stage, right_answer, spoken


async def at_first(stage: Stage, kind: type[Step]) -> tuple[FletSession, str]:
    """A learner at the first step of a kind; errors on her tablet are kept, not raised."""
    lesson, step = stage.first_step(kind)
    tablet, learner = stage.somebody(1)
    stage.at_step(learner, lesson, step.id)
    session = stage.tablet(f"/lesson/{lesson.id}", tablet, raise_errors=False)
    return await session.start(), learner


def went_wrong(tablet: FletSession) -> list[type[BaseException]]:
    """The kinds of errors since the last time, which are then forgotten."""
    kinds = [type(error) for error in tablet.errors]
    tablet.errors.clear()
    return kinds


# -- what cannot be saved


async def test_an_answer_that_cannot_be_saved_is_not_praised_and_the_sign_is_spoken(
    stage: Stage,
) -> None:
    lesson, step = stage.first_step(Choose)
    assert isinstance(step, Choose)
    tablet, learner = await at_first(stage, Choose)
    await tablet.until(lambda: spoken(tablet) == 1)
    before = stage.room.lesson_state(learner, lesson.id)
    question = tablet.label("lesson.prompt")
    right = f"lesson.answer:{right_answer(step)[0]}"
    with stage.full_disk():
        await tablet.tap(right)
        assert tablet.label("trouble") == words("trouble.not-saved").ug
        assert stage.room.lesson_state(learner, lesson.id) == before
        assert tablet.label("lesson.prompt") == question
        assert not tablet.has("lesson.next")
        await tablet.until(lambda: spoken(tablet) == 2)
    assert went_wrong(tablet) == [NotSaved]


async def test_when_there_is_room_again_it_goes_on_and_the_sign_goes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)
    lesson, step = stage.first_step(Choose)
    assert isinstance(step, Choose)
    tablet, learner = await at_first(stage, Choose)
    right = f"lesson.answer:{right_answer(step)[0]}"
    with stage.full_disk():
        await tablet.tap(right)
    assert went_wrong(tablet) == [NotSaved]
    await tablet.tap(right)
    state = stage.room.lesson_state(learner, lesson.id)
    assert state is not None
    assert state.completed_step
    assert not tablet.has("trouble")
    stage.begin_again()
    assert stage.room.lesson_state(learner, lesson.id) == state


async def test_a_guest_who_cannot_be_saved_is_not_let_in(stage: Stage) -> None:
    tablet = await stage.tablet("/", raise_errors=False).start()
    with stage.full_disk():
        await tablet.tap("home.guest")
    assert tablet.has("home.guest")
    assert tablet.label("trouble") == words("trouble.not-saved").ug
    assert not any(each.guest for each in stage.room.records.learners)


async def test_a_learner_who_cannot_be_saved_stays_at_her_enrolment(stage: Stage) -> None:
    tablet = await stage.tablet("/enrol", raise_errors=False).start()
    await tablet.tap("enrol.picture:1")
    await tablet.tap("enrol.product:nang")
    with stage.full_disk():
        await tablet.tap("enrol.done")
        assert tablet.label("trouble") == words("trouble.not-saved").ug
        assert not stage.room.records.learners
    await tablet.until(lambda: True)
    assert tablet.has("enrol.done")


async def test_an_order_that_cannot_be_saved_is_not_accepted(stage: Stage) -> None:
    tablet, learner = stage.somebody(1)
    stage.selling(learner)
    session = await stage.tablet("/store/order/o1", tablet, raise_errors=False).start()
    before = stage.room.store(learner)
    with stage.full_disk():
        await session.tap("order.accept")
        assert session.label("order.state") == "placed"
        assert session.has("trouble")
    assert stage.room.store(learner) == before


async def test_a_table_that_cannot_be_written_is_not_claimed_to_be_saved(stage: Stage) -> None:
    stage.somebody()
    tablet = await stage.tablet("/trainer", raise_errors=False).start()
    for digit in "2580":
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.export"))
    (stage.data / "exports").write_text("a file where the folder should be")
    await tablet.tap("trainer.export")
    assert tablet.label("trouble") == words("trouble.not-saved").ug
    assert not [call for call in tablet.calls if call.name == "launch_url"]


async def test_a_damaged_journal_is_shown_on_the_first_screen(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        _, learner = stage.somebody()
    with (tmp_path / JOURNAL_NAME).open("ab") as journal:
        journal.write(b"half a rec")
    with Stage(tmp_path) as stage:
        tablet = await stage.tablet("/").start()
        assert tablet.label("trouble") == words("trouble.damaged").ug
        assert tablet.has(f"home.learner:{learner}")
    assert list(tmp_path.glob("*.damaged*"))


async def test_a_damaged_journal_is_told_at_every_start_until_the_trainer_has_seen_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Stage(tmp_path):
        pass
    with (tmp_path / JOURNAL_NAME).open("ab") as journal:
        journal.write(b"half a rec")
    aside = tmp_path / f"{JOURNAL_NAME}.damaged"
    for _ in range(3):
        with Stage(tmp_path) as stage:
            tablet = await stage.tablet("/").start()
            assert tablet.label("trouble") == words("trouble.damaged").ug
            assert str(aside) in capsys.readouterr().err
    with Stage(tmp_path) as stage:
        tablet = await at_the_desk(stage)
        assert aside.name in tablet.label("trainer.harm")
        await tablet.tap("trainer.harm-seen")
        assert tablet.label("screen.sentence") == words("trainer.harm-seen").ug
        assert not tablet.has("trainer.harm")
        assert not (await stage.tablet("/").start()).has("trouble")
    capsys.readouterr()
    with Stage(tmp_path) as stage:
        assert not (await stage.tablet("/").start()).has("trouble")
    assert not capsys.readouterr().err
    (seen,) = tmp_path.glob("*.damaged*")
    assert ".damaged.seen-" in seen.name
    assert seen.read_bytes() == b"half a rec"


async def test_a_second_damage_of_the_same_day_keeps_the_first_one(tmp_path: Path) -> None:
    for torn in (b"one", b"two"):
        with Stage(tmp_path):
            pass
        with (tmp_path / JOURNAL_NAME).open("ab") as journal:
            journal.write(torn)
        with Stage(tmp_path) as stage:
            stage.kiosk.harm.seen()
            assert stage.kiosk.harm.kind is None
    assert {path.read_bytes() for path in tmp_path.glob("*.damaged*")} == {b"one", b"two"}


async def test_a_journal_that_is_lost_is_told_until_the_trainer_has_seen_it(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a").write_bytes(b"something")
    with Stage(tmp_path) as stage:
        tablet = await at_the_desk(stage)
        assert words("trouble.lost").ug in tablet.label("trainer.harm")
        await tablet.tap("trainer.harm-seen")
        assert not tablet.has("trainer.harm")
    with Stage(tmp_path) as stage:
        assert not (await stage.tablet("/").start()).has("trouble")


async def at_the_desk(stage: Stage, size: tuple[int, int] = SIZES[0]) -> FletSession:
    tablet = await stage.tablet("/trainer", size=size).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.learners"))
    return tablet


@pytest.mark.parametrize(
    "left", ["photos/a", "recordings/a", "learners/a.log", "journal.log.damaged"]
)
@pytest.mark.parametrize("emptied", [True, False])
async def test_a_journal_that_is_gone_is_told_of_where_learners_left_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], left: str, *, emptied: bool
) -> None:
    (tmp_path / left).parent.mkdir(exist_ok=True)
    (tmp_path / left).write_bytes(b"something")
    if emptied:
        (tmp_path / JOURNAL_NAME).touch()
    with Stage(tmp_path) as stage:
        tablet = await stage.tablet("/").start()
        assert tablet.label("trouble") == words("trouble.lost").ug
    assert "the journal is empty" in capsys.readouterr().err
    with Stage(tmp_path) as stage:  # until the trainer has seen it
        tablet = await stage.tablet("/").start()
        assert tablet.label("trouble") == words("trouble.lost").ug


async def test_a_new_folder_is_no_lost_journal(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / JOURNAL_NAME).touch()
    with Stage(tmp_path) as stage:
        assert not (await stage.tablet("/").start()).has("trouble")


# -- what is broken in the program


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("broken on purpose")


async def test_a_screen_that_cannot_be_drawn_becomes_one_that_leads_home(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tablet, _ = stage.somebody()
    session = await stage.tablet("/home", tablet, raise_errors=False).start()
    await session.until(lambda: spoken(session) == 1)
    with monkeypatch.context() as patch:
        patch.setattr(lessons, "unit_strip", broken)
        await session.tap("learner.lessons")
        assert session.has("oops.home")
        assert session.has("nav.help")
        assert words("trouble.oops").ug in session.label("screen.sentence")
        await session.until(lambda: spoken(session) == 2)
        assert set(went_wrong(session)) == {ZeroDivisionError}
    await session.tap("oops.home")
    assert session.has("learner.next")
    await session.tap("learner.lessons")
    assert session.has("speak.again")
    assert not session.errors


PARTS = [
    (Tell, step_tell, "sentence_row"),
    (Choose, step_choose, "_field"),
    (Money, step_money, "lesson_frame"),
    (Money, money_tray, "_table"),
]


@pytest.mark.parametrize(
    ("kind", "module", "name"), PARTS, ids=[f"{m.__name__}.{n}" for _, m, n in PARTS]
)
async def test_a_part_of_a_lesson_that_cannot_be_drawn_leads_home_as_well(
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[Step],
    module: object,
    name: str,
) -> None:
    lesson, step = stage.first_step(kind)
    tablet, learner = stage.somebody()
    stage.at_step(learner, lesson, step.id)
    session = await stage.tablet("/home", tablet, raise_errors=False).start()
    with monkeypatch.context() as patch:
        patch.setattr(module, name, broken)
        await session.tap("learner.next")
        assert session.has("oops.home"), session.identifiers()
    session.errors.clear()
    await session.tap("oops.home")
    await session.tap("learner.next")
    assert session.has("lesson.prompt")


async def test_a_part_of_the_start_that_cannot_be_drawn_does_not_freeze_the_tablet(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.somebody()
    with monkeypatch.context() as patch:
        patch.setattr(start, "_person", broken)
        session = await stage.tablet("/", raise_errors=False).start()
        assert session.has("oops.home") or session.has("home.guest"), session.identifiers()


async def test_a_tap_that_fails_is_told_and_spoken_and_can_be_tried_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.visit._DOUBLE_TAP_S", 0.0)
    tablet, _ = await at_first(stage, Tell)
    before = tablet.label("lesson.step")
    await tablet.until(lambda: spoken(tablet) == 1)
    with monkeypatch.context() as patch:
        patch.setattr(stage.room, "learn", broken)
        await tablet.tap("lesson.next")
        assert tablet.label("trouble") == words("trouble.oops").ug
        await tablet.until(lambda: spoken(tablet) == 2)
        assert went_wrong(tablet) == [ZeroDivisionError]
    await tablet.tap("lesson.next")
    assert tablet.label("lesson.step") == next_after(before)
    assert not tablet.has("trouble")


async def test_one_broken_tablet_leaves_the_others_alone(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = await at_first(stage, Tell)
    other, _ = await at_first(stage, Tell)
    before = other.label("lesson.step")
    with monkeypatch.context() as patch:
        patch.setattr(lessons, "unit_strip", broken)
        await one.tap("nav.back")
        assert one.has("oops.home")
    other.errors.clear()
    await other.tap("lesson.next")
    assert other.label("lesson.step") == next_after(before)


def next_after(step: str) -> str:
    """What the beads say of the step after this one: 3/8 after 2/8."""
    number, of = step.split("/")
    return f"{int(number) + 1}/{of}"


async def test_a_broken_lesson_is_told_with_file_line_field_and_language_and_the_rest_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = tmp_path / "course"
    shutil.copytree(COURSE, course)
    file = course / "02-my-goods" / "01-my-product" / "lesson.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(lines) if text.strip().startswith("zh:"))
    del lines[line]
    file.write_text("\n".join(lines), encoding="utf-8")
    with Stage(tmp_path / "data", course=course) as stage:
        told = capsys.readouterr().err
        (problem,) = stage.kiosk.problems
        assert problem.file == "02-my-goods/01-my-product/lesson.yaml"
        assert f"{problem.file}:{problem.line}: {problem.field} [zh]:" in told
        tablet, _ = stage.somebody()
        session = await stage.tablet("/lessons", tablet).start()
        await session.tap("unit:first-store")
        assert session.has("lesson:what-is-an-online-store")
        await session.tap("unit:my-goods")
        assert session.has("lesson:a-bright-photo")
        assert not session.has("lesson:my-product")


def test_a_kiosk_that_is_closed_lets_go_of_its_folder(tmp_path: Path) -> None:
    with Stage(tmp_path) as stage:
        kiosk: Kiosk = stage.kiosk
        assert kiosk.harm.kind is None
    with Stage(tmp_path):
        pass
