"""``kiosk lessons preview``: the kiosk on a data folder of its own that is gone afterwards."""

import tempfile
from dataclasses import replace
from pathlib import Path

from kiosk.app import build
from kiosk.authoring.preview import Preview, address_of, find_lesson
from kiosk.running import Wish, run
from kiosk.server.contract import KioskApp
from lessons.phrase import Language

HOST = "127.0.0.1"
PORT = 8360


def preview(lesson: str, language: Language, *, browser: bool) -> int:
    """Serve the preview of a lesson until it is stopped; the exit code.

    Raises:
        KioskError: there is no such lesson, or it cannot be served.
    """
    folder = find_lesson(lesson)

    def previewed(data: Path) -> KioskApp:
        kiosk = build(data)
        shown = Preview(kiosk, folder, language, lambda line: print(line, flush=True))
        shown.begin()
        return replace(kiosk, welcome=shown.welcome)

    with tempfile.TemporaryDirectory(prefix="kiosk-preview-") as data:
        wish = Wish(data, HOST, PORT, or_next_port=True, browser=browser, path=address_of(folder))
        return run(wish, previewed)
