"""A backup as it is read: it comes from outside, so nothing that it says is believed.

Every name is one that a backup may hold, every size is bounded by the list and by a ceiling, every
file is the one of the list, and the counts are what is really in the files.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from audio.errors import FileRefused
from audio.foreign_zip import content, only_these, opened_zip, pieces
from kiosk.backup.contents import is_journal, is_kept
from kiosk.backup.errors import BackupError
from kiosk.backup.manifest import FORMAT, MANIFEST, Kept, Manifest
from kiosk.backup.sealing import HEADER, MOST_HEADER_BYTES, SEALED, Header, opening, unsealed
from kiosk.progress import durable
from kiosk.progress.errors import NotSaved
from kiosk.progress.journal import JOURNAL_NAME
from kiosk.progress.verify import verify

MOST_FILES: Final = 500_000
MOST_MANIFEST_BYTES: Final = 128 * 1024 * 1024
MOST_BYTES: Final = 64 * 1024**3
"""Of all files together; those of 3,000 learners with a million events are below 1 GB."""
MOST_FILE_BYTES: Final = 2 * 1024**3
MOST_PHOTO_BYTES: Final = 8 * 1024**2
MOST_TIMES_LARGER: Final = 100
"""A journal becomes ten times smaller in a zip; zeros a thousand times."""
ALWAYS_ALLOWED_BYTES: Final = 64 * 1024**2

_WHAT: Final = "backup of a kiosk"
Done = Callable[[], None]
T = TypeVar("T")


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """What is wrong with a backup in one line that begins with its name."""
    try:
        yield
    except FileRefused as refused:
        raise BackupError(str(refused)) from refused
    except BackupError as error:
        raise type(error)(f"{name}: {error}") from error


def is_sealed(path: Path) -> bool:
    """Whether it has a password; raises BackupError where it is no zip."""
    with _refusing(path.name), opened_zip(path, _WHAT) as pack:
        return HEADER in pack.namelist()


def unseal(path: Path, password: str | None, plain: Path) -> None:
    """Write what lies behind the password to ``plain``.

    Raises:
        WrongPassword: it has another one.
        BackupError: it is damaged, or of a newer kiosk.
        NotSaved: the disk did not take it.
    """
    with _refusing(path.name), opened_zip(path, _WHAT) as pack:
        only_these(path.name, pack, {HEADER, SEALED})
        header = _decoded(path.name, content(path.name, pack, HEADER, MOST_HEADER_BYTES), Header)
        lock = opening(header, password)
        if SEALED not in pack.namelist():
            raise BackupError("it is damaged")
        whole = path.stat().st_size  # sealed bytes do not become smaller in a zip
        _write(plain, unsealed(lock, pieces(path.name, pack, SEALED, whole)))


def read_manifest(path: Path, said: str) -> Manifest:
    """The list of a backup, as far as it can be checked without its files.

    ``said`` is its name for people. Raises BackupError.
    """
    with _refusing(said), opened_zip(path, _WHAT, said) as pack:
        return _manifest(path, said, pack)


def unpack(path: Path, said: str, into: Path, done: Done) -> Manifest:
    """Put the files of a backup into a folder, synced, and see that they are what its list says.

    ``done`` is called after each file, and again after each file of lines was looked through.

    Raises:
        BackupError: it is not what it should be; what is in the folder by then is of no use.
        NotSaved: the disk did not take it.
    """
    with _refusing(said):
        with opened_zip(path, _WHAT, said) as pack:
            manifest = _manifest(path, said, pack)
            for kept in manifest.files:
                _unpack_one(said, pack, kept, into)
                done()
        _verify(manifest, into, done)
    return manifest


def parts(manifest: Manifest) -> int:
    """How often ``unpack`` calls ``done``."""
    return len(manifest.files) + sum(is_journal(each.name) for each in manifest.files)


def _manifest(path: Path, said: str, pack: zipfile.ZipFile) -> Manifest:
    if MANIFEST not in pack.namelist():
        raise FileRefused(said, f"not a {_WHAT}: it has no list of files")
    found = content(said, pack, MANIFEST, MOST_MANIFEST_BYTES)
    only_format = _decoded(said, found, _Format)
    if only_format.format > FORMAT:
        raise FileRefused(said, "made by a newer kiosk: update this one first")
    manifest = _decoded(said, found, Manifest)
    _check_list(said, manifest)
    only_these(said, pack, {MANIFEST, *(each.name for each in manifest.files)})
    _check_sizes(path, said, manifest, pack)
    return manifest


class _Format(msgspec.Struct):
    format: int


def _check_list(said: str, manifest: Manifest) -> None:
    names = [each.name for each in manifest.files]
    strange = next((name for name in names if not is_kept(name)), None)
    if strange is not None:
        raise FileRefused(said, f"something in it does not belong there: {strange[:80]!r}")
    if manifest.format < 1 or len(names) > MOST_FILES:
        raise FileRefused(said, "its list of files is of no known kind")
    # Some disks take A for a.
    if len({name.casefold() for name in names}) < len(names):
        raise FileRefused(said, "its list names a file twice")
    if JOURNAL_NAME not in names:
        raise FileRefused(said, f"there is no {JOURNAL_NAME} in it")


def _check_sizes(path: Path, said: str, manifest: Manifest, pack: zipfile.ZipFile) -> None:
    sizes = {info.filename: info.file_size for info in pack.infolist()}
    for each in manifest.files:
        if each.name not in sizes:
            raise FileRefused(said, f"a file is missing: {each.name}")
        if not 0 <= each.bytes <= _ceiling(each.name):
            raise FileRefused(said, f"{each.name} is too large")
        if sizes[each.name] != each.bytes:
            raise FileRefused(said, f"its list is wrong about {each.name}")
    whole = path.stat().st_size
    if sum(info.compress_size for info in pack.infolist()) > whole:
        raise FileRefused(said, "its files lie one in the other")
    most = min(MOST_BYTES, ALWAYS_ALLOWED_BYTES + MOST_TIMES_LARGER * whole)
    if manifest.size > most:
        raise FileRefused(said, f"it would become {manifest.size // 1024**2} MB: that is no backup")


def _ceiling(name: str) -> int:
    return MOST_PHOTO_BYTES if name.startswith(("photos/", "recordings/")) else MOST_FILE_BYTES


def _unpack_one(said: str, pack: zipfile.ZipFile, kept: Kept, into: Path) -> None:
    digest, size = hashlib.sha256(), 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for piece in pieces(said, pack, kept.name, kept.bytes):
            digest.update(piece)
            size += len(piece)
            yield piece

    _write(into / kept.name, counted())
    if size != kept.bytes or digest.hexdigest() != kept.sha256:
        raise FileRefused(said, f"{kept.name} is not the one in its list")


def _write(path: Path, chunks: Iterator[bytes]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        durable.write_new(path, chunks)
    except OSError as error:
        raise NotSaved.because(path, error) from error


def _verify(manifest: Manifest, folder: Path, done: Done) -> None:
    found = verify(folder, done)
    in_lines = next((each for each in found.broken if each.line), None)
    if in_lines is not None:
        raise BackupError(str(in_lines))
    if (found.events, found.learners) != (manifest.events, manifest.learners):
        raise BackupError("its list is wrong about how many events and learners there are")


def _decoded(said: str, raw: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise FileRefused(said, f"its list of files is broken: {error}") from error
