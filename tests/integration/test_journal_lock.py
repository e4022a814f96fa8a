"""One kiosk a folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.progress.errors import FolderInUse
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.lock import FolderLock
from lessons.events import LessonStarted

pytestmark = pytest.mark.disk

HOLDER = """
import sys
from pathlib import Path
from kiosk.progress.journal import Journal
journal = Journal.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_refused_until_the_first_dies(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        before = (tmp_path / JOURNAL_NAME).read_bytes()
        with pytest.raises(FolderInUse) as caught:
            Journal.open(tmp_path)
        assert caught.value.folder == tmp_path
        assert "in use" in str(caught.value)
        assert "\n" not in str(caught.value)
        assert (tmp_path / JOURNAL_NAME).read_bytes() == before
        holder.kill()
    with Journal.open(tmp_path) as journal:
        assert journal.append("a", [LessonStarted("nang")])[0].seq == 1


def test_a_journal_that_cannot_be_opened_does_not_keep_the_folder(tmp_path: Path) -> None:
    (tmp_path / JOURNAL_NAME).mkdir()
    with pytest.raises(Exception, match=JOURNAL_NAME):
        Journal.open(tmp_path)
    with FolderLock(tmp_path):
        pass


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    with FolderLock(tmp_path / "new" / "folder"):
        assert (tmp_path / "new" / "folder").is_dir()
