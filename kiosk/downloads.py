"""Files that the trainer may take away: each offer is a random key, good for a few minutes."""

import secrets
import time
from collections.abc import Callable
from pathlib import Path

_GOOD_FOR_S = 300.0


class Downloads:
    """Offers of files in memory."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._offers: dict[str, tuple[Path, float]] = {}

    def offer(self, path: Path) -> str:
        """A key under which the browser may fetch ``path`` for five minutes."""
        now = self._clock()
        self._offers = {key: each for key, each in self._offers.items() if each[1] > now}
        key = secrets.token_urlsafe(24)
        self._offers[key] = (path, now + _GOOD_FOR_S)
        return key

    def file(self, key: str) -> Path | None:
        """The file of an offer that is still good."""
        path, until = self._offers.get(key, (None, 0.0))
        return path if path is not None and until > self._clock() else None
