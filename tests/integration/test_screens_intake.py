"""Tables and backups that the trainer brings in on the screen, while people go on learning."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from kiosk.intake import NotTaken
from kiosk.wording import number, words
from lessons.engine import Begin
from tests.flet_session import FletSession
from tests.integration.test_screens_recording import Picker
from tests.stage import PIN, Stage

pytestmark = pytest.mark.usefixtures("unhurried")
HEAD = "learner,name,picture,language,product\n"
TABLE = (HEAD + ",Ayshe,learner-02,ug,nang\n,Gulnar,learner-03,zh,eggs\n").encode()


async def brought(stage: Stage, name: str, content: bytes) -> FletSession:
    picker = Picker(stage, {name: content})
    tablet = await stage.tablet("/trainer", **picker.answers()).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.until(lambda: tablet.has("trainer.learners"))
    await tablet.goto("/trainer/papers")
    await tablet.tap("trainer.bring")
    await tablet.tap("trainer.bring-file")
    return tablet


def sentence(tablet: FletSession) -> str:
    return tablet.label("screen.sentence")


def backup_of(folder: Path, *names: int) -> tuple[bytes, list[str]]:
    """The backup of another tablet, and who learns there."""
    with Stage(folder, pin=False) as other:
        learners = [other.somebody(each)[1] for each in names]
        return other.kiosk.takeaway.backup().read_bytes(), learners


async def test_a_table_comes_in_after_it_was_asked_once(stage: Stage) -> None:
    _, here = stage.somebody(0)
    tablet = await brought(stage, "learners.csv", TABLE)
    asked = words("bring.sure-table", count=number(2), of=number(0)).ug
    await tablet.until(lambda: sentence(tablet) == asked)
    assert [each.id for each in stage.room.records.learners] == [here]
    await tablet.tap("trainer.bring-yes")
    await tablet.until(lambda: tablet.route == "/trainer/papers")
    assert sentence(tablet)
    names = {each.name for each in stage.room.records.learners}
    assert {"Ayshe", "Gulnar"} < names
    stage.begin_again()
    assert {each.name for each in stage.room.records.learners} == names


async def test_a_backup_is_united_with_what_is_here_and_everybody_goes_on(
    stage: Stage, tmp_path: Path
) -> None:
    session, hers = stage.somebody(0)
    content, (other,) = backup_of(tmp_path / "other", 1)
    tablet = await brought(stage, "backup.zip", content)
    asked = words("bring.sure-backup", count=number(1)).ug
    await tablet.until(lambda: sentence(tablet) == asked)
    await tablet.tap("trainer.bring-yes")
    await tablet.until(lambda: tablet.route == "/trainer/papers")
    assert {each.id for each in stage.room.records.learners} == {hers, other}
    lesson = next(stage.room.course.lessons())
    stage.room.learn(hers, lesson, Begin())  # the journal takes more
    learner = stage.room.signed_in(session)
    assert learner is not None and learner.id == hers
    again = stage.kiosk.intake.looked_at("backup.zip", content)
    assert stage.kiosk.intake.take(again) == 0
    assert stage.room.records.summary(hers).lesson == lesson.id
    assert not list(stage.data.glob(".brought-*"))


async def test_who_says_no_takes_nothing_in(stage: Stage) -> None:
    tablet = await brought(stage, "learners.csv", TABLE)
    await tablet.until(lambda: tablet.has("trainer.bring-no"))
    before = stage.written()
    await tablet.tap("trainer.bring-no")
    assert tablet.route == "/trainer/papers"
    assert stage.written() == before


@pytest.mark.parametrize(
    ("name", "content", "kind", "count"),
    [
        ("learners.csv", HEAD.encode() + b",A,no-picture,xx,nang\n", "table", 2),
        ("learners.csv", b"name,age\nA,3\n", "table", 5),
        ("learners.csv", b"\xff\xfe\x00", "table", 1),
        ("learners.txt", TABLE, "kind", None),
        ("backup.zip", b"no zip", "backup", None),
    ],
)
async def test_what_is_wrong_is_one_line_and_nothing_comes_in(
    stage: Stage, name: str, content: bytes, kind: str, count: int | None
) -> None:
    before = stage.written()
    tablet = await brought(stage, name, content)
    counted = {} if count is None else {"count": number(count)}
    line = words(f"bring.refused-{kind}", name=name, **counted).ug
    await tablet.until(lambda: sentence(tablet) == line)
    assert not tablet.has("trainer.bring-yes")
    opened = [each for each in stage.written() if each not in before]
    assert all(b"TrainerSignedIn" in each for each in opened)


def test_a_backup_that_is_cut_inside_leaves_everything_as_it_was(
    stage: Stage, tmp_path: Path
) -> None:
    _, hers = stage.somebody(0)
    content, _ = backup_of(tmp_path / "other", 1)
    brought = stage.kiosk.intake.looked_at("backup.zip", content)
    with ZipFile(BytesIO(content)) as pack:
        inside = next(each for each in pack.infolist() if each.filename.startswith("learners/"))
    at = inside.header_offset + 30 + len(inside.filename) + inside.compress_size // 2
    broken = replace(brought, content=content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    before = stage.written()
    with pytest.raises(NotTaken):
        stage.kiosk.intake.take(broken)
    assert stage.written() == before
    assert [each.id for each in stage.room.records.learners] == [hers]
    stage.room.learn(hers, next(stage.room.course.lessons()), Begin())


async def test_without_the_pin_nothing_can_be_brought_in(stage: Stage) -> None:
    tablet = await stage.tablet("/trainer/bring").start()
    assert tablet.has("trainer.pin:0")
    assert not tablet.has("trainer.bring-file")


async def test_who_left_the_desk_meanwhile_takes_nothing_in(stage: Stage) -> None:
    tablet = await brought(stage, "learners.csv", TABLE)
    await tablet.until(lambda: tablet.has("trainer.bring-yes"))
    stale = tablet.find("trainer.bring-yes")
    await tablet.goto("/trainer/today")
    await tablet.tap("trainer.signout")
    await tablet.event(stale, "tap")
    await tablet.event(stale["content"], "click")
    assert not stage.room.records.learners
