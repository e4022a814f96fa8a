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
