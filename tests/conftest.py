"""What every test stands on: Flet with our guards in, as in the running kiosk."""

import gc
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from kiosk.hardening import harden


@pytest.fixture(scope="session", autouse=True)
def hardened_flet() -> None:
    harden()


def pytest_collection_finish() -> None:
    """Thousands of screens are drawn: the rubbish of each is not sought in the whole suite."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


class _InTwoRows(LoadScopeScheduling):
    """Files run side by side, but all that drives a browser runs in one row: each takes a core."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        return "browser" if file.startswith("tests/e2e/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _InTwoRows:
    """How tests are given to two workers."""
    config.option.loadscopereorder = False  # the browser's row is the longest: not last
    return _InTwoRows(config, log)
