"""A backup taken in: in the place of a data folder, or united with it.

All of it is unpacked and checked beside the folder's files before the first of them is touched;
then one rename decides (`kiosk.progress.staging`).
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import uuid4

from audio.errors import NotKept
from audio.shelf.card import Card
from audio.shelf.shelf import Shelf
from kiosk.backup import contents, reading
from kiosk.backup.errors import BackupError
from kiosk.backup.manifest import Manifest
from kiosk.progress.errors import ProgressError
from kiosk.progress.journal import JOURNAL_NAME, TABLET, Journal, Told, tells_nobody
from kiosk.progress.learner_files import FOLDER_NAME as LEARNERS
from kiosk.progress.lock import LOCK_NAME, FolderLock
from kiosk.progress.marks import SUMMARIES_NAME
from kiosk.progress.records import Records
from kiosk.progress.staging import Staging
from kiosk.progress.storage import JournalDB
from kiosk.progress.takeover import take_over_folder
from kiosk.progress.union import United, unite
from kiosk.voices import shelves

_SPARE_BYTES: Final = 16 * 1024**2


@dataclass(slots=True)
class Taken:
    """What came out of it: the backup's list, and where it was united what came in."""

    manifest: Manifest
    united: United | None = None
    warnings: list[str] = field(default_factory=list)


def is_empty(folder: Path) -> bool:
    """Whether nothing is lost when a backup takes the place of what is in a folder."""
    return not folder.is_dir() or not contents.all_of_people(folder)


def restore(
    backup: Path, password: str | None, folder: Path, *, merge: bool, told: Told = tells_nobody
) -> Taken:
    """Take a backup in; ``told`` is called as the work goes on, in several rounds.

    Raises:
        BackupError: the backup is not what it should be; the folder is as it was.
        ProgressError: a kiosk runs on the folder, or its disk did not take it; the folder is as
            it was, or (where the disk failed at the very end) is the new one when it is opened.
    """
    merge = merge and not is_empty(folder)
    with _left_as_found(folder):
        if merge:
            Journal.open(folder).close()  # brings the files of an earlier kiosk into today's shape
        with FolderLock(folder), Staging(folder) as staging:
            taken = _take_in(backup, password, folder, staging, merge, told)
    _make_summaries(folder, taken, told)
    return taken


def _take_in(
    backup: Path, password: str | None, folder: Path, staging: Staging, merge: bool, told: Told
) -> Taken:
    plain = backup
    if reading.is_sealed(backup):
        plain = staging.aside / "backup.zip"
        reading.unseal(backup, password, plain)
    manifest = reading.read_manifest(plain, backup.name)
    _require_room(backup.name, manifest, folder)
    done = _counted(reading.parts(manifest), told)
    if merge:
        theirs = staging.aside / "theirs"
        theirs.mkdir()
        reading.unpack(plain, backup.name, theirs, done)
        return _unite(manifest, folder, theirs, staging, told)
    reading.unpack(plain, backup.name, staging.files, done)
    _be_another_tablet(staging.files)
    gone = {*contents.all_of_people(folder), SUMMARIES_NAME}
    staging.carry_out(gone.difference(each.name for each in manifest.files))
    return Taken(manifest)


def _unite(manifest: Manifest, folder: Path, theirs: Path, staging: Staging, told: Told) -> Taken:
    take_over_folder(theirs, JOURNAL_NAME)
    learners = sum(1 for _ in (theirs / LEARNERS).glob("*.log"))
    united = unite(folder, theirs, staging.files, _counted(learners, told))
    for name in contents.kept_files(theirs):
        is_new = not contents.is_journal(name) and not (folder / name).exists()
        if is_new and name not in united.unwanted and not _is_on_a_shelf(name):
            (staging.files / name).parent.mkdir(parents=True, exist_ok=True)
            (theirs / name).rename(staging.files / name)
    taken = Taken(manifest, united)
    _bring_voices(theirs, folder, taken)
    staging.carry_out(united.gone)
    return taken


def _is_on_a_shelf(name: str) -> bool:
    return name.startswith((f"{contents.VOICES}/recorded/", f"{contents.VOICES}/built/"))


def _bring_voices(theirs: Path, folder: Path, taken: Taken) -> None:
    """Sentences that nobody recorded here; a shelf takes each as a whole, so it may come first."""
    there, here = shelves(theirs), shelves(folder)
    for source, shelf in ((there.recorded, here.recorded), (there.built, here.built)):
        missing = _missing(source, shelf)
        try:
            if missing:
                shelf.keep(missing)
        except NotKept as error:
            taken.warnings.append(f"not all voices came in: {error}")


def _missing(source: Shelf, shelf: Shelf) -> list[tuple[Card, bytes]]:
    cards = (card for card in source.cards() if shelf.of_text(card.text_hash) is None)
    return [(card, sound) for card in cards if (sound := source.sound(card))]


def _be_another_tablet(folder: Path) -> None:
    """The tablet that made the backup may go on: two that are the same would number alike."""
    with JournalDB(folder / JOURNAL_NAME) as db:
        table = db.table(TABLET)
        table.truncate()
        table.insert({"id": str(uuid4())})


def _require_room(said: str, manifest: Manifest, folder: Path) -> None:
    free = shutil.disk_usage(folder).free // 1024**2
    needed = (manifest.size + _SPARE_BYTES) // 1024**2
    if free < needed:
        raise BackupError(f"{said} needs {needed} MB of the disk of {folder}: {free} MB are free")


def _make_summaries(folder: Path, taken: Taken, told: Told) -> None:
    """So that the next start need not wait for them."""
    try:
        with Journal.open(folder, told=told) as journal:
            Records.of(journal)
    except ProgressError as error:
        taken.warnings.append(f"the next start will take longer: {error}")


def _counted(whole: int, told: Told) -> Callable[[], None]:
    done = 0

    def one_more() -> None:
        nonlocal done
        done += 1
        told(done, whole)

    return one_more


@contextmanager
def _left_as_found(folder: Path) -> Iterator[None]:
    """A folder that was made for it is taken away again when it fails."""
    was_there = folder.is_dir()
    with ExitStack() as undo:
        if not was_there:
            undo.callback(_remove_if_empty, folder)
        yield
        undo.pop_all()


def _remove_if_empty(folder: Path) -> None:
    (folder / LOCK_NAME).unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
