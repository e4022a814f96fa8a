"""Files that the trainer brings: each is waited for under a random key, good once and briefly."""

import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Final

GOOD_FOR_S: Final = 120.0


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that is waited for; it stays in memory, nothing is written."""

    most_bytes: int
    until: float
    content: "Future[bytes | None]" = field(default_factory=Future)

    def received(self, content: bytes | None) -> None:
        """The whole file, or None where it did not come whole or is too large."""
        if not self.content.done():
            self.content.set_result(content)


class Uploads:
    """What is waited for."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._waiting: dict[str, Upload] = {}

    def expect(self, most_bytes: int) -> tuple[str, Upload]:
        """A key under which the browser may send one file, and where it will be."""
        now = self._clock()
        self._waiting = {key: each for key, each in self._waiting.items() if each.until > now}
        key = secrets.token_urlsafe(24)
        upload = Upload(most_bytes, now + GOOD_FOR_S)
        self._waiting[key] = upload
        return key, upload

    def taken(self, key: str) -> Upload | None:
        """What waits under this key, if it still does; it is used up then."""
        upload = self._waiting.pop(key, None)
        return upload if upload is not None and upload.until > self._clock() else None
