"""Puts JournalDB where TinyDB's own tests make a database; the tests themselves are unchanged."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tinydb.storages import JSONStorage, MemoryStorage

from kiosk.progress.storage import JournalDB

ABOUT_OTHER_STORAGES = {
    "test_table_repr": "asks that the storage is called MemoryStorage or JSONStorage",
    "test_empty_write": "puts a middleware around a JSONStorage",
    "test_access_storage": "asks for the MemoryStorage that it gave",
    "test_storage_access": "asks for the MemoryStorage that it gave",
}


Named = type("TinyDB", (JournalDB,), {})
"""One test asks for the name in ``repr``."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        reason = ABOUT_OTHER_STORAGES.get(item.name)
        if reason and item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., JournalDB]]:
    """Makes a database of what a test gives TinyDB; each "in memory" is a new file."""
    numbers = count()
    made: list[JournalDB] = []

    def make(path: Any = None, **options: Any) -> JournalDB:
        options.pop("ensure_ascii", None)  # how a JSON file is written
        if options.get("storage") in (MemoryStorage, JSONStorage):
            del options["storage"]
        if "storage" in options:
            return Named(**options)
        made.append(Named(path or tmp_path / f"memory-{next(numbers)}.log"))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(autouse=True)
def journal_in_place_of_tinydb(
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[..., JournalDB],
) -> None:
    if hasattr(request.module, "TinyDB"):
        monkeypatch.setattr(request.module, "TinyDB", make)


@pytest.fixture
def db(make: Callable[..., JournalDB]) -> JournalDB:
    made = make()
    made.drop_tables()
    made.insert_multiple({"int": 1, "char": c} for c in "abc")
    return made
