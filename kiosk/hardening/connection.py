"""The wire: a tablet may leave (C), reply late (D) or never (E), and nothing is stuck or lost."""

import inspect
import logging
from typing import Any

from flet.controls.context import _context_page, context
from flet.messaging.session import Session
from flet_web.fastapi.flet_app import FletApp

log = logging.getLogger("kiosk.hardening")

CALL_SECONDS = 30.0
"""Time limit of a call to the client that names none (a file dialog names its own)."""


def install() -> None:
    session: dict[str, Any] = {
        "handle_invoke_method_results": _handle_invoke_method_results,
        "invoke_method": _invoke_method,
    }
    app: dict[str, Any] = {
        "_FletApp__send_loop": _send_loop,
        "_FletApp__receive_loop": _receive_loop,
        "_FletApp__on_session_created": _on_session_created,
        "handle": _handle,
        "send_message": _send_message,
    }
    for owner, replacements in ((Session, session), (FletApp, app)):
        for name, replacement in replacements.items():
            setattr(owner, name, replacement)


_stock_handle_results = Session.handle_invoke_method_results


def _handle_invoke_method_results(
    self: Any, control_id: int, call_id: str, result: Any, error: str | None
) -> None:
    """D: stock Flet closes the socket when the control that was asked is gone by now."""
    if control_id in self.index:
        _stock_handle_results(self, control_id, call_id, result, error)
        return
    waiting = self._Session__method_calls.pop(call_id, None)
    if waiting is not None:
        self._Session__method_call_results[waiting] = (None, "the control was removed")
        waiting.set()


_stock_invoke_method = Session.invoke_method


async def _invoke_method(
    self: Any, control_id: int, method_name: str, args: Any, timeout: float | None = None
) -> Any:
    """E: stock Flet waits for ever for a client that went away."""
    return await _stock_invoke_method(self, control_id, method_name, args, timeout or CALL_SECONDS)


async def _send_loop(self: Any) -> None:
    """C: stock Flet raises out of this loop, which skips the goodbye: the session leaks."""
    websocket, queue = self._FletApp__websocket, self._FletApp__send_queue
    while (message := await queue.get()) is not None:
        try:
            await websocket.send_bytes(message)
        except Exception as error:  # any: the peer is gone, and each server says it differently
            log.debug("a message was not sent: %r", error)
    self._FletApp__websocket = None
    self._FletApp__send_queue = None


_stock_receive_loop = FletApp._FletApp__receive_loop


async def _receive_loop(self: Any) -> None:
    """C: a socket that never said who it is must end too (stock: its task waits for ever)."""
    await _stock_receive_loop(self)
    if not self._FletApp__session and self._FletApp__send_queue:
        await self._FletApp__send_queue.put(None)


_stock_handle = FletApp.handle


async def _handle(self: Any, websocket: Any) -> None:
    try:
        await _stock_handle(self, websocket)
    except AttributeError:
        if self._FletApp__session is not None:
            raise
        # stock Flet asks for the id of a session that never began


async def _on_session_created(self: Any) -> None:
    """C: where a tablet leaves while its first page is made, stock Flet goes on without a session.

    It happens whenever the server ends and pages ask for it at once.
    """
    session = self._FletApp__session
    if session is None:
        return
    try:
        _context_page.set(session.page)
        context.reset_auto_update()  # type: ignore[no-untyped-call]
        made = self._FletApp__main(session.page)
        if inspect.isawaitable(made):
            await made
        if self._FletApp__session is not None:
            await session.after_event(session.page)
    except Exception as error:
        if self._FletApp__session is None:
            log.debug("a page was left while it was made: %r", error)
        else:
            log.exception("a page was not made")
            session.error(str(error))


_stock_send_message = FletApp.send_message


def _send_message(self: Any, message: Any) -> None:
    """C: between the close and the goodbye there is no queue any more."""
    if self._FletApp__send_queue is not None:
        _stock_send_message(self, message)
