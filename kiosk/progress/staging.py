"""A change of many files of a data folder at once: all of it or, after a power cut, none.

It is prepared in a hidden folder inside the data folder, which may be a disk of its own. One rename
begins it; from then on whoever takes the folder's lock finishes it first.
"""

import errno
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kiosk.progress import durable
from kiosk.progress.errors import NotSaved

PREPARED_NAME: Final = ".coming.part"
BEGUN_NAME: Final = ".coming"
_FILES: Final = "files"
_GONE: Final = "gone.json"


class Staging:
    """Files that are to come into a data folder, whose lock the caller holds.

    What was not carried out is removed at the end of the ``with``. Raises NotSaved.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._root = folder / PREPARED_NAME
        self.files = self._root / _FILES
        """What lies here, under its name in the data folder, is to be put there; synced."""
        self.aside = self._root / "aside"
        """Room for what is needed meanwhile."""
        try:
            for each in (self.files, self.aside):
                each.mkdir(parents=True)
        except OSError as error:
            self.drop()
            raise NotSaved.because(self._root, error) from error

    def carry_out(self, gone: Iterable[str] = ()) -> None:
        """Put everything in its place and remove the files named in ``gone``; raises NotSaved.

        Where the disk fails after it was begun, the next one who takes the lock goes on.
        """
        durable.replace_file(self._root / _GONE, [json.dumps(sorted(gone)).encode()])
        try:
            shutil.rmtree(self.aside)
            for place in _folders_below(self.files):
                durable.sync_folder(place)
                target = self._folder / place.relative_to(self.files)
                target.mkdir(parents=True, exist_ok=True)
                durable.sync_folder(target.parent)
            durable.sync_folder(self._root)
            self._root.rename(self._folder / BEGUN_NAME)
        except OSError as error:
            raise NotSaved.because(self._root, error) from error
        durable.sync_folder(self._folder)
        finish(self._folder)

    def drop(self) -> None:
        """Remove what was prepared."""
        shutil.rmtree(self._root, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.drop()


def is_begun(folder: Path) -> bool:
    """Whether a change was begun and is not finished yet."""
    return (folder / BEGUN_NAME).is_dir()


def finish(folder: Path) -> None:
    """Go on with what was begun, and remove what was only prepared; raises NotSaved."""
    shutil.rmtree(folder / PREPARED_NAME, ignore_errors=True)
    if not is_begun(folder):
        return
    begun = folder / BEGUN_NAME
    try:
        _carry_out(folder, begun)
        shutil.rmtree(begun)
    except OSError as error:
        raise NotSaved.because(begun, error) from error
    durable.sync_folder(folder)


def _carry_out(folder: Path, begun: Path) -> None:
    files = begun / _FILES
    touched = set()
    for path in sorted(files.rglob("*")):
        if not path.is_dir():
            target = folder / path.relative_to(files)
            _put(path, target)
            touched.add(target.parent)
    gone = begun / _GONE
    for name in json.loads(gone.read_bytes()) if gone.exists() else ():
        (folder / name).unlink(missing_ok=True)
        touched.add((folder / name).parent)
    for place in touched:
        durable.sync_folder(place)


def _put(path: Path, target: Path) -> None:
    try:
        path.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # A folder such as photos may be a link to another disk.
        durable.replace_file(target, [path.read_bytes()])
        path.unlink()


def _folders_below(top: Path) -> list[Path]:
    return [top, *sorted(path for path in top.rglob("*") if path.is_dir())]
