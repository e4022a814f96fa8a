"""What comes in is written beside the folder's files and takes their place, all of it or none."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kiosk.importing.coming import Coming
from kiosk.progress.errors import NotSaved
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.learner_files import FOLDER_NAME, file_name
from kiosk.progress.lock import LOCK_NAME, FolderLock
from kiosk.progress.marks import SUMMARIES_NAME
from kiosk.progress.staging import Staging


def take_in(
    folder: Path, coming: Coming, behind: int, one_more: Callable[[], None] = lambda: None
) -> None:
    """Write everything; ``behind`` is the last sequence number in the folder.

    Raises NotSaved, FolderInUse: the folder is as it was.
    """
    with FolderLock(folder), Staging(folder) as staging:
        names = [f"{FOLDER_NAME}/{file_name(each)}" for each in coming.of]
        for name in (JOURNAL_NAME, *names):
            _copy(folder / name, staging.files / name)
        with Journal.open(staging.files, behind=behind) as journal:
            for learner, events in coming.pieces.items():
                journal.append(None, events)
                if learner:
                    one_more()
        for name in (LOCK_NAME, SUMMARIES_NAME):
            (staging.files / name).unlink(missing_ok=True)
        staging.carry_out()


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        return
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    except OSError as error:
        raise NotSaved.because(target, error) from error
