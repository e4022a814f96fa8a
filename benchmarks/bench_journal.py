"""What a durable event costs, and what opening a folder of many costs.

    python -m benchmarks.bench_journal [--stored 100 10000 100000] [--folder FOLDER]
    python -m benchmarks.bench_journal --open EVENTS LEARNERS [--folder FOLDER]

One row for each number of stored events: a bare append of 200 bytes and fdatasync, an event of a
learner through ``Journal``, a document through ``JournalDB``, SQLite (WAL, synchronous=FULL), and
stock TinyDB up to 10,000. They are timed in turn, so that a busy disk slows all of them.
"""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from statistics import median
from typing import Final

from tinydb import TinyDB

from kiosk.progress import durable
from kiosk.progress.envelope import Envelope, document_of
from kiosk.progress.events import LearnerEnrolled
from kiosk.progress.journal import Journal
from kiosk.progress.kinds import Event, encoded
from kiosk.progress.learner_files import LearnerFiles
from kiosk.progress.storage import JournalDB
from lessons.events import LessonCompleted, LessonStarted, StepAnswered, StepCompleted, StepEntered
from lessons.loader import COURSE, load_course

ROUNDS: Final = 200
ROUNDS_OF_TINYDB: Final = 10
MOST_FOR_TINYDB: Final = 10_000
STORED: Final = (100, 10_000, 100_000)
AT_ONCE: Final = 1000
EVENT: Final = StepAnswered("who-buys", "buyer", ("buyer",), True)

Act = Callable[[], object]


def seconds(act: Act) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


# -- appending


def measure(folder: Path, stored: int) -> dict[str, float]:
    """Median seconds of each way to append, with so many events stored."""
    with ExitStack() as opened:
        acts = {
            "bare": _bare(folder, opened),
            "journal": _journal(folder, stored, opened),
            "JournalDB": _journal_db(folder, stored, opened),
            "SQLite": _sqlite(folder, stored, opened),
        }
        times: dict[str, list[float]] = {name: [] for name in acts}
        for _ in range(ROUNDS):
            for name, act in acts.items():
                times[name].append(seconds(act))
    if stored <= MOST_FOR_TINYDB:
        times["TinyDB"] = _tinydb(folder, stored)
    return {name: median(each) for name, each in times.items()}


def _bare(folder: Path, opened: ExitStack) -> Act:
    raw = os.open(folder / "raw", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    opened.callback(os.close, raw)

    def act() -> None:
        durable.write_all(raw, b"x" * 199 + b"\n")
        durable.sync(raw)

    return act


def _journal(folder: Path, stored: int, opened: ExitStack) -> Act:
    journal = opened.enter_context(Journal.open(folder / f"journal-{stored}"))
    for start in range(0, stored, AT_ONCE):
        journal.append("learner", [EVENT] * min(AT_ONCE, stored - start))
    return lambda: journal.append("learner", [EVENT])


def document() -> dict[str, object]:
    """An envelope as it is stored: about 300 bytes."""
    kind, data = encoded(EVENT)
    at = "2024-05-01T08:00:00.000+00:00"
    return document_of(Envelope("0" * 36, 1, at, "1" * 36, "2" * 36, kind, 1, data))


def _journal_db(folder: Path, stored: int, opened: ExitStack) -> Act:
    db = opened.enter_context(JournalDB(folder / f"db-{stored}.log"))
    for start in range(0, stored, AT_ONCE):
        db.insert_multiple([document()] * min(AT_ONCE, stored - start))
    return lambda: db.insert(document())


def _sqlite(folder: Path, stored: int, opened: ExitStack) -> Act:
    db = sqlite3.connect(folder / f"sqlite-{stored}.db", isolation_level=None)
    opened.callback(db.close)
    db.execute("pragma journal_mode=wal")
    db.execute("pragma synchronous=full")
    db.execute("create table events (seq integer primary key, document text)")
    text = json.dumps(document())
    db.execute("begin")
    db.executemany("insert into events (document) values (?)", [(text,)] * stored)
    db.execute("commit")
    put = "insert into events (document) values (?)"
    return lambda: db.execute(put, (json.dumps(document()),))


def _tinydb(folder: Path, stored: int) -> list[float]:
    with TinyDB(folder / f"tinydb-{stored}.json") as db:
        db.insert_multiple([document() for _ in range(stored)])
        return [seconds(lambda: db.insert(document())) for _ in range(ROUNDS_OF_TINYDB)]


# -- opening

OPENING: Final = """
import resource, sys, time
from pathlib import Path
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
start, worked = time.perf_counter(), time.process_time()
journal = Journal.open(Path(sys.argv[1]))
records = Records.of(journal)
rows = [(each.name, records.summary(each.id).minutes) for each in records.learners]
opened, worked = time.perf_counter() - start, time.process_time() - worked
start = time.perf_counter()
records.lesson_events(records.learners[-1].id)
one = time.perf_counter() - start
start = time.perf_counter()
journal.close()
closed = time.perf_counter() - start
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{len(rows)} learners told of in {opened:.2f} s ({worked:.2f} s of the processor),"
      f" one's events in {one * 1e3:.1f} ms,"
      f" closed in {closed:.2f} s, at most {most:.0f} MiB")
"""


def fill(folder: Path, events: int, learners: int) -> None:
    """A folder with so many events; each learner goes through twenty lessons again and again."""
    Journal.open(folder).close()
    files = LearnerFiles(folder)
    rng = random.Random(1)
    for number in range(learners):
        count = events // learners + (number < events % learners)
        files.write(f"learner-{number}", _documents(f"learner-{number}", number, count, rng))
    files.close()


def _documents(
    learner: str, number: int, count: int, rng: random.Random
) -> Iterator[dict[str, object]]:
    for place, event in zip(range(count), _happenings(learner, rng), strict=False):
        kind, data = encoded(event)
        seq = number * count + place + 1
        day = place * 28 // count + 1  # four weeks, one day after the other
        at = f"2024-05-{day:02}T08:{place // 60 % 60:02}:{place % 60:02}.000+00:00"
        yield document_of(Envelope(f"{seq:036}", seq, at, "tablet", learner, kind, 1, data))


def _happenings(learner: str, rng: random.Random) -> Iterator[Event]:
    lessons = _lessons()
    yield LearnerEnrolled(learner, "hen", "eggs", "ug", "ئايگۈل")
    while True:
        lesson = rng.choice(lessons)
        yield LessonStarted(lesson)
        for step in range(8):
            yield StepEntered(lesson, f"step-{step}")
            yield StepAnswered(lesson, f"step-{step}", ("picture",), rng.random() < 0.8)
            yield StepCompleted(lesson, f"step-{step}", 1, 0)
        yield LessonCompleted(lesson)


@cache
def _lessons() -> tuple[str, ...]:
    """The first twenty of the course: what is due is told of lessons that there are."""
    return tuple(lesson.id for lesson in load_course(COURSE).course.lessons())[:20]


def measure_opening(folder: Path, events: int, learners: int) -> None:
    """Print what the first opening costs, which folds everything, and what the next one does."""
    fill(folder, events, learners)
    for name in ("without summaries", "with summaries"):
        command = [sys.executable, "-c", OPENING, str(folder)]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        print(f"{events} events, {name}: {told.stdout.strip()}", flush=True)


def main() -> None:
    """Print medians and ratios, or what opening costs."""
    parser = argparse.ArgumentParser(description="What a durable event costs.")
    parser.add_argument("--folder", help="where the disk to be measured is")
    parser.add_argument("--stored", nargs="+", type=int, default=STORED, metavar="EVENTS")
    parser.add_argument("--open", nargs=2, type=int, metavar=("EVENTS", "LEARNERS"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        if options.open:
            measure_opening(Path(folder), *options.open)
            return
        for stored in options.stored:
            found = measure(Path(folder), stored)
            bare = found["bare"]
            rows = (f"{name} {s * 1e3:.2f} ms ({s / bare:.2f})" for name, s in found.items())
            print(f"{stored:>7} stored: {', '.join(rows)}", flush=True)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
