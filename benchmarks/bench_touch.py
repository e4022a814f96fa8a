"""From a tap to the sound, beside a bare Flet tap that changes a text, in the same browser.

    python -m benchmarks.bench_touch [rounds]

All times begin with the finger's ``pointerup`` and are taken by the page's own clock. The bare
program ends when its text has changed on the screen (and, as the stricter figure, when the
server's answer arrives); the kiosk ends at the browser's real ``play()``. Aims: a phrase heard
before at most 1.5 times the bare update, a new one at most 60 ms more.
"""

import sys
import tempfile
import uuid
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.programs import bare_flet, free_port
from benchmarks.programs import kiosk as kiosk_program
from demo_store import commands as do
from kiosk.app import build
from kiosk.browser import OPTIONS, find_chromium
from kiosk.classroom import Enrolment

ROUNDS: Final = 3
TAPS: Final = 10
PAUSE_MS: Final = 500
"""Before each tap, after the last sound has ended."""
MID_WORD: Final = "again, mid-word"
LIMIT_MS: Final = 5_000
SCRIPT: Final = Path(__file__).with_name("tap_times.js")
LAID_FIRST: Final = (10, 500, 1_000, 2_000, 5_000, 10_000)
"""Fen to begin a round with, so that the amounts of every round are new."""

Times = dict[str, list[float]]


def main() -> None:
    """Print medians, ratios and what a new phrase adds."""
    rounds = min(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS, len(LAID_FIRST))
    times: Times = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = Path(folder)
        tablet = somebody_pricing(data)
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", *(option for option in OPTIONS if option != "--kiosk")],
        )
        with bare_flet(free_port()) as bare, kiosk_program(free_port(), data) as kiosk:
            bare.wait()
            kiosk.wait()
            for laid in LAID_FIRST[:rounds]:
                tap_bare(browser, bare.url, times)
                tap_kiosk(browser, kiosk.url, tablet, laid, times)
        browser.close()
    report(times)


def somebody_pricing(data: Path) -> str:
    """A learner with a product; returns her tablet."""
    tablet = str(uuid.uuid4())
    app = build(data)
    room = app.classroom
    learner = room.enrol(tablet, Enrolment("learner-01", "nang", "ug"))
    room.trade(learner, do.AddProduct("nang"))
    app.close()
    return tablet


def tap_bare(browser: Browser, url: str, times: Times) -> None:
    """Taps the bare program's button."""
    page = opened(browser, url, "button")
    for number in range(TAPS + 1):
        tapped = tap(page, "button")
        shown = first_after(page, "__texts", tapped)
        answered = first_after(page, "__answers", tapped)
        if number:  # the first one warms up
            times["bare, shown"].append(shown)
            times["bare, answered"].append(answered)
    page.context.close()


def tap_kiosk(browser: Browser, url: str, tablet: str, laid: int, times: Times) -> None:
    """Taps what says the screen again, lays coins (new amounts) and takes them away (known)."""
    page = opened(browser, url, "money.add:10", "/store/product/p1/price", tablet)
    first_after(page, "__calls", 0)
    for name, identifier, count in (
        ("", f"money.add:{laid}", 1),
        ("again", "speak.again", TAPS),
        (MID_WORD, "speak.again", TAPS),
        ("new", "money.add:10", TAPS),
        ("known", "money.remove:10", TAPS),
    ):
        for _ in range(count):
            if name != MID_WORD:
                wait_for_silence(page)
            sounded = first_after(page, "__calls", tap(page, identifier))
            if name:
                times[name].append(sounded)
    page.context.close()


def wait_for_silence(page: Page) -> None:
    """Until what is being said is over, as a bare program is at rest before a tap."""
    for _ in range(200):
        if page.evaluate("window.__silent()"):
            return
        page.wait_for_timeout(100)


def opened(browser: Browser, url: str, identifier: str, path: str = "/", tablet: str = "") -> Page:
    """A page on a tablet of its own, once ``identifier`` is there."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    if tablet:
        context.add_cookies([{"name": "tablet", "value": tablet, "url": url}])
    context.add_init_script(path=SCRIPT)
    page = context.new_page()
    page.goto(url + path)
    place(page, identifier)
    page.wait_for_timeout(2 * PAUSE_MS)
    return page


def tap(page: Page, identifier: str) -> float:
    """Taps in the middle; the time of the tap."""
    page.wait_for_timeout(PAUSE_MS)
    page.mouse.click(*place(page, identifier))
    times: list[float] = page.evaluate("window.__taps")
    return times[-1]


def place(page: Page, identifier: str) -> tuple[float, float]:
    """The middle of a thing on the screen."""
    thing = page.locator(f'[flt-semantics-identifier="{identifier}"]').first
    thing.wait_for(state="attached", timeout=60_000)
    box = thing.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def first_after(page: Page, what: str, moment: float) -> float:
    """Milliseconds from ``moment`` to the first of ``what`` after it."""
    at: float = page.evaluate(
        "([what, moment, limit]) => window.__firstAfter(what, moment, limit)",
        [what, moment, LIMIT_MS],
    )
    return at - moment


def report(times: Times) -> None:
    """What came out."""
    for name, values in times.items():
        low, _, high = quantiles(values, n=4)
        print(f"{name:>15}: median {median(values):6.1f} ms, middle half {low:.1f} to {high:.1f}")
    for name in ("again", MID_WORD, "known"):
        shown = median(times[name]) / median(times["bare, shown"])
        answered = median(times[name]) / median(times["bare, answered"])
        print(f"{name}: {shown:.2f} x bare update ({answered:.2f} x bare answer)")
    print(f"a new phrase adds {median(times['new']) - median(times['known']):.1f} ms")


if __name__ == "__main__":
    main()
