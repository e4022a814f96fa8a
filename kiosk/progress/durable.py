"""Bytes that survive a power cut: written whole, synced, or not there at all."""

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kiosk.progress.errors import NotSaved

BINARY: Final[int] = getattr(os, "O_BINARY", 0)  # Windows would else translate newlines

PRIVATE: Final = 0o600
"""File mode of what is about people: for the kiosk's own account only."""


def sync(fd: int) -> None:
    """Wait until the data of an open file is on the disk."""
    getattr(os, "fdatasync", os.fsync)(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte; one ``os.write`` may take only a part."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def sync_folder(folder: Path) -> None:
    """Make a created or renamed file name last; some file systems cannot, which is no error."""
    with contextlib.suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def append_file(path: Path, data: bytes) -> None:
    """Add bytes to the end of a file, made where missing; raises OSError."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | BINARY, PRIVATE)
    try:
        write_all(fd, data)
        sync(fd)
    finally:
        os.close(fd)
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """A folder where there may be none yet.

    Raises:
        NotSaved: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved.because(folder, error) from error


def replace_file(path: Path, chunks: Iterable[bytes], mode: int = PRIVATE) -> None:
    """Put a whole new file under a name: readers see the old one or all of the new one.

    Raises:
        NotSaved: the old file is as it was and nothing is left beside it.
    """
    draft = _draft(path)
    try:
        write_new(draft, chunks, mode)
        draft.replace(path)
    except OSError as error:
        drop_draft(path)
        raise NotSaved.because(path, error) from error
    sync_folder(path.parent)


def without_lines(path: Path, word: bytes) -> None:
    """Take the lines in which a word stands out of a file, if there is one; raises NotSaved."""
    if path.exists():
        lines = path.read_bytes().splitlines(keepends=True)
        kept = [line for line in lines if word not in line]
        if len(kept) < len(lines):
            replace_file(path, kept)


def drop_draft(path: Path) -> None:
    """Remove what a power cut in ``replace_file`` left behind, if the disk lets us."""
    with contextlib.suppress(OSError):
        _draft(path).unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def write_new(path: Path, chunks: Iterable[bytes], mode: int = PRIVATE) -> None:
    """A file that nobody looks for yet, synced; what was under the name is lost. Raises OSError."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, mode)
    try:
        for chunk in chunks:
            write_all(fd, chunk)
        os.fsync(fd)
    finally:
        os.close(fd)
