"""What the trainer brings in while the kiosk runs: tables of learners, and backups to be united.

First it is looked at, then taken in: all of it, or nothing. Both take a while: call them off the
event loop.
"""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from kiosk.backup import reading
from kiosk.backup.errors import BackupError, WrongPassword
from kiosk.backup.restoring import restore
from kiosk.classroom import Classroom
from kiosk.errors import KioskError
from kiosk.importing.coming import Coming
from kiosk.importing.errors import ImportProblem
from kiosk.importing.looking import looked_at
from kiosk.importing.table import LARGEST_BYTES, table_of
from kiosk.importing.taking import take_in
from kiosk.progress.errors import NotSaved

log = logging.getLogger("kiosk")

ENDINGS: Final = ("csv", "zip")
MOST_BYTES: Final = 256 * 1024**2
"""It is in memory while it is looked at."""

Kind = Literal["kind", "table", "backup", "password", "large"]


class NotTaken(KioskError):
    """Nothing came in; ``kind`` says why, ``count`` how many things are wrong in a table."""

    def __init__(self, kind: Kind, name: str, count: int = 0) -> None:
        super().__init__(f"{name}: {kind}")
        self.kind: Kind = kind
        self.name = name
        self.count = count


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was looked at and found good.

    Of a backup ``learners`` are all that are in it; of a table those who are new, and ``changed``
    the others.
    """

    name: str
    content: bytes
    is_backup: bool
    learners: int
    changed: int = 0


class Intake:
    """Raises (all of it): NotTaken, kiosk.progress.errors.NotSaved; nothing has changed then."""

    def __init__(self, classroom: Classroom, data: Path) -> None:
        self._classroom = classroom
        self._data = data

    def looked_at(self, name: str, content: bytes) -> Brought:
        """What a file of this name would bring."""
        ending = Path(name).suffix.lower().removeprefix(".")
        with _said(name):
            if ending == "zip":
                with self._on_disk(content) as path:
                    if reading.is_sealed(path):
                        raise WrongPassword(f"{name}: it has a password")
                    found = reading.read_manifest(path, name)
                return Brought(name, content, True, found.learners)
            if ending == "csv":
                coming = self._coming(name, content)
                return Brought(name, content, False, len(coming.new), len(coming.changed))
        raise NotTaken("kind", name)

    def take(self, brought: Brought) -> int:
        """Take it in; how many learners are new."""
        with _said(brought.name):
            if brought.is_backup:
                return self._unite(brought)
            return self._add(brought)

    def _unite(self, brought: Brought) -> int:
        with self._on_disk(brought.content) as path:
            taken = self._classroom.with_files_closed(
                lambda: restore(path, None, self._data, merge=True)
            )
        for warning in taken.warnings:
            log.warning("%s: %s", brought.name, warning)
        return taken.united.learners if taken.united else taken.manifest.learners

    def _add(self, brought: Brought) -> int:
        def add() -> int:
            coming = self._coming(brought.name, brought.content)
            if coming.pieces:
                take_in(self._data, coming, self._classroom.journal.last_seq)
            return len(coming.new)

        return self._classroom.with_files_closed(add)

    def _coming(self, name: str, content: bytes) -> Coming:
        if len(content) > LARGEST_BYTES:
            raise NotTaken("large", name)
        room = self._classroom
        coming = looked_at([table_of(name, content)], room.records, room.catalogue)
        if coming.wrong:
            raise ImportProblem.of(coming.wrong)
        return coming

    @contextmanager
    def _on_disk(self, content: bytes) -> Iterator[Path]:
        """A zip is read from a file: beside the others, as there is room for a backup's content."""
        try:
            with tempfile.NamedTemporaryFile(dir=self._data, prefix=".brought-") as file:
                file.write(content)
                file.flush()
                yield Path(file.name)
        except OSError as error:
            raise NotSaved.because(self._data, error) from error


@contextmanager
def _said(name: str) -> Iterator[None]:
    """What is wrong in a few kinds, for which there are words; the rest stands in the log."""
    try:
        yield
    except WrongPassword as problem:
        raise NotTaken("password", name) from problem
    except BackupError as problem:
        log.warning("nothing came in: %s", problem)
        raise NotTaken("backup", name) from problem
    except ImportProblem as problem:
        for line in problem.wrong or (str(problem),):
            log.warning("nothing came in: %s", line)
        raise NotTaken("table", name, len(problem.wrong) or 1) from problem
