"""Every guard around Flet: first that stock Flet falls into the trap, then that ours does not."""

import json
import subprocess
import sys
from functools import cache

import flet as ft
import pytest

from kiosk import hardening
from kiosk.hardening import WrongFletError, harden, last_input
from tests.flet_session import FletSession
from tests.integration.flet_traps import TRAPS, button


@cache
def outcome(mode: str) -> dict[str, bool]:
    command = [sys.executable, "-m", "tests.integration.flet_traps", mode]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("trap", TRAPS)
def test_stock_flet_falls_into_the_trap(trap: str) -> None:
    """When this fails, Flet has repaired it: the guard can go."""
    assert not outcome("stock")[trap]


@pytest.mark.parametrize("trap", TRAPS)
def test_the_guards_hold(trap: str) -> None:
    assert outcome("hardened")[trap]


def test_importing_changes_nothing() -> None:
    program = """
from flet.messaging.session import Session
before = dict(vars(Session))
import kiosk.hardening, kiosk.hardening.connection, kiosk.hardening.rendering
import kiosk.hardening.events
assert dict(vars(Session)) == before
kiosk.hardening.harden()
assert dict(vars(Session)) != before
"""
    subprocess.run([sys.executable, "-c", program], check=True)


def test_another_flet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardening, "_hardened", False)
    monkeypatch.setattr(hardening, "version", lambda _: "1.0.6")
    with pytest.raises(WrongFletError, match=r"flet 1\.0\.6 is installed"):
        harden()


async def test_the_app_hears_of_an_error_and_when_a_person_last_touched() -> None:
    heard: list[tuple[ft.Page, str]] = []
    harden(lambda page, text: heard.append((page, text)))
    try:
        page_of = []

        def main(page: ft.Page) -> None:
            page_of.append(page)
            page.add(button("break", lambda: 1 / 0))

        async with FletSession(main, raise_errors=False) as tablet:
            before = last_input(page_of[0])
            await tablet.event(tablet.tree.page, "resize", {"width": 1.0, "height": 2.0})
            assert last_input(page_of[0]) == before
            await tablet.tap("break")
            assert last_input(page_of[0]) > before
            assert heard[0][0] is page_of[0]
            assert "ZeroDivisionError" in heard[0][1]
    finally:
        harden()
