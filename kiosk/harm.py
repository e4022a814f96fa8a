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
from kiosk.progress.learner_files import FOLDER_NAME as LEARNERS

Kind = Literal["damaged", "lost"]

_FILES: Final[dict[Kind, tuple[str, ...]]] = {
    "lost": (f"{JOURNAL_NAME}.lost",),
    "damaged": (f"{JOURNAL_NAME}.damaged", f"{LEARNERS}/*.log.damaged"),
}
"""The worse one first."""


class Harm:
    """Of one data folder. ``lost`` and ``damaged``: what was found on opening the journal now.

    What was damaged is beside its file already; where it could not be put there, or where the
    journal is lost and that cannot be noted, it is told at least until the kiosk ends. The folder
    is looked through once: screens ask often.
    """

    def __init__(self, folder: Path, *, lost: bool, damaged: bool) -> None:
        self._folder = folder
        found: dict[Kind, bool] = {"lost": lost, "damaged": damaged}
        self._found = {kind for kind, is_found in found.items() if is_found}
        if lost:
            with suppress(OSError):
                (self._folder / _FILES["lost"][0]).touch()
        self._found.update(kind for kind in _FILES if self._files(kind))

    def damage_found(self) -> None:
        """A learner's file was opened later and something in it was broken."""
        self._found.add("damaged")

    @property
    def kind(self) -> Kind | None:
        """What is to be told; None where there is nothing, or all was seen."""
        return next((kind for kind in _FILES if kind in self._found), None)

    def file(self, kind: Kind) -> Path | None:
        """What lies beside the journal because of it, if anything does; the first of several."""
        return next(iter(self._files(kind)), None)

    def seen(self) -> None:
        """The trainer has seen it: nothing more is told of it.

        Raises:
            kiosk.progress.errors.NotSaved: the disk did not take it; it is told as before.
        """
        kind = self.kind
        if kind is None:
            return
        for file in self._files(kind):
            try:
                file.rename(_free_name(file))
            except OSError as error:
                raise NotSaved.because(file, error) from error
        self._found.discard(kind)

    def _files(self, kind: Kind) -> list[Path]:
        return [path for name in _FILES[kind] for path in sorted(self._folder.glob(name))]


def _free_name(file: Path) -> Path:
    """The name for a file that was seen today: renaming must not write over another one."""
    seen = f"{file.name}.seen-{datetime.now().astimezone():%Y-%m-%d}"
    names = (seen, *(f"{seen}-{number}" for number in range(2, 1000)))
    return next(path for path in map(file.with_name, names) if not path.exists())
