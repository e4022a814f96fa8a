"""Killed at every step: a folder is the old one or the new one, a backup is whole or not there."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kiosk.backup import reading
from kiosk.backup.contents import kept_files
from kiosk.backup.writing import write_backup
from kiosk.progress.journal import Journal
from kiosk.progress.verify import verify
from lessons.events import LessonStarted
from tests.integration.test_learner_files import written

pytestmark = pytest.mark.disk

KILLED = """
import json, os, shutil, sys
from pathlib import Path
from kiosk.backup import restoring
from kiosk.backup.restoring import restore

backup, source, top, merge = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "open"}

def die_at(step):
    left = step
    def hook(event, arguments):
        nonlocal left
        if event in STEPS:
            if event == "open" and not str(arguments[0]).startswith(str(top)):
                return
            left -= 1
            if left == 0:
                os._exit(9)
    sys.addaudithook(hook)

step = 0
while True:
    step += 1
    folder = top / str(step)
    shutil.copytree(source, folder)
    child = os.fork()
    if child == 0:
        die_at(step)
        restore(backup, None, folder, merge=merge == "merge")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    print(step, os.waitstatus_to_exitcode(status), flush=True)
    if status == 0:
        break
"""

PHOTO = "photos/" + "0123456789abcdef" * 2


def state(folder: Path) -> Any:
    """What it holds, seen by whoever opens it next."""
    with Journal.open(folder) as journal:
        told = [each.id for each in journal.envelopes()]
    assert verify(folder).broken == []
    left = sorted(each.name for each in folder.iterdir() if each.name.startswith("."))
    assert left == []
    return told, (folder / PHOTO).exists()


@pytest.mark.parametrize("how", ["merge", "replace"])
def test_a_restore_that_was_killed_anywhere_leaves_the_old_or_the_new(
    tmp_path: Path, how: str
) -> None:
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    for folder in (theirs, ours):
        written(folder)
        if how == "replace" and folder is ours:
            continue
        (folder / "photos").mkdir()
    (theirs / PHOTO).write_bytes(b"\xff\xd8\xff photo")
    with Journal.open(ours) as journal:
        journal.append("only-here", [LessonStarted("x")])
    backup = tmp_path / "b.zip"
    write_backup(theirs, kept_files(theirs), backup, None, lambda: None)
    old = state(shutil.copytree(ours, tmp_path / "old"))
    top = tmp_path / "killed"
    top.mkdir()
    command = [sys.executable, "-c", KILLED, str(backup), str(ours), str(top), how]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    codes = [int(line.split()[1]) for line in ran.stdout.splitlines()]
    assert codes == [9] * (len(codes) - 1) + [0], ran.stderr
    states = [state(top / str(step)) for step in range(1, len(codes) + 1)]
    new = states[-1]
    assert new != old
    assert all(each in (old, new) for each in states)
    decided = states.index(new)
    assert states == [old] * decided + [new] * (len(states) - decided)
    assert 10 < decided < len(states) - 3


BACKED_UP = """
import sys
from kiosk.cli import main
while True:
    if main(["backup", sys.argv[1], "--data", sys.argv[2]]):
        sys.exit("failed")
    print("done", flush=True)
"""


def test_a_backup_that_was_killed_leaves_none_or_the_one_before_whole(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out" / "b.zip"
    written(data)
    (data / "photos").mkdir()
    (data / PHOTO).write_bytes(random.Random(1).randbytes(3_000_000))
    out.parent.mkdir()
    chance = random.Random(20240501)
    for number in range(10):
        command = [sys.executable, "-c", BACKED_UP, str(out), str(data)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            if number:
                child.stdout.readline()
            time.sleep(chance.uniform(0, 0.4 if not number else 0.1))
            child.kill()
        assert {each.name for each in out.parent.iterdir()} <= {"b.zip", ".b.zip.part"}
        if out.exists():
            fresh = tmp_path / f"fresh-{number}"
            listed = reading.unpack(out, out.name, fresh, lambda: None)
            assert (listed.learners, listed.events) == (3, 13)
    assert out.exists()
    noted = json.loads((data / "backups.json").read_bytes())
    assert [each[0] for each in noted] == [str(out)]
