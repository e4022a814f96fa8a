"""What was heard and is not written yet."""

from collections import defaultdict
from collections.abc import Callable
from threading import Lock, Timer
from typing import Final

from kiosk.progress.events import ClipHeard

KEPT_AFTER_S: Final = 4.0
"""So long after a sentence ended all that was heard since is written at once: a power cut loses no
more, and who only listens costs the disk no more than one write in this time."""
_MOST: Final = 50
"""Of one learner, where the disk takes nothing."""


class Held:
    """What each learner heard, the oldest first; ``keep`` is called when it is to be written.

    ``keep`` is called in a thread of its own.
    """

    def __init__(self, keep: Callable[[], None]) -> None:
        self._keep = keep
        self._guard = Lock()
        self._heard: defaultdict[str, list[ClipHeard]] = defaultdict(list)
        self._timer: Timer | None = None

    def add(self, learner: str, heard: ClipHeard) -> None:
        """Takes this, and has it kept soon."""
        with self._guard:
            self._heard[learner].append(heard)
            del self._heard[learner][:-_MOST]
            if self._timer is None:
                self._timer = Timer(KEPT_AFTER_S, self._due)
                self._timer.daemon = True
                self._timer.start()

    def of(self, learner: str | None) -> tuple[ClipHeard, ...]:
        """What she heard and is not written yet."""
        with self._guard:
            return tuple(self._heard.get(learner, ())) if learner else ()

    def let_go(self, learner: str) -> None:
        """It is written, or nobody may know of it any more."""
        with self._guard:
            self._heard.pop(learner, None)

    def learners(self) -> tuple[str, ...]:
        """Of whom there is something."""
        with self._guard:
            return tuple(self._heard)

    def stop(self) -> None:
        """Nothing is kept by itself any more."""
        with self._guard:
            if self._timer is not None:
                self._timer.cancel()

    def _due(self) -> None:
        with self._guard:
            self._timer = None  # what is heard from now on is for the next time
        self._keep()
