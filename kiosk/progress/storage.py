"""A TinyDB that appends: each change is one checksummed line, on the disk before the call returns.

Not for several threads at once, like TinyDB itself: ``journal`` holds the lock. Only ``compact``
may run in another thread.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock, RLock
from typing import Any, Final, cast

from tinydb import TinyDB
from tinydb.storages import Storage

from kiosk.progress.changes import (
    Change,
    Documents,
    Tables,
    apply,
    copied,
    difference,
    whole,
)
from kiosk.progress.draft import Draft, draft_of
from kiosk.progress.errors import NotSaved, UnknownRecord
from kiosk.progress.idle import IdleWork
from kiosk.progress.line_file import Damage, LineFile
from kiosk.progress.lines import Piece, changes_of, encoded
from kiosk.progress.table import JournalTable

__all__ = ("Damage", "JournalDB", "JournalStorage")

IDLE_S: Final = 5.0
LONGEST_S: Final = 3600.0
STALE_FROM: Final = 1000
"""So many changes that no longer count, and as many as do, are worth a new file."""


class JournalStorage(Storage):
    """The file and its tables in memory; memory never holds what the file does not."""

    def __init__(self, path: str | os.PathLike[str], idle_s: float = IDLE_S) -> None:
        """Open or create; raises NotSaved, UnknownRecord."""
        super().__init__()
        self.path = Path(path)
        self.changes = 0
        """Grows with every change, so that caches can see that they are old."""
        self._tables: Tables = {}
        self._in_file = 0
        self._replaced = 0
        self._guard = RLock()
        self._one_compaction = Lock()
        self._idle = IdleWork(self.compact, idle_s, max(idle_s, LONGEST_S))
        self._file = LineFile(self.path)
        try:
            with suppress(OSError):
                draft_of(self.path).unlink(missing_ok=True)
            self._file.load(self._replay)
        except BaseException:
            self._file.close()
            raise
        self._compact_when_idle()

    @property
    def damage(self) -> Damage | None:
        """What was broken on opening, or None."""
        return self._file.damage

    @property
    def file_length(self) -> int:
        """Bytes that are known to be on the disk."""
        return self._file.length

    @property
    def names(self) -> frozenset[str]:
        """The names of all tables."""
        return frozenset(self._tables)

    def read(self) -> Tables | None:
        """A copy of everything; None where there is nothing yet."""
        return cast(Tables, copied(self._tables)) or None

    def documents(self, table: str) -> Documents:
        """The documents of a table themselves, not copies: only to look at."""
        return self._tables.get(table, {})

    def write(self, data: Tables) -> None:
        """Make ``data`` the new content by appending what is different; raises NotSaved."""
        changes = difference(self._tables, data)
        if changes:
            self.append(changes)

    def append(self, changes: list[Change]) -> None:
        """Write changes as one line, synced; all of them or, with NotSaved, none."""
        line = encoded(changes)
        with self._guard:
            if self._file.is_in_doubt:
                self._replace(self._tables)
            self._file.append(line)
            # Memory gets what a reopen would read, not the caller's objects.
            self._remember(changes_of(line))
        self._idle.put_off()
        self._compact_when_idle()

    def erase(self, table: str, keys: Iterable[str]) -> None:
        """Remove documents so that no byte of them stays in the file; raises NotSaved."""
        gone = set(keys)
        with self._guard:
            if not self._file.is_in_doubt:
                self._file.require_sound()
            kept = {key: each for key, each in self.documents(table).items() if key not in gone}
            tables = {**self._tables, table: kept}
            self._replace(tables)
            self._tables = tables
            self.changes += 1

    def compact(self) -> bool:
        """Put a new file with only what still counts in the place of this one; raises NotSaved.

        Others may write meanwhile: what they wrote is in the new file, too. They wait only for
        the last moment, when the new file is given their lines and its name. False where the
        file was replaced meanwhile, which has done the work.
        """
        with self._one_compaction:
            try:
                return self._compact()
            except OSError as error:
                raise NotSaved.because(self.path, error) from error

    def close(self) -> None:
        """Let go of the file; a second close does nothing."""
        with self._guard:
            self._file.close()
        self._idle.stop()

    def _compact(self) -> bool:
        with self._guard:
            self._file.require_sound()
            # Stored documents are replaced, never changed, so it is enough to note which.
            tables = {name: dict(documents) for name, documents in self._tables.items()}
            start, in_file, replaced = self._file.length, self._in_file, self._replaced
        with Draft(self.path) as draft:
            draft.write(self._while_open(tables))
            draft.sync()
            with self._guard:
                if replaced != self._replaced:
                    return False
                self._file.require_sound()
                draft.copy(self.path, start, self._file.length)
                draft.sync()
                self._file.replace_by(draft.put)
                self._in_file += _counted(tables) - in_file
                self._replaced += 1
        return True

    def _while_open(self, tables: Tables) -> Iterator[bytes]:
        for changes in whole(tables):
            self._file.require_open()
            yield encoded(changes)

    def _compact_when_idle(self) -> None:
        if self._in_file - 2 * _counted(self._tables) > STALE_FROM:
            self._idle.ask()

    def _replace(self, tables: Tables) -> None:
        self._file.replace(map(encoded, whole(tables)))
        self._in_file = _counted(tables)
        self._replaced += 1

    def _replay(self, piece: Piece) -> None:
        try:
            self._remember(changes_of(piece.raw))
        except (ValueError, TypeError) as error:
            raise UnknownRecord(self.path, piece.number) from error

    def _remember(self, changes: list[Change]) -> None:
        for change in changes:
            apply(self._tables, change)
        self._in_file += len(changes)
        self.changes += 1


class JournalDB(TinyDB):
    """A TinyDB whose every confirmed change survives a power cut.

    ``JournalDB(path)``; ``idle_s`` is how long nothing must be written before a file in which
    most no longer counts is compacted in a thread.

    Raises:
        NotSaved: on opening, where the file cannot be made or written, and from every change.
        UnknownRecord: on opening, where a newer version wrote the file.
    """

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]  # TinyDB names JSON only

    def table(self, name: str, **options: Any) -> JournalTable:
        """The table of this name, made with its first document."""
        return cast(JournalTable, super().table(name, **options))

    @property
    def damage(self) -> Damage | None:
        """What was broken on opening, or None."""
        return self._journal.damage

    def compact(self) -> None:
        """Write the file anew with only what still counts; raises NotSaved."""
        self._journal.compact()

    @property
    def _journal(self) -> JournalStorage:
        return cast(JournalStorage, self.storage)


def _counted(tables: Tables) -> int:
    return len(tables) + sum(map(len, tables.values()))
