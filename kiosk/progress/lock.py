"""One kiosk a data folder: two writers would cut each other's lines."""

from pathlib import Path
from types import TracebackType
from typing import Final, Self

from filelock import FileLock, Timeout

from kiosk.progress import staging
from kiosk.progress.errors import FolderInUse, NotSaved

LOCK_NAME: Final = "kiosk.lock"


class FolderLock:
    """Held from making until ``release``; a killed process lets go by itself.

    A change of the whole folder that was cut short is finished first, so nobody sees half of it.

    Raises:
        FolderInUse: another process, or another lock of this one, holds the folder.
        NotSaved: the folder cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # Not bound to a thread: the kiosk may close from another one than it opened in.
            self._lock = FileLock(folder / LOCK_NAME, thread_local=False)
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise FolderInUse(folder) from error
        except OSError as error:
            raise NotSaved.because(folder, error) from error
        try:
            staging.finish(folder)
        except NotSaved:
            self.release()
            raise

    def release(self) -> None:
        """Let another kiosk in; a second release does nothing."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
