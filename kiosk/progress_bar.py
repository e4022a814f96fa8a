"""A progress bar for long commands, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

_LETTERS: Final = 30


@contextmanager
def progress_bar(stream: TextIO | None, whole: int) -> Iterator[Callable[[], None]]:
    """What is called once for each of ``whole`` parts; shows nothing where there is no terminal."""
    if stream is None or whole < 1 or not stream.isatty():
        yield lambda: None
        return
    done, shown = 0, -1

    def a_part_is_done() -> None:
        nonlocal done, shown
        done += 1
        if done * 100 // whole > shown:
            shown = done * 100 // whole
            full = "#" * (done * _LETTERS // whole)
            stream.write(f"\r[{full:.<{_LETTERS}}] {shown:3}%")
            stream.flush()

    try:
        yield a_part_is_done
    finally:
        stream.write("\r" + " " * (_LETTERS + len("[] 100%")) + "\r")
        stream.flush()
