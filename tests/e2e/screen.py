"""One tablet in a real browser, as a person has it: tap, see, hear."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.sync_api import (
    ConsoleMessage,
    Error,
    FloatRect,
    Locator,
    Page,
    Request,
    expect,
)

SECONDS = 20.0
_LOCAL = {"data", "blob"}
_DRAWN = """() => !document.getElementById('opening')
  && document.querySelector('[flt-semantics-identifier]') !== null"""
_SAID = """node => {
  const own = node.getAttribute('aria-label');
  if (own) return own;
  const leaves = [node, ...node.querySelectorAll('*')].filter((e) => !e.firstElementChild);
  return leaves.map((e) => e.getAttribute('aria-label') || e.textContent).join('\\n');
}"""

_SAID_NOW = f"""name => {{
  const node = document.querySelector(`[flt-semantics-identifier="${{name}}"]`);
  return node && ({_SAID})(node);
}}"""
_AT_REST = """async name => {
  const place = () => {
    const node = document.querySelector(`[flt-semantics-identifier="${name}"]`);
    const box = node && node.getBoundingClientRect();
    return box && {x: box.x, y: box.y, width: box.width, height: box.height};
  };
  const frame = () => new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 30));
  let before = null;
  for (let look = 0; look < 100; look += 1) {
    const now = place();
    if (now && JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
    await frame();
  }
  return null;
}"""


class Screen:
    """A page that is watched. Elements are named by their Semantics identifier.

    ``problems`` collects what must not happen at all: requests to other hosts, errors on the page.
    """

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.requests: list[str] = []
        self.problems: list[str] = []
        self._host = urlsplit(url).netloc
        self._outage = False
        page.set_default_timeout(SECONDS * 1000)
        page.on("request", self._watch)
        page.on("websocket", lambda socket: self._watch_address(socket.url))
        page.on("pageerror", lambda error: self._note(f"page error: {error}"))
        page.on("console", self._hear)

    def open(self, url: str | None = None) -> Self:
        """Load an address (the first one again by default) and wait for its first picture."""
        self.page.goto(url or self.url)
        return self.wait_until_drawn()

    def wait_until_drawn(self) -> Self:
        self.page.wait_for_function(_DRAWN, timeout=3 * SECONDS * 1000)
        self.page.evaluate("window.__seen = true")
        return self

    def wait_reloaded(self) -> Self:
        """Wait until the page was loaded again by itself, as after an outage, and is drawn."""
        self.wait(lambda: self.page.evaluate("window.__seen !== true"), 3 * SECONDS)
        return self.wait_until_drawn()

    # --- doing

    def tap(self, identifier: str) -> None:
        """Tap its middle, by place on the screen like a finger. Scrolls nothing."""
        self.touch(self.box(identifier))

    def touch(self, box: FloatRect) -> None:
        """Tap the middle of this place."""
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def type(self, identifier: str, text: str) -> None:
        """Tap a field and type into it."""
        self.tap(identifier)
        self.page.wait_for_timeout(150)
        self.page.keyboard.type(text, delay=15)

    def scroll(self, by: float) -> None:
        """Scroll what is in the middle of the screen, down if positive."""
        size = self.page.viewport_size or {"width": 1280, "height": 800}
        self.page.mouse.move(size["width"] / 2, size["height"] / 2)
        self.page.mouse.wheel(0, by)
        self.page.wait_for_timeout(200)

    def reload(self) -> Self:
        self.page.reload()
        return self.wait_until_drawn()

    # --- seeing

    def see(self, identifier: str) -> Self:
        """Wait until it is on the screen."""
        self.locator(identifier).first.wait_for(state="attached")
        return self

    def wait_gone(self, identifier: str) -> Self:
        """Wait until it is not on the screen any more."""
        expect(self.locator(identifier)).to_have_count(0, timeout=SECONDS * 1000)
        return self

    def has(self, identifier: str) -> bool:
        """Whether it is on the screen now."""
        return self.locator(identifier).count() > 0

    def identifiers(self) -> list[str]:
        """Everything that has an identifier now."""
        names = "all => all.map(e => e.getAttribute('flt-semantics-identifier'))"
        return list(self.page.locator("[flt-semantics-identifier]").evaluate_all(names))

    def value(self, identifier: str) -> str:
        """What a screen reader would say of it: its label, or the text inside."""
        said: str = self.locator(identifier).first.evaluate(_SAID)
        return _once(said.strip())

    def wait_value(self, identifier: str, expected: str) -> Self:
        """Wait until its value is exactly this."""

        def is_expected() -> bool:
            said: str | None = self.page.evaluate(_SAID_NOW, identifier)
            return said is not None and _once(said.strip()) == expected

        self.wait(is_expected)
        return self

    def wait(self, true: Any, seconds: float = SECONDS) -> Any:
        """Wait until the function ``true`` gives something true, and give that."""
        for _ in range(int(seconds / 0.05)):
            if result := _quietly(true):
                return result
            self.page.wait_for_timeout(50)
        raise AssertionError(f"did not happen within {seconds} s; seen: {self.identifiers()}")

    def box(self, identifier: str) -> FloatRect:
        """Where it is, in logical pixels, once it rests there (screens slide in)."""
        self.see(identifier)
        # Asked in the page: each question from outside waits until it has drawn its frame.
        box: FloatRect | None = self.page.evaluate(_AT_REST, identifier)
        assert box is not None, f"{identifier!r} does not rest"
        return box

    def locator(self, identifier: str) -> Locator:
        return self.page.locator(f'[flt-semantics-identifier="{identifier}"]')

    # --- hearing

    def plays(self) -> list[str]:
        """Paths of all sounds that really began since the page was loaded, oldest first."""
        sources: list[str] = self.page.evaluate("() => window.__plays")
        return [urlsplit(source).path for source in sources]

    def wait_plays(self, count: int) -> list[str]:
        """Wait until at least ``count`` sounds have begun."""
        self.wait(lambda: len(self.plays()) >= count)
        return self.plays()

    # --- watching

    @contextmanager
    def outage(self) -> Iterator[None]:
        """Within it errors on the page are no problems: the client minds that the server is away.

        End it when the page has come back.
        """
        self._outage = True
        yield
        self.page.wait_for_timeout(100)
        self._outage = False

    def _watch(self, request: Request) -> None:
        self._watch_address(request.url)

    def _watch_address(self, address: str) -> None:
        self.requests.append(address)
        parts = urlsplit(address)
        if parts.scheme not in _LOCAL and parts.netloc != self._host:
            self.problems.append(f"request to another host: {address}")

    def _hear(self, message: ConsoleMessage) -> None:
        # what cannot be loaded is expected while a test has the server down
        if message.type == "error" and "net::ERR_" not in message.text:
            self._note(f"console: {message.text}")

    def _note(self, problem: str) -> None:
        if not self._outage:
            self.problems.append(problem)


def _once(said: str) -> str:
    """A label and the same text below it are read as one: ``3\\n3`` is 3."""
    lines = said.split("\n")
    half = len(lines) // 2
    return "\n".join(lines[:half]) if lines[:half] == lines[half:] else said


def _quietly(true: Any) -> Any:
    try:
        return true()
    except Error:  # the page is being loaded again
        return None
