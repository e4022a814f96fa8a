"""Start to the first HTTP 200: the kiosk beside a bare Flet program of the same version.

    python -m benchmarks.bench_start [rounds]

Both are started anew in every round, in turn, so that a busy machine slows both. Aim: at most
1.5 times.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.programs import Program, bare_flet, free_port, kiosk

ROUNDS: Final = 9


def start_s(program: Program) -> float:
    """Seconds from the start of the process to the first page."""
    begun = time.perf_counter()
    with program:
        program.wait()
        return time.perf_counter() - begun


def main() -> None:
    """Print medians and their ratio; the first round warms the disk's cache and is not counted."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    bare: list[float] = []
    ours: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds + 1):
            seconds = start_s(bare_flet(free_port())), start_s(kiosk(free_port(), Path(folder)))
            if number:
                bare.append(seconds[0])
                ours.append(seconds[1])
                print(f"{number:>3}: bare Flet {seconds[0]:.2f} s, kiosk {seconds[1]:.2f} s")
    print(
        f"median: bare Flet {median(bare):.2f} s, kiosk {median(ours):.2f} s, "
        f"ratio {median(ours) / median(bare):.2f}"
    )


if __name__ == "__main__":
    main()
