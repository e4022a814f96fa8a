"""The camera: Chromium's own test picture in place of a face; and a tablet that has none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kiosk.wording import words
from lessons.phrase import Phrase
from tests.e2e.conftest import OPTIONS, SPEAKING
from tests.e2e.journey import Learner
from tests.e2e.screen import Screen
from tests.served import Served
from tests.two_colours import is_red_at_the_left
from tests.two_colours import picture as two_colours


def photos(kiosk: Served) -> list[Path]:
    folder = kiosk.folder / "data" / "photos"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def is_on_screen(screen: Screen, photo: Path) -> bool:
    return any(url.endswith(f"/photo/{photo.name}") for url in screen.requests)


def test_the_photo_that_she_takes_is_her_face(kiosk: Served, tablet: Screen) -> None:
    learner = Learner(tablet)
    learner.tap("home.new-learner")
    learner.tap("enrol.camera")
    learner.is_told(words("enrol.camera"))
    presses_the_shutter(learner, "enrol.shutter", words("enrol.take-photo"))
    learner.is_told(words("enrol.photo"))
    learner.tap("enrol.photo-again")
    presses_the_shutter(learner, "enrol.shutter", words("enrol.take-photo"))
    learner.is_told(words("enrol.photo"))
    assert photos(kiosk) == []
    learner.tap("enrol.photo-good")
    learner.is_told(words("enrol.product"))
    learner.tap(f"enrol.product:{learner.kind}")
    learner.tap("enrol.done")
    learner.is_told(words("home.greeting"))
    [photo] = photos(kiosk)
    assert photo.read_bytes().startswith((b"\xff\xd8\xff", b"\x89PNG"))
    learner.signs_out()
    tablet.requests.clear()
    tablet.reload()
    tablet.wait(lambda: is_on_screen(tablet, photo))  # by her face she finds herself


def test_the_photo_of_her_product_is_what_buyers_see(kiosk: Served, tablet: Screen) -> None:
    learner = Learner(tablet)
    to_the_photo(learner)
    learner.tap("product.camera")
    presses_the_shutter(learner, "product.photo", words("product.take-photo"))
    learner.is_told(words("enrol.photo"))
    learner.tap("product.photo")
    learner.is_told(words("product.say-name"))
    [photo] = photos(kiosk)
    tablet.wait(lambda: is_on_screen(tablet, photo))


def test_a_photo_of_what_has_a_left_and_a_right_has_them_where_the_world_has(
    kiosk: Served, seeing_tablet: Screen
) -> None:
    learner = Learner(seeing_tablet)
    to_the_photo(learner)
    learner.tap("product.camera")
    presses_the_shutter(learner, "product.photo", words("product.take-photo"))
    learner.is_told(words("enrol.photo"))
    learner.tap("product.photo")
    learner.is_told(words("product.say-name"))
    [photo] = photos(kiosk)
    assert is_red_at_the_left(photo.read_bytes())


@pytest.fixture
def seeing_tablet(
    browser: Browser, chromium: Path, kiosk: Served, tmp_path: Path
) -> Iterator[Screen]:
    """A tablet whose camera, not one at the back, sees red at the left and blue at the right."""
    film = tmp_path / "seen.mjpeg"
    film.write_bytes(two_colours() * 4)
    seen = f"--use-file-for-fake-video-capture={film}"
    with _launched(browser, chromium, kiosk, seen, *OPTIONS) as screen:
        yield screen


@pytest.fixture
def blind_tablet(browser: Browser, chromium: Path, kiosk: Served) -> Iterator[Screen]:
    """A tablet without a camera."""
    with _launched(
        browser, chromium, kiosk, *(option for option in OPTIONS if "fake" not in option)
    ) as screen:
        yield screen


@contextmanager
def _launched(browser: Browser, chromium: Path, kiosk: Served, *options: str) -> Iterator[Screen]:
    launched = browser.browser_type.launch(executable_path=str(chromium), args=[*options, SPEAKING])
    page = launched.new_page(viewport={"width": 1280, "height": 800})
    screen = Screen(page, kiosk.url)
    yield screen.open()
    problems = screen.problems
    launched.close()
    assert problems == []


def test_without_a_camera_the_drawn_pictures_stay_and_it_says_so(
    kiosk: Served, blind_tablet: Screen
) -> None:
    learner = Learner(blind_tablet)
    learner.tap("home.new-learner")
    learner.tap("enrol.camera")
    learner.is_told(words("product.no-camera"))
    blind_tablet.see("enrol.picture:1")
    learner.tap("nav.back")
    to_the_photo(learner)
    learner.tap("product.camera")
    learner.is_told(words("product.no-camera"))
    learner.tap("product.photo")
    learner.is_told(words("product.say-name"))
    assert photos(kiosk) == []


def to_the_photo(learner: Learner) -> None:
    """As a visitor, to where the photo of her first product is chosen."""
    learner.tap("home.guest")
    learner.tap("learner.store")
    learner.adds_her_product()
    learner.is_told(words("product.say-photo"))
    learner.tap("product.photo")
    learner.screen.see("product.camera")


def presses_the_shutter(learner: Learner, identifier: str, name: Phrase) -> None:
    """Once the camera runs; before that the green thing is another one, or cannot be pressed."""
    learner.reads(identifier, name)
    learner.screen.wait(lambda: is_enabled(learner.screen, identifier))
    learner.tap(identifier)


def is_enabled(screen: Screen, identifier: str) -> bool:
    return screen.locator(identifier).first.get_attribute("aria-disabled") != "true"
