"""The running kiosk: data folder, address, app, server, browser, in this order, and back again."""

import logging
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from kiosk import browser, data_folder, temporary
from kiosk.errors import StartError
from kiosk.server.address import take_address, url_of
from kiosk.version import kiosk_version

if TYPE_CHECKING:
    from kiosk.server.contract import KioskApp

LOG_BYTES = 1_000_000
log = logging.getLogger("kiosk")


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line."""

    data: str | None
    host: str
    port: int
    or_next_port: bool
    browser: bool
    path: str = ""
    """Of the page that is opened first."""


def run(wish: Wish, build: Callable[[Path], "KioskApp"] | None = None) -> int:
    """Serve until SIGINT or SIGTERM what ``build`` makes, else the kiosk.

    Raises KioskError if that cannot begin.
    """
    signal.signal(signal.SIGTERM, _leave)
    data = data_folder.choose(wish.data)
    data_folder.check(data)
    with ExitStack() as at_end:
        listener = at_end.enter_context(take_address(wish.host, wish.port, wish.or_next_port))
        data_folder.prepare(data)  # not before: a start that is refused leaves no folder behind
        _log_to(data)
        temporary.choose(data)
        # late imports: they take most of the start, and a wrong option is answered without them
        from kiosk.hardening import harden
        from kiosk.server.serving import serve

        url = (
            url_of(listener) + wish.path
        )  # now: a kiosk that is stopped while it opens has no listener

        def ready() -> None:
            print(f"Kiosk {kiosk_version()} · data in {data} · open {url}", flush=True)
            if wish.browser:
                _show(url, data, at_end)

        harden()
        here = wish.host in ("127.0.0.1", "::1", "localhost")
        serve(
            lambda: _build(data, build, may_close=here), listener, data / "cache" / "client", ready
        )
    return 0


def _build(
    data: Path, build: Callable[[Path], "KioskApp"] | None, *, may_close: bool
) -> "KioskApp":
    try:
        if build is not None:
            return build(data)
        from kiosk import app

        return app.build(data, may_close=may_close)
    except Exception as error:
        log.warning("the kiosk could not start", exc_info=True)  # to the file only
        why = str(error) or type(error).__name__
        raise StartError(f"cannot start: {why} (more in {data / 'kiosk.log'})") from error


def _show(url: str, data: Path, at_end: ExitStack) -> None:
    shown = browser.show(url, data / "cache" / "browser")
    if shown is None:
        print(f"No browser could be opened here: open {url} in one.", flush=True)
    else:
        at_end.callback(shown.close)


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    # The server has handlers of its own and raises the signal again when it has stopped; a second
    # one must not break off the closing.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(0)


def _log_to(data: Path) -> None:
    """Everything to a file of limited size; errors also on stderr, in one line each."""
    file = _QuietFile(
        data / "kiosk.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    file.setLevel(logging.WARNING)
    terminal = logging.StreamHandler(sys.stderr)
    terminal.setFormatter(_OneLine())
    terminal.setLevel(logging.ERROR)
    for handler in (file, terminal):
        logging.getLogger().addHandler(handler)


class _QuietFile(RotatingFileHandler):
    """Where the disk is full a line is lost; whoever sees the terminal can do nothing about it."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Reports what is wrong with the record, not what is wrong with the disk."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


class _OneLine(logging.Formatter):
    """Without the traceback, which stands in the file."""

    def format(self, record: logging.LogRecord) -> str:
        return " ".join(f"kiosk: {record.getMessage()}".split())
