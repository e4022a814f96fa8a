"""The tablet never shows the client's own white screen with an English word on it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, CDPSession, Page

from tests.e2e.conftest import OpenScreen
from tests.e2e.screen import Screen
from tests.served import Served

_SLOWER = 2
"""Than this machine: a tablet."""
_WHITE = """async (frame) => {
  const image = new Image();
  image.src = "data:image/png;base64," + frame;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const drawing = canvas.getContext("2d");
  drawing.drawImage(image, 0, 0, 40, 40);
  const data = drawing.getImageData(0, 0, 40, 40).data;
  let white = 0;
  for (let at = 0; at < data.length; at += 4) {
    white += Math.min(data[at], data[at + 1], data[at + 2]) > 243;
  }
  return white / 1600;
}"""


_SLOWLY_DRAWN = """(() => {
  const drawing = ImageBitmapRenderingContext.prototype;
  const show = drawing.transferFromImageBitmap;
  let first = true;
  drawing.transferFromImageBitmap = function (picture) {
    if (first) show.call(this, picture);
    else setTimeout(() => show.call(this, picture), 3000);
    first = false;
  };
})()"""
"""Each picture comes three seconds late but the first one, which is the client's own screen."""


@contextmanager
def filmed(screen: Screen) -> Iterator[list[str]]:
    """Every frame that is shown on a slow tablet, as PNG in base64."""
    session: CDPSession = screen.page.context.new_cdp_session(screen.page)
    frames: list[str] = []

    def keep(event: dict[str, str]) -> None:
        frames.append(event["data"])
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
    session.send("Page.startScreencast", {"format": "png", "maxWidth": 128, "maxHeight": 80})
    yield frames
    screen.page.wait_for_timeout(500)
    session.send("Page.stopScreencast")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def whitest(frames: list[str], eye: Page) -> float:
    """The share of white in the frame that has most of it; frames that are alike count once."""
    return max(float(eye.evaluate(_WHITE, frame)) for frame in set(frames))


def test_a_page_that_is_loaded_again_shows_nothing_white(
    kiosk: Served, open_screen: OpenScreen, browser: Browser
) -> None:
    screen = open_screen(kiosk.url)
    screen.page.add_init_script(_SLOWLY_DRAWN)
    with filmed(screen) as frames:
        screen.reload()
    eye = browser.new_page()
    assert whitest(frames, eye) < 0.5
    eye.close()


def test_a_server_that_goes_away_and_comes_back_shows_nothing_white(
    kiosk: Served, open_screen: OpenScreen, browser: Browser
) -> None:
    screen = open_screen(kiosk.url)
    with screen.outage(), filmed(screen) as frames:
        kiosk.kill9()
        screen.wait(lambda: screen.page.evaluate("document.getElementById('gone').className"))
        kiosk.start()
        screen.wait_reloaded()
    eye = browser.new_page()
    assert whitest(frames, eye) < 0.5
    eye.close()
