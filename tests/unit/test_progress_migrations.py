"""What an earlier kiosk wrote is read as if it had been written today."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.progress import migrations
from kiosk.progress.journal import Envelope, Journal
from kiosk.progress.migrations import Migrations
from lessons.events import LessonStarted, StepEntered

MADE_UP = Migrations(
    {
        "StepEntered": {
            1: lambda data: {**data, "page": data["step"]},
            2: lambda data: {"lesson": data["lesson"], "step": data["page"].lower()},
        }
    }
)


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", MADE_UP)


def envelope(version: int, data: dict[str, Any], kind: str = "StepEntered") -> Envelope:
    return Envelope("id", 1, "2024-05-01T08:00:00.000+00:00", "t", "a", kind, version, data)


@pytest.mark.usefixtures("made_up")
def test_an_event_of_any_earlier_version_goes_through_all_steps_that_follow() -> None:
    today = StepEntered("nang", "oven")
    first = {"lesson": "nang", "step": "OVEN"}
    assert envelope(1, first).event() == today
    assert envelope(2, {"lesson": "nang", "page": "OVEN"}).event() == today
    assert envelope(3, {"lesson": "nang", "step": "oven"}).event() == today
    assert first == {"lesson": "nang", "step": "OVEN"}, "the written fields were changed"


@pytest.mark.usefixtures("made_up")
def test_an_event_of_a_newer_version_or_of_a_shape_that_never_was_is_none() -> None:
    for version in (4, 0, -1):
        assert envelope(version, {"lesson": "nang", "step": "oven"}).event() is None
    assert envelope(1, {"lesson": "nang"}).event() is None
    assert envelope(2, {"lesson": "nang", "page": 7}).event() is None


@pytest.mark.usefixtures("made_up")
def test_events_are_written_in_the_version_of_their_kind(tmp_path: Path) -> None:
    with Journal.open(tmp_path) as opened:
        written = opened.append("a", [LessonStarted("nang"), StepEntered("nang", "oven")])
    assert [each.version for each in written] == [1, 3]


def test_the_file_of_an_earlier_kiosk_is_read_but_not_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(tmp_path) as opened:
        opened.append("a", [StepEntered("nang", "OVEN")])
    before = (tmp_path / "learners" / "a.log").read_bytes()
    monkeypatch.setattr(migrations, "MIGRATIONS", MADE_UP)
    with Journal.open(tmp_path) as opened:
        (old,) = opened.envelopes()
        assert (old.version, old.event()) == (1, StepEntered("nang", "oven"))
    assert (tmp_path / "learners" / "a.log").read_bytes() == before


def test_steps_that_leave_out_a_version_are_refused() -> None:
    for steps in ({2: dict}, {1: dict, 3: dict}):
        with pytest.raises(ValueError, match="StepEntered"):
            Migrations({"StepEntered": steps})


def test_a_clock_without_a_battery_is_doubted_from_the_first_event(tmp_path: Path) -> None:
    times = iter([datetime(1970, 1, 1, 0, 5, tzinfo=UTC), datetime(2024, 5, 1, tzinfo=UTC)])
    with Journal.open(tmp_path, lambda: next(times)) as opened:
        doubts = [opened.append("a", [LessonStarted("nang")])[0].doubtful for _ in range(2)]
        assert [each.seq for each in opened.envelopes()] == [1, 2]
    assert doubts == [True, False]
