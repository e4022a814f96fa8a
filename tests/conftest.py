"""What every test stands on: Flet with our guards in, as in the running kiosk."""

import pytest

from kiosk.hardening import harden


@pytest.fixture(scope="session", autouse=True)
def hardened_flet() -> None:
    harden()
