"""A TinyDB that appends: each change is one checksummed line, on the disk before the call returns.

Not for several threads at once, like TinyDB itself: ``journal`` holds the lock.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage

from kiosk.progress import durable
from kiosk.progress.changes import (
    Change,
    Documents,
    Tables,
    apply,
    copied,
    difference,
    whole,
)
from kiosk.progress.errors import NotSaved, UnknownRecord
from kiosk.progress.lines import Piece, encoded, scan
from kiosk.progress.table import JournalTable


@dataclass(frozen=True, slots=True)
class Damage:
    """What was found broken on opening and put into ``<name>.damaged``.

    ``line`` is the first damaged line, counted from 1.
    """

    bytes_set_aside: int
    line: int


class JournalStorage(Storage):
    """The file and its tables in memory; memory never holds what the file does not."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Open or create; raises NotSaved, UnknownRecord."""
        super().__init__()
        self.path = Path(path)
        self.damage: Damage | None = None
        self.changes = 0
        """Grows with every change, so that caches can see that they are old."""
        self._tables: Tables = {}
        self._refusal: NotSaved | None = None
        self._fd = _opened(self.path)
        try:
            self._load()
        except BaseException:
            self.close()
            raise

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
        self._refuse_if_unsure()
        try:
            durable.write_all(self._fd, line)
            durable.sync(self._fd)
        except OSError as error:
            self._take_back()
            raise NotSaved.because(self.path, error) from error
        except BaseException:
            self._take_back()
            raise
        self._length += len(line)
        # Memory gets what a reopen would read, not the caller's objects.
        self._remember(json.loads(line[9:]))

    def rewrite(self, tables: Tables) -> None:
        """Put ``tables`` into a fresh file in the place of this one: nothing else stays in it."""
        self._refuse_if_unsure()
        lines = [encoded(changes) for changes in whole(tables)]
        self._swap(lines)
        self._tables = {}
        for line in lines:
            self._remember(json.loads(line[9:]))

    def close(self) -> None:
        """Let go of the file; a second close does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _load(self) -> None:
        durable.drop_draft(self.path)
        pieces = list(scan(self.path.read_bytes()))
        for piece in pieces:
            if piece.payload is not None:
                self._replay(piece.number, piece.payload)
        self._length = sum(len(piece.raw) for piece in pieces)
        bad = [piece for piece in pieces if piece.payload is None]
        if bad:
            self.damage = Damage(sum(len(piece.raw) for piece in bad), bad[0].number)
            self._repair(pieces, b"".join(piece.raw for piece in bad))

    def _replay(self, number: int, payload: bytes) -> None:
        try:
            self._remember(json.loads(payload))
        except (ValueError, TypeError) as error:
            raise UnknownRecord(self.path, number) from error

    def _remember(self, changes: list[Change]) -> None:
        for change in changes:
            apply(self._tables, change)
        self.changes += 1

    def _repair(self, pieces: list[Piece], bad: bytes) -> None:
        """Keep the damaged bytes beside, then take them out of the file.

        Where the disk lets us do neither, what was read can be used but nothing is written
        before a reopen: a new line behind a torn one would be lost with it.
        """
        try:
            durable.append_file(self.path.with_name(f"{self.path.name}.damaged"), bad)
            self._take_out(pieces)
        except OSError as error:
            self._refusal = NotSaved.because(self.path, error)
        except NotSaved as error:
            self._refusal = error

    def _take_out(self, pieces: list[Piece]) -> None:
        good = [piece.raw for piece in pieces if piece.payload is not None]
        if all(piece.payload is not None for piece in pieces[: len(good)]):
            self._cut(sum(map(len, good)))
        else:
            self._swap(good)

    def _swap(self, lines: list[bytes]) -> None:
        self.close()  # Windows replaces no open file
        try:
            durable.replace_file(self.path, lines)
            self._length = sum(map(len, lines))
        finally:
            self._fd = _opened(self.path)

    def _cut(self, length: int) -> None:
        os.ftruncate(self._fd, length)
        durable.sync(self._fd)
        self._length = length

    def _take_back(self) -> None:
        """Remove the partial bytes of a failed write."""
        try:
            if os.fstat(self._fd).st_size != self._length:
                self._cut(self._length)
        except OSError as error:
            self._refusal = NotSaved(self.path, "unsure", str(error))

    def _refuse_if_unsure(self) -> None:
        if self._fd < 0:
            raise NotSaved(self.path, "closed")
        if self._refusal is not None:
            raise NotSaved(self.path, self._refusal.reason, self._refusal.detail)


class JournalDB(TinyDB):
    """A TinyDB whose every confirmed change survives a power cut.

    Raises:
        NotSaved: on opening, where the file cannot be made or written, and from every change.
        UnknownRecord: on opening, where a newer version wrote the file.
    """

    table_class = JournalTable
    default_storage_class = JournalStorage  # type: ignore[assignment]  # TinyDB names JSON only

    def __init__(self, path: str | os.PathLike[str], **storage: Any) -> None:
        super().__init__(path, **storage)

    def table(self, name: str, **options: Any) -> JournalTable:
        """The table of this name, made with its first document."""
        return cast(JournalTable, super().table(name, **options))

    @property
    def damage(self) -> Damage | None:
        """What was broken on opening, or None."""
        return self._journal.damage

    def compact(self) -> None:
        """Write the file anew with only what still counts; raises NotSaved."""
        self._journal.rewrite(self._journal.read() or {})

    @property
    def _journal(self) -> JournalStorage:
        return cast(JournalStorage, self.storage)


def _opened(path: Path) -> int:
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | durable.BINARY, durable.PRIVATE)
    except OSError as error:
        raise NotSaved.because(path, error) from error
    durable.sync_folder(path.parent)
    return fd
