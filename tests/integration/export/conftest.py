"""A village that was played through the real engines, and people of whom all is known."""

from pathlib import Path

import pytest

from demo_store.events import OrderPlaced, PhotoChosen, ProductAdded
from kiosk.progress.events import (
    Attended,
    GroupChosen,
    GroupNamed,
    GuestStarted,
    LearnerEnrolled,
    NoteWritten,
    SecretSet,
)
from kiosk.progress.journal import Journal
from lessons.events import LessonStarted, StepAnswered, StepEntered
from tests.integration.export.acts import CLIP, NAME, NOTE, PHOTO, made_up


@pytest.fixture(scope="package")
def village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("village") / "data"
    made_up(folder)
    return folder


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Two learners and a guest, of whom everything that is personal is known."""
    folder = tmp_path / "people"
    with Journal.open(folder) as journal:
        journal.append(None, [GroupNamed("g1", NAME, PHOTO), GroupNamed("g2", "Tuesday", "sun")])
        enrolled = LearnerEnrolled("a", PHOTO, "eggs", "ug", NAME, CLIP, "a-hash")
        journal.append(None, [enrolled])
        journal.append(None, [GroupChosen("a", "g1"), NoteWritten("a", NOTE)])
        journal.append(None, [Attended("a", "2026-05-03", True), SecretSet("a", "a-hash")])
        journal.append("a", [ProductAdded("p1", "eggs"), PhotoChosen("p1", PHOTO)])
        journal.append("a", [LessonStarted("nang"), StepEntered("nang", "oven")])
        journal.append("a", [StepAnswered("nang", "oven", ("=1+1",), True)])
        journal.append("a", [OrderPlaced("o1", "p1", 30, 150, "beijing", "teacher", 1, 4)])
        journal.append(None, [LearnerEnrolled("b", "hen", "nang", "zh", "+b")])
        journal.append(None, [GuestStarted("guest", "ug")])
        journal.append("guest", [StepAnswered("nang", "oven", ("a",), True)])
    return folder
