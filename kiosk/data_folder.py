"""Where the kiosk keeps what it must not lose."""

import errno
import os
import tempfile
from pathlib import Path

from kiosk.errors import DataFolderError

VARIABLE = "KIOSK_DATA"


def choose(argument: str | None) -> Path:
    """The data folder: ``--data``, else KIOSK_DATA, else this system's place for a user's data.

    Raises:
        DataFolderError: ``--data`` names none, as where a script's variable was empty.
    """
    if argument is not None and not argument.strip():
        raise DataFolderError("--data names no folder")
    chosen = argument or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("kiosk", appauthor=False))


def prepare(folder: Path) -> Path:
    """Make the folder if needed and see that it can be written. Raises DataFolderError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(folder, error) from error
    check(folder)
    return folder


def check(folder: Path) -> None:
    """See that the folder can be written, or made where it is not there yet; makes nothing.

    Raises:
        DataFolderError
    """
    try:
        with tempfile.TemporaryFile(dir=nearest(folder)) as file:
            file.write(b"kiosk")
            file.flush()
    except OSError as error:
        raise _unusable(folder, error) from error


def check_kind(folder: Path) -> None:
    """See that no file is where the folder is or would be; for who only looks.

    Raises:
        DataFolderError
    """
    if not nearest(folder).is_dir():
        raise _unusable(folder, NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)))


def is_journal_lost(folder: Path) -> bool:
    """Whether the journal is empty or gone though there is what learners left: it was there."""
    from kiosk.progress.journal import JOURNAL_NAME  # late: a wrong option is answered without it
    from kiosk.progress.staging import is_begun

    if is_begun(folder):  # a restore was cut short and is finished when the journal is opened
        return False
    journal = folder / JOURNAL_NAME
    if journal.exists() and journal.stat().st_size:
        return False
    left = (f"{JOURNAL_NAME}.damaged*", "learners/*.log", "photos/*", "recordings/*", "exports/*")
    return any(next(folder.glob(pattern), None) is not None for pattern in left)


def nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(place for place in (folder, *folder.parents) if place.exists())


def _unusable(folder: Path, error: OSError) -> DataFolderError:
    return DataFolderError(
        f"the data folder {folder} cannot be used: {error.strerror or str(error)}"
    )
