"""A progress bar for long commands, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final, TextIO

_LETTERS: Final = 30
_SILENT_S: Final = 1.0
"""What is done sooner needs no bar."""


@contextmanager
def progress_bar(stream: TextIO | None, whole: int) -> Iterator[Callable[[], None]]:
    """What is called once for each of ``whole`` parts; shows nothing where there is no terminal."""
    done = 0
    with _drawn(stream if whole > 0 else None) as draw:

        def a_part_is_done() -> None:
            nonlocal done
            done += 1
            draw(done, whole)

        yield a_part_is_done


@contextmanager
def progress_line(
    stream: TextIO | None, silent_s: float = _SILENT_S
) -> Iterator[Callable[[int, int], None]]:
    """What is called with how many parts are done, and of how many; it may begin anew.

    Shows nothing before it has taken ``silent_s``, nor where there is no terminal.
    """
    begun = monotonic()
    with _drawn(stream) as draw:

        def told(done: int, whole: int) -> None:
            if whole > 0 and monotonic() - begun >= silent_s:
                draw(done, whole)

        yield told


@contextmanager
def _drawn(stream: TextIO | None) -> Iterator[Callable[[int, int], None]]:
    if stream is None or not stream.isatty():
        yield lambda _done, _whole: None
        return
    shown = -1

    def draw(done: int, whole: int) -> None:
        nonlocal shown
        percent = done * 100 // whole
        if percent != shown:
            shown = percent
            full = "#" * (done * _LETTERS // whole)
            stream.write(f"\r[{full:.<{_LETTERS}}] {percent:3}%")
            stream.flush()

    try:
        yield draw
    finally:
        if shown >= 0:
            stream.write("\r" + " " * (_LETTERS + len("[] 100%")) + "\r")
            stream.flush()
