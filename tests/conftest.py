"""What every test stands on: Flet with our guards in, as in the running kiosk."""

import gc

import pytest

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
    """Files run side by side, but all that drives a browser runs in one row: each takes a core."""
    for item in items:
        folder, file = item.path.parent.name, str(item.path)
        item.add_marker(pytest.mark.xdist_group("browser" if folder == "e2e" else file))
