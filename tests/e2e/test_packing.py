"""Packing by hand in a real browser: eggs carried into the tray, the tray into the box."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page

from kiosk.wording import money, words
from lessons.phrase import Phrase
from tests.e2e.hand import catalogue, clip_path
from tests.e2e.screen import Screen
from tests.served import real_kiosk
from tests.stage import Stage

Point = tuple[float, float]
STEPS, STEP_MS = 10, 30
"""As slow as a hand."""


class Finger:
    """Carries things over a page by touch."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session = page.context.new_cdp_session(page)

    def carry(self, way: list[Point]) -> None:
        for point in way:
            self._touch("touchStart" if point == way[0] else "touchMove", [point])
            self._page.wait_for_timeout(STEP_MS)
        self._touch("touchEnd", [])

    def _touch(self, kind: str, points: list[Point]) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})


class Mouse:
    """Carries things over a page by the mouse."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def carry(self, way: list[Point]) -> None:
        mouse = self._page.mouse
        mouse.move(*way[0])
        mouse.down()
        for point in way[1:]:
            mouse.move(*point)
            self._page.wait_for_timeout(STEP_MS)
        mouse.up()


Carrier = Callable[[Page], Finger | Mouse]


@pytest.fixture
def packing(browser: Browser, tmp_path: Path) -> Iterator[Screen]:
    """An order of eggs that is to be packed."""
    with Stage(tmp_path / "data") as stage:
        tablet, learner = stage.somebody(1)
        stage.selling(learner)
        order = stage.order_at(learner, "pack")
    served = real_kiosk(tmp_path).start()
    context = browser.new_context(viewport={"width": 1280, "height": 800}, has_touch=True)
    context.add_cookies([{"name": "tablet", "value": tablet, "url": served.url}])
    screen = Screen(context.new_page(), f"{served.url}/store/order/{order}")
    yield screen.open()
    context.close()
    served.stop()
    assert screen.problems == []


@pytest.mark.parametrize("carrier", [Finger, Mouse])
def test_eggs_are_carried_into_the_tray_and_the_tray_into_the_box(
    packing: Screen, carrier: Carrier
) -> None:
    hand, tray = carrier(packing.page), catalogue().packaging("egg-tray")
    hand.carry(way(packing, "order.heap:1", "speak.again"))  # beside everything
    hears(packing, words("order.carry"))
    hand.carry(way(packing, "order.heap:1", "order.pack:egg-tray"))
    packing.see("order.inside")
    while packing.has("order.inside"):
        before = packing.value("order.inside")
        hand.carry(way(packing, "order.heap:1", "order.inside"))
        packing.wait(lambda before=before: inside(packing) != before)
    packing.wait_value("screen.sentence", words("order.tray-full", name=tray.name).ug)
    hand.carry(way(packing, "order.tray", "order.box"))
    packing.wait_value("order.state", "packed").see("order.label")
    hears(packing, words("order.packed-in", name=tray.name, money=money(tray.cost_fen)))


def inside(screen: Screen) -> str:
    """How many are in the tray; nothing once all are."""
    return screen.value("order.inside") if screen.has("order.inside") else ""


def hears(screen: Screen, phrase: Phrase) -> None:
    path = clip_path(phrase.ug, "ug")
    screen.wait(lambda: path in screen.plays())


def way(screen: Screen, start: str, end: str) -> list[Point]:
    """A straight way over the screen, from the middle of one thing to that of another."""
    (x, y), (u, v) = (middle(screen.box(name)) for name in (start, end))
    parts = [step / STEPS for step in range(STEPS + 1)]
    return [(x + (u - x) * part, y + (v - y) * part) for part in parts]


def middle(box: FloatRect) -> Point:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
