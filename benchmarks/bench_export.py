"""What an export of a whole village costs, in time and in memory.

    python -m benchmarks.bench_export [--events 50000 1000000] [--learners 150 3000]
        [--format csv] [--folder FOLDER]

Each size is filled as in ``bench_journal``, opened once so that its summaries are kept, and
exported by a process of its own. Beside it, in the same run: the same files only read and their
checksums looked at, which is the least that an export can cost.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.bench_journal import fill
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records

EXPORTING: Final = """
import resource, sys, time
from pathlib import Path
from kiosk.export.case import Wanted
from kiosk.export.writing import write
from kiosk.progress.journal import Journal
from kiosk.progress.lines import scan
from kiosk.progress.records import Records
from lessons.course import Course
folder, out, formats = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3].split(",")

def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

start = time.perf_counter()
for path in (folder / "learners").iterdir():
    with path.open("rb") as file:
        for piece in scan(file):
            pass
read = time.perf_counter() - start
start, busy = time.perf_counter(), time.process_time()
with Journal.open(folder) as journal:
    records = Records.of(journal)
    opened, memory = time.perf_counter() - start, most()
    count = write(out, formats, journal, records, Wanted(Course()))
    done, busy = time.perf_counter() - start, time.process_time() - busy
size = sum(path.stat().st_size for path in out.iterdir()) / 1e6
print(f"{count} learners, {size:.0f} MB in {done:.1f} s ({busy:.1f} of the processor's),"
      f" of these {opened:.1f} s to open (only reading: {read:.1f} s);"
      f" {memory:.0f} MiB opened, {most():.0f} MiB at most")
"""


def measure(folder: Path, events: int, learners: int, formats: str) -> str:
    """What the exporting process tells."""
    data = folder / f"data-{events}"
    fill(data, events, learners)
    with Journal.open(data) as journal:
        Records.of(journal)
    out = str(folder / f"out-{events}")
    command = [sys.executable, "-c", EXPORTING, str(data), out, formats]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description="What an export costs.")
    parser.add_argument("--events", nargs="+", type=int, default=[50_000, 1_000_000])
    parser.add_argument("--learners", nargs="+", type=int, default=[150, 3000])
    parser.add_argument("--format", default="csv")
    parser.add_argument("--folder", help="where the disk to be measured is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for events, learners in zip(options.events, options.learners, strict=True):
            found = measure(Path(folder), events, learners, options.format)
            print(f"{events} events of {found}", flush=True)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
