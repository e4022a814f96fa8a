"""A hand that touches twice: the second touch does nothing on the screen that came meanwhile."""

import time

import pytest
from playwright.sync_api import CDPSession

from kiosk.wording import words
from tests.e2e.conftest import OpenScreen
from tests.e2e.journey import Learner
from tests.e2e.screen import Screen
from tests.served import Served

Point = tuple[float, float]
_UNDER = """([x, y]) => [...document.querySelectorAll('[flt-semantics-identifier]')]
  .filter(node => {
    const box = node.getBoundingClientRect();
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  })
  .map(node => node.getAttribute('flt-semantics-identifier'))"""


def middle(tablet: Screen, identifier: str) -> Point:
    box = tablet.box(identifier)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def things_at(tablet: Screen, place: Point) -> list[str]:
    found: list[str] = tablet.page.evaluate(_UNDER, list(place))
    return found


def click(tablet: Screen, place: Point, count: int) -> None:
    """What a mouse tells of its first or second click."""
    tablet.page.mouse.move(*place)
    tablet.page.mouse.down(click_count=count)
    tablet.page.mouse.up(click_count=count)


def touch(session: CDPSession, place: Point, at: float) -> None:
    """A finger's touch at a time, in seconds since the epoch."""
    points = [{"x": place[0], "y": place[1]}]
    for kind, there, when in (("touchStart", points, at), ("touchEnd", [], at + 0.04)):
        event = {"type": kind, "touchPoints": there, "timestamp": when}
        session.send("Input.dispatchTouchEvent", event)


def test_the_second_click_of_a_double_click_does_nothing_on_the_next_screen(
    tablet: Screen,
) -> None:
    visitor = Learner(tablet)
    place = middle(tablet, "home.guest")
    click(tablet, place, 1)
    visitor.is_told(words("home.greeting"))
    assert "learner.lessons" in things_at(tablet, place)
    click(tablet, place, 2)
    tablet.page.wait_for_timeout(1000)
    assert tablet.has("learner.lessons")
    click(tablet, place, 1)
    tablet.wait_gone("learner.lessons")


@pytest.mark.parametrize("later_s", [0.2, 2.0])
def test_the_second_touch_of_a_trembling_finger_does_nothing_on_the_next_screen(
    kiosk: Served, open_screen: OpenScreen, later_s: float
) -> None:
    tablet = open_screen(kiosk.url, 800, 1280, has_touch=True)
    learner = Learner(tablet)
    learner.tap("home.new-learner")
    learner.is_told(words("enrol.picture"))
    session = tablet.page.context.new_cdp_session(tablet.page)
    place, now = middle(tablet, "enrol.picture:1"), time.time()
    touch(session, place, now)
    learner.is_told(words("enrol.product"))
    assert any(name.startswith("enrol.product:") for name in things_at(tablet, place))
    touch(session, place, now + later_s)
    if later_s < 1:
        tablet.page.wait_for_timeout(1000)
        assert not tablet.has("enrol.done")
    else:
        tablet.see("enrol.done")
