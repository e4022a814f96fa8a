"""What tests of backups do and look at."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.backup import contents
from kiosk.cli import main
from kiosk.progress.journal import JOURNAL_NAME, Journal
from kiosk.progress.records import Records
from tests.integration.test_learner_files import told

PHOTO = "photos/" + "0123456789abcdef" * 2


RECORDING = "recordings/own-" + "0123456789abcdef" * 2 + ".wav"


VOICE = "voices/recorded/clips/abc.mp3"


Captured = pytest.CaptureFixture[str]


def done(capsys: Captured, *arguments: object) -> str:
    assert main([str(each) for each in arguments]) == 0
    return capsys.readouterr().out


def failed(capsys: Captured, *arguments: object) -> str:
    """The one line that is told."""
    assert main([str(each) for each in arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1), captured.err
    assert captured.err.startswith("kiosk: ")
    return captured.err


def kept(folder: Path) -> dict[str, bytes]:
    """What a backup is for; but which tablet it is, which is another one after a restore."""
    found = {name: (folder / name).read_bytes() for name in contents.kept_files(folder)}
    return {name: raw for name, raw in found.items() if name != JOURNAL_NAME}


def everything(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file() and each.name != "kiosk.lock")
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def told_of(folder: Path) -> Any:
    with Journal.open(folder) as journal:
        return journal.envelopes(), told(Records.of(journal))
