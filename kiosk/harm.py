"""What happened to the journal and is still told on the start, until the trainer has seen it.

It is known by a file beside the journal, so that a start after the next one tells it too. Nothing
is deleted: a file that was seen has another name.
"""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from kiosk.progress.errors import NotSaved
from kiosk.progress.journal import JOURNAL_NAME

Kind = Literal["damaged", "lost"]

_FILES: Final[dict[Kind, str]] = {
    "lost": f"{JOURNAL_NAME}.lost",
    "damaged": f"{JOURNAL_NAME}.damaged",
}
"""The worse one first."""


class Harm:
    """Of one data folder. ``lost`` and ``damaged``: what was found on opening the journal now.

    What was damaged is beside the journal already; where it could not be put there, or where the
    journal is lost and that cannot be noted, it is told at least until the kiosk ends.
    """

    def __init__(self, folder: Path, *, lost: bool, damaged: bool) -> None:
        self._folder = folder
        found: dict[Kind, bool] = {"lost": lost, "damaged": damaged}
        self._found = {kind for kind, is_found in found.items() if is_found}
        if lost:
            with suppress(OSError):
                self._file("lost").touch()

    @property
    def kind(self) -> Kind | None:
        """What is to be told; None where there is nothing, or all was seen."""
        return next((kind for kind in _FILES if self._is_there(kind)), None)

    def file(self, kind: Kind) -> Path | None:
        """What lies beside the journal because of it, if anything does."""
        file = self._file(kind)
        return file if file.exists() else None

    def seen(self) -> None:
        """The trainer has seen it: nothing more is told of it.

        Raises:
            kiosk.progress.errors.NotSaved: the disk did not take it; it is told as before.
        """
        kind = self.kind
        if kind is None:
            return
        file = self.file(kind)
        if file is not None:
            try:
                file.rename(_free_name(file))
            except OSError as error:
                raise NotSaved.because(file, error) from error
        self._found.discard(kind)

    def _is_there(self, kind: Kind) -> bool:
        return kind in self._found or self._file(kind).exists()

    def _file(self, kind: Kind) -> Path:
        return self._folder / _FILES[kind]


def _free_name(file: Path) -> Path:
    """The name for a file that was seen today: renaming must not write over another one."""
    seen = f"{file.name}.seen-{datetime.now().astimezone():%Y-%m-%d}"
    names = (seen, *(f"{seen}-{number}" for number in range(2, 1000)))
    return next(path for path in map(file.with_name, names) if not path.exists())
