"""The way into the app: while it is still being built, and when it cannot begin."""

import threading
from pathlib import Path

import pytest

from kiosk.server.entrance import Entrance
from kiosk.server.opening import Opening
from tests.flet_session import FletSession
from tests.small_kiosk import SmallKiosk


async def test_an_app_that_cannot_begin_can_be_tried_again(tmp_path: Path) -> None:
    app = SmallKiosk(tmp_path)
    app.begins = False
    async with FletSession(Entrance(app).main, raise_errors=False) as tablet:
        assert tablet.identifiers() == ["start.again"]
        assert any("cannot begin" in str(error) for error in tablet.errors)
        app.begins = True
        await tablet.tap("start.again")
        assert tablet.has("tap")


async def test_a_tablet_that_comes_early_waits_for_the_app(tmp_path: Path) -> None:
    may_build = threading.Event()

    def build() -> SmallKiosk:
        may_build.wait(10)
        return SmallKiosk(tmp_path)

    opening = Opening(build)
    opened = threading.Event()
    opening.start(opened.set, lambda: None)
    assert not opening.is_open
    threading.Timer(0.1, may_build.set).start()
    async with FletSession(opening.main) as tablet:
        await tablet.until(lambda: tablet.has("tap"))
        assert opening.is_open
        assert opened.wait(5)
        assert opening.sound("tone-1")
    opening.close()


def test_what_went_wrong_while_building_comes_out_at_the_end() -> None:
    def build() -> SmallKiosk:
        raise ValueError("broken content")

    opening = Opening(build)
    failed = threading.Event()
    opening.start(lambda: None, failed.set)
    assert failed.wait(5)
    assert not opening.is_open
    with pytest.raises(ValueError, match="broken content"):
        opening.close()


def test_an_app_that_was_never_asked_for_is_not_built() -> None:
    Opening(lambda: pytest.fail("built")).close()
