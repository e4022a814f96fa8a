"""Work that can wait until nobody does anything."""

import logging
from collections.abc import Callable
from threading import Event, Lock, Thread
from time import monotonic

log = logging.getLogger("kiosk")


class IdleWork:
    """Runs ``work`` once in a thread of its own when nothing happened for ``idle_s`` seconds.

    Where there is never such a pause it does not wait longer than ``longest_s``.
    """

    def __init__(self, work: Callable[[], object], idle_s: float, longest_s: float) -> None:
        self._work = work
        self._idle_s = idle_s
        self._longest_s = longest_s
        self._stopped = Event()
        self._guard = Lock()
        self._thread: Thread | None = None
        self._last = monotonic()

    def put_off(self) -> None:
        """Something happened just now."""
        self._last = monotonic()

    def ask(self) -> None:
        """The work is wanted; asking again while it is waited for changes nothing."""
        with self._guard:
            if self._stopped.is_set() or (self._thread and self._thread.is_alive()):
                return
            self._thread = Thread(target=self._run, name="idle-work", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """No more work; returns when what is under way has ended."""
        with self._guard:
            self._stopped.set()
            thread = self._thread
        if thread:
            thread.join()

    def _run(self) -> None:
        latest = monotonic() + self._longest_s
        while (rest := min(self._last + self._idle_s, latest) - monotonic()) > 0:
            if self._stopped.wait(rest):
                return
        try:
            self._work()
        except Exception:
            # Nothing is lost by it: the work is asked for again by what happens next.
            log.warning("work for idle time failed", exc_info=True)
