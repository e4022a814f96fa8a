"""What the screens stand on: a kiosk on a new data folder, and people who wait in no time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import visit
from tests.every_kind import every_kind, only_told
from tests.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Stage(tmp_path) as stage:
        yield stage


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person waits between two taps of the same thing; here she does so in no time."""
    monkeypatch.setattr(visit, "_DOUBLE_TAP_S", 0.0)


@pytest.fixture
def kinds(tmp_path: Path, unhurried: None) -> Iterator[Stage]:  # noqa: ARG001  nobody waits
    """A kiosk that teaches one lesson with every kind of step."""
    with Stage(tmp_path / "data", course=every_kind(tmp_path / "course")) as stage:
        yield stage


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Stage]:
    """A kiosk that teaches one lesson, in which one thing after the other is told."""
    with Stage(tmp_path / "data", course=only_told(tmp_path / "course")) as stage:
        yield stage
