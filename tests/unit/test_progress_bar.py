"""A bar for whoever waits, and nothing for whoever does not."""

import io
from pathlib import Path

import pytest

from kiosk.progress import digest_text, journal, records
from kiosk.progress.journal import Journal
from kiosk.progress.records import Records
from kiosk.progress_bar import progress_bar, progress_line
from tests.integration.test_learner_files import written


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_line_of_what_is_quick_is_never_shown() -> None:
    terminal = Terminal()
    with progress_line(terminal, silent_s=1000) as told:
        told(1, 2)
    assert terminal.getvalue() == ""


def test_a_line_of_what_is_slow_is_shown_and_taken_away() -> None:
    terminal = Terminal()
    with progress_line(terminal, silent_s=0) as told:
        told(1, 2)
        told(2, 2)
        told(1, 4)
        told(0, 0)
    shown = terminal.getvalue().split("\r")
    assert [each[-4:] for each in shown[1:-2]] == [" 50%", "100%", " 25%"]
    assert shown[-2].strip() == ""


def test_a_file_is_told_nothing() -> None:
    out = io.StringIO()
    with progress_line(out, silent_s=0) as told, progress_bar(out, 1) as one_more:
        told(1, 2)
        one_more()
    with progress_line(None, silent_s=0) as told:
        told(1, 2)
    assert out.getvalue() == ""


def told_on_opening(folder: Path) -> list[tuple[int, int]]:
    heard: list[tuple[int, int]] = []
    with Journal.open(folder, told=lambda done, of: heard.append((done, of))) as opened:
        Records.of(opened, lambda done, of: heard.append((done, of)))
    return heard


def test_folding_everybody_anew_is_told_and_opening_what_is_kept_is_not(
    tmp_path: Path,
) -> None:
    written(tmp_path)
    assert told_on_opening(tmp_path) == []
    (tmp_path / "summaries.log").unlink()
    assert told_on_opening(tmp_path) == [(1, 3), (2, 3), (3, 3)]
    assert told_on_opening(tmp_path) == []


def test_after_an_update_everybody_is_folded_anew_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path)
    for module in (records, journal, digest_text):
        monkeypatch.setattr(module, "code_print", lambda: "another kiosk")
    assert told_on_opening(tmp_path) == [(1, 3), (2, 3), (3, 3)]
    assert told_on_opening(tmp_path) == []
