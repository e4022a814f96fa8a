"""A child appends and tells what was confirmed; it is killed at random moments."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress.storage import JournalDB

pytestmark = pytest.mark.disk

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


KEEPER = """
import sys
from itertools import count
from pathlib import Path
from threading import Thread
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from lessons.events import LessonStarted, StepEntered

journal = Journal.open(Path(sys.argv[1]))
records = Records.of(journal)

def keep():
    while True:
        journal.keep(records._to_keep(journal))

Thread(target=keep, daemon=True).start()
for n in count():
    learner = "abc"[n % 3]
    batch = [LessonStarted(f"lesson-{n % 5}"), StepEntered(f"lesson-{n % 5}", "step")]
    for envelope in journal.append(learner, batch):
        records.apply(envelope)
    print(envelope.seq, flush=True)
"""

CHANGER = """
import sys
from itertools import count
from pathlib import Path
from threading import Thread
from tinydb.table import Document
from kiosk.progress.records import Records
from kiosk.progress.storage import JournalDB

db = JournalDB(Path(sys.argv[1]) / "things.log")

def compact():
    while True:
        db.compact()

table = db.table("things")
first = max((document["n"] for document in table), default=0) + 1
Thread(target=compact, daemon=True).start()
for n in count(first):
    if n % 5 == 0:
        table.remove(doc_ids=[(n - 4) % 7 + 1])
    table.upsert(Document({"n": n, "text": "x" * 200}, doc_id=n % 7 + 1))
    print(n, flush=True)
"""


def killed(program: str, folder: Path, moment_s: float) -> int:
    """The last number that the child confirmed before it was killed."""
    command = [sys.executable, "-c", program, str(folder)]
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
        confirmed = killed(APPENDER, tmp_path, chance.uniform(0, 0.05))
        with Journal.open(tmp_path) as journal:
            numbers = [envelope.seq for envelope in journal.envelopes()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= confirmed
        assert len(numbers) % 2 == 0, "half a batch"


def test_every_confirmed_change_is_there_after_a_kill_while_the_file_is_compacted(
    tmp_path: Path,
) -> None:
    chance = random.Random(20240502)
    last = 0
    for _ in range(ROUNDS // 2):
        confirmed = killed(CHANGER, tmp_path, chance.uniform(0, 0.05))
        with JournalDB(tmp_path / "things.log") as db:
            found = {document.doc_id: document["n"] for document in db.table("things")}
        assert list(tmp_path.glob(".*")) == [], "a draft was left"
        last = max(found.values())
        assert last >= confirmed
        assert found in (changed(last), changed(last, next_began=True))


def changed(last: int, *, next_began: bool = False) -> dict[int, int]:
    """What the changer's table holds after ``last``, and perhaps the first act of the next."""
    table: dict[int, int] = {}
    for n in range(1, last + 2):
        if n % 5 == 0 and (n <= last or next_began):
            table.pop((n - 4) % 7 + 1, None)
        if n <= last:
            table[n % 7 + 1] = n
    return table


def test_summaries_are_right_after_a_kill_between_a_learners_file_and_them(tmp_path: Path) -> None:
    chance = random.Random(20240503)
    for _ in range(ROUNDS // 2):
        confirmed = killed(KEEPER, tmp_path, chance.uniform(0, 0.05))
        with Journal.open(tmp_path) as journal:
            envelopes = journal.envelopes()
            records, model = Records.of(journal), Records.rebuilt(envelopes)
            for learner in "abc":
                assert records.summary(learner) == model.summary(learner)
                assert records.lesson_events(learner) == model.lesson_events(learner)
        assert [each.seq for each in envelopes] == list(range(1, len(envelopes) + 1))
        assert len(envelopes) >= confirmed
