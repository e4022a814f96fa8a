"""Where errors go that Flet would swallow, and when a person last touched a tablet."""

import logging
import time
import weakref
from collections.abc import Callable
from typing import Any

import flet as ft

log = logging.getLogger("kiosk.hardening")

OnError = Callable[[ft.Page, str], None]
"""Hears of an error: the page it happened on and what it was."""

_listener: OnError | None = None
_last_input: "weakref.WeakKeyDictionary[Any, float]" = weakref.WeakKeyDictionary()


def set_listener(listener: OnError | None) -> None:
    global _listener
    _listener = listener


def report(page: ft.Page, what: str, error: BaseException | None = None) -> None:
    """Log and tell the listener. Never raises: it is called where nothing may break."""
    log.error("session %s: %s", page.session.id, what, exc_info=error)
    if _listener is None:
        return
    try:
        _listener(page, what)
    except Exception:
        log.exception("the listener for errors failed")


def note_input(session: Any) -> None:
    _last_input[session] = time.monotonic()


def last_input(page: ft.Page) -> float:
    """When a person last did something on this page, in seconds of ``time.monotonic()``."""
    return _last_input.setdefault(page.session, time.monotonic())
