"""The clips used last, in memory: answered at once, and all there is when the disk refuses."""

import threading
from collections import OrderedDict

from audio.clip import MadeClip


class Memory:
    """Bounded in bytes of sound; the least recently used clip goes first."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._clips: OrderedDict[str, MadeClip] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> MadeClip | None:
        """The clip, which counts as used."""
        with self._lock:
            made = self._clips.get(key)
            if made:
                self._clips.move_to_end(key)
            return made

    def put(self, made: MadeClip) -> None:
        """Keep a clip; the newest one is kept even if it alone is too large."""
        with self._lock:
            old = self._clips.pop(made.clip.key, None)
            self._bytes += len(made.sound) - (len(old.sound) if old else 0)
            self._clips[made.clip.key] = made
            while self._bytes > self._most_bytes and len(self._clips) > 1:
                _, gone = self._clips.popitem(last=False)
                self._bytes -= len(gone.sound)

    def clear(self) -> None:
        """Forget every clip."""
        with self._lock:
            self._clips.clear()
            self._bytes = 0
