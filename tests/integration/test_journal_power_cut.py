"""A child appends and tells what was confirmed; it is killed at random moments."""

import random
import subprocess
import sys
import time
from pathlib import Path

from kiosk.progress.journal import Journal

ROUNDS = 30

APPENDER = """
import sys
from pathlib import Path
from kiosk.progress.journal import Journal
from lessons.events import LessonStarted, StepAnswered
journal = Journal.open(Path(sys.argv[1]))
while True:
    batch = [LessonStarted("nang"), StepAnswered("nang", "oven", ("x" * 300,), True)]
    print(journal.append("a", batch)[-1].seq, flush=True)
"""


def killed_appender(folder: Path, moment_s: float) -> int:
    """The last sequence number that the child confirmed before it was killed."""
    command = [sys.executable, "-c", APPENDER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(moment_s)
        child.kill()
        said = (first + child.stdout.read()).split(b"\n")
    return int(said[-2])  # behind the last newline stands what the kill cut off


def test_every_confirmed_event_is_there_after_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20240501)
    for _ in range(ROUNDS):
        confirmed = killed_appender(tmp_path, chance.uniform(0, 0.05))
        with Journal.open(tmp_path) as journal:
            numbers = [envelope.seq for envelope in journal.envelopes()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= confirmed
        assert len(numbers) % 2 == 0, "half a batch"
