"""A file of checksummed lines that is only ever added to, or replaced whole."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.progress import durable
from kiosk.progress.errors import NotSaved
from kiosk.progress.lines import Piece, scan


@dataclass(frozen=True, slots=True)
class Damage:
    """What was found broken on opening and put into ``<name>.damaged``.

    ``line`` is the first damaged line, counted from 1.
    """

    bytes_set_aside: int
    line: int


class LineFile:
    """One open file. After a failed sync it is in doubt: it takes nothing before it is replaced.

    Raises:
        NotSaved: it cannot be opened; every change raises this too.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.length = 0
        """Bytes that are known to be on the disk."""
        self.damage: Damage | None = None
        self._refusal: NotSaved | None = None
        durable.drop_draft(path)
        self._fd = _opened(path)

    @property
    def is_in_doubt(self) -> bool:
        """Whether nobody can say what a power cut would leave of it."""
        return self._refusal is not None and self._refusal.reason == "unsure"

    def load(self, take: Callable[[Piece], None]) -> None:
        """Give every intact line to ``take``, then set aside what is damaged."""
        bad: list[Piece] = []
        good_behind = False
        for piece in self._pieces():
            self.length += len(piece.raw)
            if piece.payload is None:
                bad.append(piece)
            else:
                take(piece)
                good_behind = bool(bad)
        if bad:
            lost = sum(len(piece.raw) for piece in bad)
            self.damage = Damage(lost, bad[0].number)
            self._repair(b"".join(piece.raw for piece in bad), good_behind)

    def append(self, line: bytes) -> None:
        """Add a line, synced; all of it or, with NotSaved, none."""
        self.require_sound()
        try:
            durable.write_all(self._fd, line)
            self._sync()
        except OSError as error:
            self._take_back()
            raise NotSaved.because(self.path, error) from error
        except BaseException:
            self._take_back()
            raise
        self.length += len(line)

    def replace(self, chunks: Iterable[bytes]) -> None:
        """A fresh file in the place of this one: nothing else stays in it."""
        self.replace_by(lambda: durable.replace_file(self.path, chunks))

    def replace_by(self, put: Callable[[], None]) -> None:
        """Let ``put`` put another file under the name, then go on with that one."""
        self.require_open()
        self.close()  # Windows replaces no open file
        try:
            put()
            self.length = self.path.stat().st_size
            self._refusal = None
        finally:
            self._fd = _opened(self.path)

    def require_open(self) -> None:
        """Raises NotSaved where it is closed."""
        if self._fd < 0:
            raise NotSaved(self.path, "closed")

    def require_sound(self) -> None:
        """Raises NotSaved where nothing may be written."""
        self.require_open()
        if self._refusal is not None:
            raise NotSaved(self.path, self._refusal.reason, self._refusal.detail)

    def close(self) -> None:
        """Let go of the file; a second close does nothing."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def _pieces(self) -> Iterator[Piece]:
        with self.path.open("rb") as file:
            yield from scan(file)

    def _repair(self, bad: bytes, good_behind: bool) -> None:
        """Keep the damaged bytes beside, then take them out of the file.

        Where the disk lets us do neither, what was read can be used but nothing is written
        before a reopen: a new line behind a torn one would be lost with it.
        """
        try:
            durable.append_file(self.path.with_name(f"{self.path.name}.damaged"), bad)
            if good_behind:
                self.replace(piece.raw for piece in self._pieces() if piece.payload is not None)
            else:
                self._cut(self.length - len(bad))
        except OSError as error:
            self._refusal = NotSaved.because(self.path, error)
        except NotSaved as error:
            self._refusal = error

    def _cut(self, length: int) -> None:
        os.ftruncate(self._fd, length)
        durable.sync(self._fd)
        self.length = length

    def _sync(self) -> None:
        try:
            durable.sync(self._fd)
        except OSError as error:
            # Nobody knows what the disk holds now: the system may have dropped what it could not
            # write and call it clean, so that a second sync says nothing. Only a new file is sure.
            self._refusal = NotSaved(self.path, "unsure", str(error))
            raise

    def _take_back(self) -> None:
        """Remove the partial bytes of a failed write."""
        try:
            if os.fstat(self._fd).st_size != self.length:
                self._cut(self.length)
        except OSError as error:
            self._refusal = NotSaved(self.path, "unsure", str(error))


def _opened(path: Path) -> int:
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | durable.BINARY, durable.PRIVATE)
    except OSError as error:
        raise NotSaved.because(path, error) from error
    durable.sync_folder(path.parent)
    return fd
