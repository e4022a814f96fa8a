"""A backup as it is made: one zip, whole under its name or not there at all."""

import hashlib
import os
import secrets
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final, cast

import msgspec

from kiosk.backup.contents import is_journal
from kiosk.backup.errors import BackupError
from kiosk.backup.manifest import FORMAT, MANIFEST, Kept, Manifest
from kiosk.backup.sealing import HEADER, SALT_BYTES, SEALED, SEALED_FORMAT, Header, Lock, Sealing
from kiosk.progress import durable
from kiosk.progress.changes import Tables, apply
from kiosk.progress.envelope import envelope_of
from kiosk.progress.errors import NotSaved
from kiosk.progress.journal import TABLET
from kiosk.progress.learner_files import EVENTS
from kiosk.progress.lines import changes_of, scan
from kiosk.version import kiosk_version

_PIECE: Final = 1 << 18
_PACKED: Final = (".log", ".wav", ".json")
"""What becomes smaller; pictures and clips do not."""

Done = Callable[[], None]


@dataclass(slots=True)
class _Counted:
    files: list[Kept] = field(default_factory=list)
    events: int = 0
    learners: int = 0
    damaged: int = 0
    tablet: str = ""


def write_backup(
    folder: Path, names: Iterable[str], out: Path, password: str | None, done: Done
) -> tuple[Manifest, int]:
    """Write the files of a folder, whose lock is held, to ``out``; ``done`` is called after each.

    Gives the list of what is in it, and how many damaged lines were left out.

    Raises:
        BackupError: it could not be written; what was under the name before is as it was.
    """
    part = out.with_name(f".{out.name}.part")
    try:
        with _new_file(part) as file:
            with _zip_of(file, password) as pack:
                manifest, damaged = _filled(pack, folder, names, done)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise _failure(out, error) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    durable.sync_folder(out.parent)
    return manifest, damaged


def _failure(out: Path, error: OSError) -> BackupError:
    why = "the disk is full" if NotSaved.because(out, error).reason == "full" else ""
    return BackupError(f"{out} was not made: {why or error.strerror or error}")


@contextmanager
def _new_file(path: Path) -> Iterator[IO[bytes]]:
    flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | durable.BINARY
    path.unlink(missing_ok=True)  # a link of that name must not lead elsewhere
    with os.fdopen(os.open(path, flags | os.O_EXCL, durable.PRIVATE), "w+b") as file:
        yield file


@contextmanager
def _zip_of(file: IO[bytes], password: str | None) -> Iterator[zipfile.ZipFile]:
    if password is None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as pack:
            yield pack
        return
    salt = secrets.token_bytes(SALT_BYTES)
    lock = Lock(password, salt)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as outer:
        outer.writestr(HEADER, msgspec.json.encode(Header(SEALED_FORMAT, salt, lock.check)))
        with outer.open(SEALED, "w", force_zip64=True) as member:
            sealing = Sealing(lock, member)
            with zipfile.ZipFile(cast(Any, sealing), "w", zipfile.ZIP_STORED) as pack:
                yield pack
            sealing.finish()


def _filled(
    pack: zipfile.ZipFile, folder: Path, names: Iterable[str], done: Done
) -> tuple[Manifest, int]:
    counted = _Counted()
    for name in names:
        counted.files.append(_put(pack, name, _content(folder, name, counted)))
        done()
    manifest = Manifest(
        format=FORMAT,
        kiosk=kiosk_version(),
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        tablet=counted.tablet,
        events=counted.events,
        learners=counted.learners,
        files=tuple(counted.files),
    )
    pack.writestr(MANIFEST, msgspec.json.encode(manifest), zipfile.ZIP_DEFLATED)
    return manifest, counted.damaged


def _put(pack: zipfile.ZipFile, name: str, content: Iterable[bytes]) -> Kept:
    digest, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo(name, datetime.now().timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_PACKED) else zipfile.ZIP_STORED
    info.external_attr = durable.PRIVATE << 16
    with pack.open(info, "w", force_zip64=True) as member:
        for piece in content:
            member.write(piece)
            digest.update(piece)
            size += len(piece)
    return Kept(name, size, digest.hexdigest())


def _content(folder: Path, name: str, counted: _Counted) -> Iterator[bytes]:
    with (folder / name).open("rb") as file:
        if is_journal(name):
            yield from _whole_lines(file, name, counted)
        else:
            while piece := file.read(_PIECE):
                yield piece


def _whole_lines(file: IO[bytes], name: str, counted: _Counted) -> Iterator[bytes]:
    """A damaged line would make whoever takes the backup in doubt all of it."""
    tables: Tables = {}
    for piece in scan(file):
        if piece.payload is None:
            counted.damaged += 1
            continue
        yield piece.raw
        try:
            for change in changes_of(piece.raw):
                apply(tables, change)
        except (TypeError, ValueError):
            raise BackupError(
                f"{name}:{piece.number} was written by a newer kiosk: update this one first"
            ) from None
    counted.events += sum(1 for each in tables.get(EVENTS, {}).values() if envelope_of(each))
    counted.learners += "/" in name
    for document in tables.get(TABLET, {}).values():
        counted.tablet = str(document.get("id", ""))
