"""What a trainer's screens cost on the server, with so many learners.

    python -m benchmarks.bench_trainer [--events 1000000] [--learners 3000] [--folder FOLDER]

A folder is filled and opened twice, as the second opening is that of every day. Then, in that
process, each figure is told several times: who Today tells of, the hardest steps for the first time
and after one more answer, attendance by group. Times by the wall and of the processor.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.bench_journal import OPENING, fill
from kiosk.due import KeptDue
from kiosk.people_filter import Filter
from kiosk.progress.attendance import by_group
from kiosk.progress.course_figures import KeptFigures
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress.today import today
from kiosk.taught import Taught
from lessons.events import StepAnswered
from lessons.loader import COURSE, load_course

ROUNDS: Final = 9


def told(name: str, act: Callable[[], object], rounds: int = ROUNDS) -> None:
    """Print the median of an act."""
    wall, processor = [], []
    for _ in range(rounds):
        begun, worked = time.perf_counter(), time.process_time()
        act()
        wall.append(time.perf_counter() - begun)
        processor.append(time.process_time() - worked)
    print(f"{name}: {median(wall) * 1e3:.0f} ms, {median(processor) * 1e3:.0f} ms of the processor")


def measure(folder: Path) -> None:
    """Print what is told of everybody in a folder."""
    with Journal.open(folder) as journal:
        records = Records.of(journal)
        now = datetime.now().astimezone()
        figures = KeptFigures()

        def hardest() -> None:
            people = Filter().of(records.learners)
            figures.of({each.id: records.summary(each.id) for each in people}, now)

        def after_an_answer() -> None:
            learner = random.choice(records.learners).id
            for each in journal.append(learner, [StepAnswered("lesson-1", "step-1", ("x",), True)]):
                records.apply(each)
            hardest()

        due = KeptDue(Taught(load_course(COURSE).course))

        def of_today() -> object:
            people = records.people
            return today(people, records.at_tablets, now, due.of(people, now))

        told("today, first time", of_today, 1)
        told("today, again", of_today)
        told("hardest, first time", hardest, 1)
        told("hardest, again", hardest)
        told("hardest, after an answer", after_an_answer)
        told("attendance by group", lambda: by_group(records))


def main() -> None:
    """Fill, open, and tell."""
    parser = argparse.ArgumentParser(description="What a trainer's screens cost on the server.")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--learners", type=int, default=3000)
    parser.add_argument("--folder", help="where the disk to be measured is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as place:
        folder = Path(place)
        fill(folder, options.events, options.learners)
        for name in ("without summaries", "with summaries"):
            command = [sys.executable, "-c", OPENING, str(folder)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            print(f"opened {name}: {done.stdout.strip()}", flush=True)
        measure(folder)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
