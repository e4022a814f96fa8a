"""A real kiosk process and a real browser in front of it.

Every page is watched: a request to another host, or an error on the page, fails its test.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from kiosk.browser import find_chromium
from tests.e2e.screen import Screen
from tests.served import Served, real_kiosk

REQUIRED = "KIOSK_REQUIRE_BROWSER"
OPTIONS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
SPEAKING = "--autoplay-policy=no-user-gesture-required"
"""As the kiosk starts its own browser; without it the first touch unlocks the sound."""

OpenScreen = Callable[..., Screen]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.disk)  # as on a tablet


@pytest.fixture(scope="package")
def chromium() -> Path:
    found = find_chromium()
    if found is None:
        why = "no Chromium on this machine (Debian: apt-get install chromium)"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{REQUIRED}=1, but {why}")
        pytest.skip(why)
    return found


@pytest.fixture(scope="package")
def browser(chromium: Path) -> Iterator[Browser]:
    """Gone after this folder: while it is there, no other event loop can run in this process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium), args=[*OPTIONS, SPEAKING]
        )
        yield browser
        browser.close()


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Served]:
    """``kiosk serve`` with an empty data folder."""
    served = real_kiosk(tmp_path).start()
    yield served
    served.stop()


@pytest.fixture
def open_screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenScreen]:
    """Opens an address on a tablet of its own; ``open_screen(url, width=..., height=...)``."""
    contexts: list[BrowserContext] = []
    screens: list[Screen] = []

    def open_one(url: str, width: int = 1280, height: int = 800, **options: Any) -> Screen:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        screens.append(Screen(context.new_page(), url))
        return screens[-1].open()

    yield open_one
    if getattr(request.node, "failed", False):
        _keep_pictures(screens, request.node.name)
    problems = [problem for screen in screens for problem in screen.problems]
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def tablet(kiosk: Served, open_screen: OpenScreen) -> Screen:
    """The kiosk's first screen on one tablet, which is put away before the kiosk ends."""
    return open_screen(kiosk.url)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    report = yield
    if report.when == "call":
        item.failed = report.failed  # type: ignore[attr-defined]
    return report


def _keep_pictures(screens: list[Screen], name: str) -> None:
    """With KIOSK_PICTURES set to a folder: what a failed test saw last."""
    if folder := os.environ.get("KIOSK_PICTURES"):
        for number, screen in enumerate(screens):
            file = f"{re.sub('[^A-Za-z0-9_-]+', '-', name)}-{number}.png"
            screen.page.screenshot(path=str(Path(folder) / file))
