"""One thread: what is urgent first, then what may be needed next, at last what only tidies up."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Final, TypeVar

_log = logging.getLogger(__name__)
T = TypeVar("T")
Job = Callable[[], object]

_MOST_IDLE: Final = 100
_MOST_AFTERWARDS: Final = 500


class WorkerClosed(RuntimeError):
    """Asked for work after `close`."""


class Worker:
    """The thread starts with the first job and does not keep the process alive."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._urgent: deque[Job] = deque()
        self._idle: deque[Job] = deque(maxlen=_MOST_IDLE)
        self._afterwards: deque[Job] = deque(maxlen=_MOST_AFTERWARDS)
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def soon(self, job: Callable[[], T]) -> Future[T]:
        """Do this next; whatever was only prepared for is dropped.

        Raises:
            WorkerClosed
        """
        future: Future[T] = Future()
        with self._changed:
            if self._closed:
                raise WorkerClosed
            self._idle.clear()
            self._urgent.append(lambda: _fulfil(future, job))
            self._wake()
        return future

    def when_idle(self, jobs: Iterable[Job]) -> None:
        """Do these when nothing is urgent, before what was given earlier."""
        with self._changed:
            if not self._closed:
                self._idle.extendleft(reversed(list(jobs)))  # beyond the limit the oldest go
                self._wake()

    def afterwards(self, job: Job) -> None:
        """Do this when there is nothing else; urgent jobs do not drop it."""
        with self._changed:
            if not self._closed:
                self._afterwards.append(job)
                self._wake()

    def close(self) -> None:
        """Finish the urgent jobs, drop the others and end the thread."""
        with self._changed:
            self._closed = True
            self._idle.clear()
            self._afterwards.clear()
            self._changed.notify()
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join()

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        self._changed.notify()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except Exception as error:  # an idle job failed; who needs its result will ask again
                _log.warning("%s: preparing failed: %s", self._name, error)

    def _next(self) -> Job | None:
        with self._changed:
            while not (self._urgent or self._idle or self._afterwards or self._closed):
                self._changed.wait()
            for jobs in (self._urgent, self._idle, self._afterwards):
                if jobs:
                    return jobs.popleft()
            return None


def _fulfil(future: Future[T], job: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = job()
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)
