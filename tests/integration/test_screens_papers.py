"""What the trainer takes away on the tablet: papers and a backup, behind the PIN."""

import zipfile
from pathlib import Path

import pytest

from kiosk.backup.reading import unpack
from kiosk.papers.kinds import PAPERS
from kiosk.visit import Visit
from kiosk.wording import words
from tests.flet_session import FletSession
from tests.full_disk import full_disk
from tests.stage import PIN, Stage


async def at_papers(stage: Stage) -> FletSession:
    for number in range(2):
        stage.somebody(number)
    tablet = await stage.tablet("/trainer", raise_errors=False).start()
    for digit in PIN:
        await tablet.tap(f"trainer.pin:{digit}")
    await tablet.tap("trainer.papers")
    assert tablet.route == "/trainer/papers"
    return tablet


def made(stage: Stage, ending: str) -> list[Path]:
    return sorted((stage.data / "exports").glob(f"*.{ending}"))


@pytest.mark.parametrize("kind", PAPERS)
async def test_each_paper_is_made_of_everybody_and_offered(stage: Stage, kind: str) -> None:
    tablet = await at_papers(stage)
    await tablet.tap(f"trainer.paper:{kind}")
    await tablet.until(lambda: made(stage, "pdf"), seconds=60)
    (paper,) = made(stage, "pdf")
    assert paper.name.startswith(kind)
    assert paper.read_bytes().startswith(b"%PDF-")
    await tablet.until(lambda: paper.name in tablet.label("screen.sentence"))
    assert not tablet.has("trouble")


async def test_a_backup_made_while_the_kiosk_runs_can_be_read(stage: Stage, tmp_path: Path) -> None:
    tablet = await at_papers(stage)
    await tablet.tap("trainer.backup")
    await tablet.until(lambda: made(stage, "zip"), seconds=30)
    (backup,) = made(stage, "zip")
    with zipfile.ZipFile(backup) as pack:
        names = set(pack.namelist())
        assert pack.testzip() is None
    assert {"manifest.json", "journal.log"} < names
    assert sum(name.startswith("learners/") for name in names) == 2
    assert not any(name.startswith(("exports/", "cache/")) for name in names)
    assert unpack(backup, backup.name, tmp_path / "again", lambda: None).learners == 2


async def test_a_backup_that_the_disk_does_not_take_is_told_as_not_saved(stage: Stage) -> None:
    tablet = await at_papers(stage)
    with full_disk(500):
        await tablet.tap("trainer.backup")
        await tablet.until(lambda: tablet.has("trouble"), seconds=30)
    assert tablet.label("trouble") == words("trouble.not-saved").ug
    assert not list((stage.data / "exports").iterdir())


@pytest.mark.usefixtures("unhurried")
async def test_where_a_copy_cannot_be_deleted_she_is_not_forgotten_and_can_be_later(
    stage: Stage,
) -> None:
    tablet = await at_papers(stage)
    learner = stage.room.records.learners[0].id
    stuck = stage.data / "exports" / "stuck.pdf"
    stuck.parent.mkdir(exist_ok=True)
    stuck.write_bytes(b"%PDF-")
    await tablet.goto(f"/trainer/learner/{learner}/forget")
    await tablet.tap("trainer.forget-yes")

    def refuse(path: Path, **_: bool) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        await tablet.tap("trainer.forget-yes")
    assert tablet.label("trouble") == words("trouble.not-saved").ug
    assert stage.room.records.learner(learner)
    await tablet.tap("trainer.forget-yes")
    assert not stage.room.records.learner(learner)
    assert not stuck.exists()


async def test_forgetting_somebody_deletes_what_was_taken_away_before(stage: Stage) -> None:
    tablet = await at_papers(stage)
    await tablet.tap("trainer.backup")
    await tablet.until(lambda: made(stage, "zip"), seconds=30)
    learner = stage.room.records.learners[0]
    stage.kiosk.people.forget(learner.id)
    assert made(stage, "zip") == []


async def test_nothing_is_made_without_the_pin(stage: Stage) -> None:
    visit = Visit.__new__(Visit)
    visit.trainer_id = ""
    with pytest.raises(PermissionError):
        _ = visit.takeaway
    tablet = await stage.tablet("/trainer/papers").start()
    assert not tablet.has("trainer.backup")
