"""Photographs every screen of the running kiosk, in three languages and four windows.

    python scripts/photograph.py OUT [--views home,lesson-tell] [--languages ug] [--sizes 1280x800]

The people on the pictures are samples that this script makes by playing with the real engines.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from kiosk.browser import find_chromium  # noqa: E402
from lessons.loader import COURSE  # noqa: E402
from lessons.phrase import LANGUAGES, Language  # noqa: E402
from tests.served import real_kiosk  # noqa: E402
from tests.stage import SIZES, Stage  # noqa: E402
from tests.views import View, every_view  # noqa: E402

_BLANK_BYTES = 14_000


def tap(page: Page, identifier: str) -> None:
    """Taps by identifier, at its middle."""
    thing = page.locator(f'[flt-semantics-identifier="{identifier}"]').first
    thing.wait_for(state="attached", timeout=20_000)
    box = thing.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(400)


def carry(page: Page, what: str, to: str) -> None:
    """Carries a thing to another one, where it is there, as slowly as a person."""
    boxes = [page.locator(f'[flt-semantics-identifier="{name}"]').first for name in (what, to)]
    if boxes[0].count() == 0:
        return
    (x, y), (u, v) = (
        (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        for box in (each.bounding_box() for each in boxes)
        if box is not None
    )
    page.mouse.move(x, y)
    page.mouse.down()
    for part in range(1, 11):
        page.mouse.move(x + (u - x) * part / 10, y + (v - y) * part / 10)
        page.wait_for_timeout(30)
    page.mouse.up()
    page.wait_for_timeout(1500)  # before, the next thing may seem to be the one that is gone


def _navigate(page: Page, route: str) -> None:
    """Goes to an address in the same session, as the browser's own buttons do."""
    page.wait_for_timeout(1500)  # what the last tap led to comes first
    page.evaluate(
        """route => {
            history.pushState({ serialCount: 1, state: null }, "", route);
            dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
        }""",
        route,
    )
    page.wait_for_timeout(800)


def _photograph(
    browser: Browser, url: str, views: list[View], size: str, out: Path, language: Language
) -> None:
    """One window; the pages share its cache, each is a session of its own."""
    width, height = map(int, size.split("x"))
    context = browser.new_context(viewport={"width": width, "height": height})
    for view in views:
        context.clear_cookies()
        if view.tablet:
            context.add_cookies([{"name": "tablet", "value": view.tablet, "url": url}])
        page = context.new_page()
        page.goto(url + view.route)
        first = page.locator("[flt-semantics-identifier]").first
        first.wait_for(state="attached", timeout=60_000)
        page.locator("#opening").wait_for(state="detached", timeout=60_000)
        page.wait_for_timeout(300)
        for identifier in view.taps:
            if identifier.startswith("@"):
                _navigate(page, identifier[1:])
            elif ">" in identifier:
                carry(page, *identifier.split(">"))
            else:
                tap(page, identifier)
        page.wait_for_timeout(1500)
        _take(page, out / f"{view.name.replace('/', '-')}.{language}.{size}.png")
        page.close()
    context.close()


def _take(page: Page, path: Path) -> None:
    """Waits until there is something on the screen: a page drawn by software comes late."""
    for _ in range(60):
        if len(page.screenshot(path=path)) > _BLANK_BYTES:
            page.wait_for_timeout(700)  # pictures come a moment after the words
            page.screenshot(path=path)
            return
        page.wait_for_timeout(500)


def main() -> None:
    """Photographs what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("out", type=Path)
    parser.add_argument("--views", default="")
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--sizes", default=",".join(f"{wide}x{high}" for wide, high in SIZES))
    wish = parser.parse_args()
    wish.out.mkdir(parents=True, exist_ok=True)
    wanted = set(filter(None, wish.views.split(",")))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
        )
        for language in LANGUAGES:
            if language not in wish.languages.split(","):
                continue
            with tempfile.TemporaryDirectory() as folder:
                with Stage(Path(folder) / "data", language) as stage:
                    views = [v for v in every_view(stage) if not wanted or v.name in wanted]
                served = real_kiosk(Path(folder), COURSE).start()
                for size in wish.sizes.split(","):
                    _photograph(browser, served.url, views, size, wish.out, language)
                served.stop()
        browser.close()


if __name__ == "__main__":
    main()
