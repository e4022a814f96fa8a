"""What a durable event costs beside a bare 200-byte append and fdatasync on the same disk.

    python -m benchmarks.bench_journal [folder]

The two are timed in turn in the same run, so that a busy disk slows both. Aim: at most 3 times.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from kiosk.progress import durable
from kiosk.progress.journal import Journal
from lessons.events import StepAnswered

ROUNDS: Final = 200
STORED: Final = (100, 10_000)
EVENT: Final = StepAnswered("who-buys", "buyer", ("buyer",), True)


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def measure(folder: Path, stored: int) -> tuple[float, float]:
    """Median seconds of a bare append and of a journal's, with so many events stored."""
    raw = os.open(folder / "raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def bare() -> None:
        durable.write_all(raw, b"x" * 199 + b"\n")
        durable.sync(raw)

    with Journal.open(folder / f"journal-{stored}") as journal:
        journal.append("learner", [EVENT] * stored)
        pairs = [
            (seconds(bare), seconds(lambda: journal.append("learner", [EVENT])))
            for _ in range(ROUNDS)
        ]
    os.close(raw)
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def main() -> None:
    """Print medians and ratios."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        for stored in STORED:
            bare, event = measure(Path(folder), stored)
            print(
                f"{stored:>6} stored: bare {bare * 1e3:.3f} ms, event {event * 1e3:.3f} ms, "
                f"ratio {event / bare:.2f}"
            )


if __name__ == "__main__":
    main()
