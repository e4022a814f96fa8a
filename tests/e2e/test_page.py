"""The page around the app: fonts, sound before the first touch, and a server that goes away."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.conftest import OPTIONS, OpenScreen
from tests.e2e.screen import Screen
from tests.served import Served, small_kiosk


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Served]:
    served = small_kiosk(tmp_path).start()
    yield served
    served.stop()


def picture_of(screen: Screen, identifier: str) -> bytes:
    box = screen.box(identifier)
    return screen.page.screenshot(clip=box)


def test_the_first_picture_has_every_letter(server: Served, open_screen: OpenScreen) -> None:
    screen = open_screen(server.url)
    words = ["words.ug", "words.zh", "words.en"]
    screen.wait(lambda: _inked(picture_of(screen, "words.ug")))
    first = [picture_of(screen, name) for name in words]
    screen.page.wait_for_timeout(1500)  # a font that came late would change the picture
    assert [picture_of(screen, name) for name in words] == first
    assert all(_inked(picture) for picture in first)
    # the engine asks for a font of its own only when a letter would be an empty box
    assert not [url for url in screen.requests if "/assets/fonts/noto" in url]


def test_a_tap_sounds_and_changes_the_screen(server: Served, open_screen: OpenScreen) -> None:
    screen = open_screen(server.url)
    screen.tap("tap")
    screen.wait_value("taps", "1")
    assert screen.wait_plays(1) == ["/speech/tone-1"]
    screen.tap("tap")
    screen.wait_value("taps", "2")
    assert screen.wait_plays(2)[-1] == "/speech/tone-2"


def test_everything_is_found_without_switching_semantics_on(
    server: Served, open_screen: OpenScreen
) -> None:
    assert {"taps", "tap", "words.ug"} <= set(open_screen(server.url).see("tap").identifiers())


def test_the_address_is_kept_when_the_server_comes_back_as_another_one(
    server: Served, open_screen: OpenScreen
) -> None:
    screen = open_screen(f"{server.url}/lesson/3?x=1")
    screen.tap("tap")
    screen.wait_value("taps", "1")
    with screen.outage():
        server.kill9()
        screen.wait(lambda: screen.page.evaluate("document.getElementById('gone').className"))
        assert "Please wait" in screen.page.inner_text("#gone")
        server.start()
        screen.wait_reloaded()
    assert screen.see("taps").value("taps") == "0"
    assert screen.page.url == f"{server.url}/lesson/3?x=1"
    assert screen.page.evaluate("document.getElementById('gone').className") == ""


def test_a_long_press_opens_no_menu_and_nothing_is_selected(
    server: Served, open_screen: OpenScreen
) -> None:
    screen = open_screen(server.url)
    stopped = screen.page.evaluate(
        """() => ["contextmenu", "selectstart", "dragstart"].map((name) => {
             const event = new Event(name, {bubbles: true, cancelable: true});
             document.querySelector("flt-semantics").dispatchEvent(event);
             return event.defaultPrevented; })"""
    )
    assert stopped == [True, True, True]


@pytest.fixture
def strict_browser(browser: Browser, chromium: Path) -> Iterator[Browser]:
    """A browser that refuses sound before the first touch, as tablets do."""
    launched = browser.browser_type.launch(executable_path=str(chromium), args=OPTIONS)
    yield launched
    launched.close()


def strict_screen(browser: Browser, server: Served, script: str) -> Screen:
    """A screen on which a script ran while loading: what a test runs later counts as a touch."""
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.add_init_script(f"addEventListener('DOMContentLoaded', async () => {{ {script} }})")
    return Screen(page, server.url).open().see("tap")


SIGN = "getComputedStyle(document.getElementById('touch')).display"


def test_sound_that_was_refused_is_heard_at_the_first_touch_anywhere(
    server: Served, strict_browser: Browser
) -> None:
    screen = strict_screen(
        strict_browser,
        server,
        f"""window.before = {SIGN};
            window.c = new AudioContext();
            window.a = new Audio('/speech/tone-7');
            window.b = new Audio('/speech/tone-8');
            await window.a.play();
            await window.b.play();
            window.after = {SIGN};""",
    )
    screen.wait(lambda: screen.page.evaluate("window.after"))
    assert screen.page.evaluate("[window.before, window.after]") == ["none", "block"]
    assert screen.plays() == []
    screen.page.mouse.click(900, 600)
    assert screen.wait_plays(1) == ["/speech/tone-8"]  # only the last one: one voice
    screen.wait(lambda: screen.page.evaluate("window.c.state") == "running")
    assert screen.page.evaluate(SIGN) == "none"
    assert screen.problems == []


def test_a_refused_sound_that_was_stopped_stays_silent(
    server: Served, strict_browser: Browser
) -> None:
    screen = strict_screen(
        strict_browser,
        server,
        """window.a = new Audio('/speech/tone-7');
           await window.a.play();
           window.a.pause();""",
    )
    assert screen.page.evaluate(SIGN) == "none"  # nothing to be heard, so nothing to ask for
    screen.page.mouse.click(900, 600)
    screen.page.wait_for_timeout(400)
    assert screen.plays() == []


def _inked(png: bytes) -> bool:
    """Whether there is more in the picture than one colour."""
    return len(png) > len(_BLANK) and len(set(io.BytesIO(png).read()[-400:])) > 40


_BLANK = b"\x89PNG" + b"0" * 1500
