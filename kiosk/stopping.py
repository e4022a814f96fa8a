"""Ctrl-C and a request to end (SIGTERM), noticed where long work can be left off."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def noticing_stops(at_once: bool) -> Iterator[Callable[[], None]]:
    """What is yielded raises KeyboardInterrupt where somebody has asked to stop since.

    ``at_once`` it is raised wherever the program is. That is no use while a C library calls back
    into Python: an exception is lost there. Whoever asks a second time is always obeyed at once.
    """
    asked = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if at_once or asked:
            raise KeyboardInterrupt
        asked = True

    def look() -> None:
        if asked:
            raise KeyboardInterrupt

    with _handled_by(stop):
        yield look


@contextmanager
def _handled_by(stop: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():  # signals are for that one only
        yield
        return
    before = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
