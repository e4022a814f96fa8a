"""Zip files that come from outside: nothing that they say of themselves is believed."""

import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from audio.errors import FileRefused

_PIECE: Final = 1 << 18

_BROKEN: Final = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError),
    *(zlib.error, lzma.LZMAError, struct.error, ValueError, MemoryError),
)
"""What damaged bytes are told by, as each way of compressing has an error of its own."""


@contextmanager
def opened_zip(
    path: Path, what: str, said: str = "", most: int | None = None
) -> Iterator[zipfile.ZipFile]:
    """A zip file to read; ``what`` it should be is such as "voice pack", ``said`` its name.

    It is a regular file of at most ``most`` bytes: a device has no end to be looked for.

    Raises FileRefused, also out of the ``with``, where it cannot be read or its bytes are damaged.
    """
    name = said or path.name
    try:
        _check_kind(name, path.stat(), most)
        with zipfile.ZipFile(path) as pack:
            yield pack
    except FileNotFoundError:
        raise FileRefused(name, "there is no such file") from None
    except _BROKEN:
        raise FileRefused(name, f"not a whole {what}") from None
    except OSError as error:
        raise FileRefused(name, error.strerror or "it cannot be read") from error


def _check_kind(name: str, found: os.stat_result, most: int | None) -> None:
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
        raise FileRefused(name, "not a regular file")
    if most is not None and found.st_size > most:
        raise FileRefused(name, f"larger than {most // 1024 // 1024} MB")


def pieces(name: str, pack: zipfile.ZipFile, member: str, most: int) -> Iterator[bytes]:
    """A file of a zip, bit by bit; no more of it is read than it may have, whatever the zip says.

    Raises FileRefused where it is larger.
    """
    read = 0
    with pack.open(member) as file:
        while piece := file.read(min(_PIECE, most + 1 - read)):
            read += len(piece)
            if read > most:
                raise FileRefused(name, f"{member[:80]!r} is too large")
            yield piece


def content(name: str, pack: zipfile.ZipFile, member: str, most: int) -> bytes:
    """The same in one piece."""
    return b"".join(pieces(name, pack, member, most))


def only_these(name: str, pack: zipfile.ZipFile, allowed: set[str]) -> None:
    """Raises FileRefused where there is anything else in it, anything twice, or a link."""
    seen: set[str] = set()
    for info in pack.infolist():
        if info.filename not in allowed:
            strange = info.filename[:80]
            raise FileRefused(name, f"something in it does not belong there: {strange!r}")
        if info.filename in seen or stat.S_ISLNK(info.external_attr >> 16):
            raise FileRefused(name, f"{info.filename!r} is in it twice, or is a link")
        seen.add(info.filename)
