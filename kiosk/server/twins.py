"""Compressed twins of the client's big files: made once, kept, never made while someone waits."""

import gzip
import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from audio.reserve import may_keep

log = logging.getLogger("kiosk.server")

ENCODINGS = ("br", "gzip")
"""Best first. Browsers offer ``br`` over https and to their own machine only."""
COMPRESSED = frozenset({".wasm", ".js", ".mjs", ".otf", ".ttf", ".svg"})
LEFT_OUT = (
    "pyodide/",
    "canvaskit/experimental_webparagraph/",
    "canvaskit/wimp",
    "canvaskit/skwasm_heavy",
    "assets/packages/",
)
"""Parts of the client that the kiosk never loads."""
SMALLEST = 1_000
_NICENESS = 15


def find_twin(cache: Path | None, path: str, file: Path, encoding: str) -> Path | None:
    """The twin of ``file`` in this encoding, if there is one of exactly its present content."""
    if cache is None:
        return None
    twin = cache / twin_name(path, file, encoding)
    return twin if twin.is_file() else None


def twin_name(path: str, file: Path, encoding: str) -> str:
    stat = file.stat()
    return f"{path}.{stat.st_size:x}-{stat.st_mtime_ns:x}.{encoding}"


def make_twins(
    folders: Sequence[Path], cache: Path, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Make the twins that are missing, delete outdated ones; says how many it made.

    On a disk that is nearly full it makes no more: the last room is the journal's.
    """
    made, wanted = 0, set()
    for path, file in files_of(folders):
        for encoding in ENCODINGS:
            if stopped():
                return made
            twin = cache / twin_name(path, file, encoding)
            wanted.add(twin)
            if not twin.is_file() and may_keep(cache, file.stat().st_size):
                _write(twin, _compress(file.read_bytes(), encoding))
                made += 1
    for old in [file for file in cache.rglob("*") if file.is_file() and file not in wanted]:
        old.unlink()
    return made


def files_of(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """What is worth compressing: address and file, smallest first, the first folder winning."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in folder.rglob("*"):
            path = file.relative_to(folder).as_posix()
            if file.suffix in COMPRESSED and not path.startswith(LEFT_OUT):
                found.setdefault(path, file)
    sized = [(file.stat().st_size, path, file) for path, file in found.items()]
    yield from ((path, file) for size, path, file in sorted(sized) if size >= SMALLEST)


def _compress(data: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.compress(data, compresslevel=6, mtime=0)
    import brotli  # type: ignore[import-untyped]  # late: the start does not need it

    compressed: bytes = brotli.compress(data, quality=7)
    return compressed


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes(data)
    part.replace(file)


class TwinMaker:
    """Makes the twins on a thread of low priority, some time after the start."""

    def __init__(self, folders: Sequence[Path], cache: Path, after: float) -> None:
        self._folders = folders
        self._cache = cache
        self._after = after
        self._stop = threading.Event()

    def start(self) -> None:
        threading.Thread(target=self._run, name="twins", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        if self._stop.wait(self._after):
            return
        with suppress(AttributeError, OSError):  # where threads have a priority of their own
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
        try:
            made = make_twins(self._folders, self._cache, self._stop.is_set)
            log.info("%s compressed twins made", made)
        except OSError as error:  # a full disk: the plain files serve as well
            log.warning("compressed twins were not made: %s", error)
