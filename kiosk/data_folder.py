"""Where the kiosk keeps what it must not lose."""

import os
import tempfile
from pathlib import Path

from kiosk.errors import DataFolderError

VARIABLE = "KIOSK_DATA"


def choose(argument: str | None) -> Path:
    """The data folder: ``--data``, else KIOSK_DATA, else this system's place for a user's data."""
    chosen = argument or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("kiosk", appauthor=False))


def prepare(folder: Path) -> Path:
    """Make the folder if needed and see that it can be written. Raises DataFolderError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"kiosk")
            file.flush()
    except OSError as error:
        why = error.strerror or str(error)
        raise DataFolderError(f"the data folder {folder} cannot be used: {why}") from error
    return folder
