"""What every test stands on: Flet with our guards in, as in the kiosk, and quick folders."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from kiosk.hardening import harden

_IN_MEMORY = Path("/dev/shm")
"""The one place of this kind on Linux."""
_ROOM = 4 << 30
"""Bytes; a whole run writes about a tenth of it."""

if _IN_MEMORY.is_dir() and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
    # Thousands of screens write their events; waiting for a disk after each is half of the run.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A new folder, in memory where that is possible; on the disk for tests about the disk."""
    if request.node.get_closest_marker("disk") is None:
        yield tmp_path
    else:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            yield Path(folder)


@pytest.fixture(scope="session", autouse=True)
def hardened_flet() -> None:
    harden()


def pytest_collection_finish() -> None:
    """Thousands of screens are drawn: the rubbish of each is not sought in the whole suite."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What drives a browser comes last: it needs both cores for itself."""
    items.sort(key=lambda item: _drives_a_browser(item.nodeid))


class _InTwoRows(LoadScopeScheduling):
    """Files run side by side, but all that drives a browser in one row."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if _drives_a_browser(nodeid) else nodeid.split("::", 1)[0]


def _drives_a_browser(nodeid: str) -> bool:
    return nodeid.startswith("tests/e2e/")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _InTwoRows:
    """How tests are given to two workers."""
    config.option.loadscopereorder = False  # in the sequence above, not the longest first
    return _InTwoRows(config, log)
