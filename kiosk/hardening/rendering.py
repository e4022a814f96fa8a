"""Rendering that goes on: after an error (A), for its own tablet only (F), while offline (G)."""

import asyncio
import inspect
from typing import Any

from flet.components.component import Component
from flet.controls.context import context
from flet.messaging.session import Session

from kiosk.hardening.report import report

SOUND_FIRST_TURNS = 6
"""Turns of the loop that a tap has to begin its sound: drawing a full screen would hold it back."""


def install() -> None:
    replacements: dict[str, Any] = {
        "_Session__updates_scheduler": _updates_scheduler,
        "start_updates_scheduler": _start_updates_scheduler,
        "schedule_update": _schedule_update,
        "schedule_effect": _schedule_effect,
        "disconnect": _disconnect,
    }
    for name, replacement in replacements.items():
        setattr(Session, name, replacement)
    Component._schedule_update = _schedule_component  # type: ignore[method-assign]


async def _updates_scheduler(self: Any) -> None:
    """A: in stock Flet the first error ends this task in silence, and the tablet stays frozen."""
    while not self._Session__closed:
        await self._Session__updates_ready.wait()
        for _ in range(SOUND_FIRST_TURNS):
            await asyncio.sleep(0)
        self._Session__updates_ready.clear()
        for control in _take(self._Session__pending_updates):
            try:
                control.update()
            except Exception as error:
                name = getattr(getattr(control, "fn", None), "__name__", type(control).__name__)
                report(self.page, f"{name} could not be drawn; the old picture stays", error)
        for hook, is_cleanup in _take(self._Session__pending_effects):
            try:
                _run_effect(self, hook, is_cleanup)
            except Exception as error:
                report(self.page, "an effect failed", error)


def _take(waiting: Any) -> list[Any]:
    taken = list(waiting)
    waiting.clear()
    return taken


def _run_effect(session: Any, hook: Any, is_cleanup: bool) -> None:
    run = hook.cleanup if is_cleanup else hook.setup
    if not run:
        return
    hook.cancel()
    result = run()
    if inspect.isawaitable(result):
        task = asyncio.ensure_future(result)
        setattr(hook, "_cleanup_task" if is_cleanup else "_setup_task", task)
        # stock: an error in an async effect is seen by nobody
        task.add_done_callback(lambda done: _report_failed(session, done))
    elif callable(result) and not is_cleanup:
        hook.cleanup = result


def _report_failed(session: Any, task: "asyncio.Future[Any]") -> None:
    if not task.cancelled() and (error := task.exception()):
        report(session.page, "an effect failed", error)


def _start_updates_scheduler(self: Any) -> None:
    self._kiosk_loop = asyncio.get_running_loop()
    task = self._Session__updates_task
    if not task or task.done():
        self._Session__updates_task = asyncio.create_task(self._Session__updates_scheduler())


def _schedule_update(self: Any, control: Any) -> None:
    """G: stock Flet forgets what changes while a tablet is offline, so it comes back outdated."""
    self._Session__pending_updates.add(control)
    self._Session__updates_ready.set()


def _schedule_effect(self: Any, hook: Any, is_cleanup: bool) -> None:
    self._Session__pending_effects.append((hook, is_cleanup))
    self._Session__updates_ready.set()


_stock_disconnect = Session.disconnect


async def _disconnect(self: Any, session_timeout_seconds: int) -> None:
    """G: what waits to be drawn at the moment of the disconnect must not be dropped either."""
    waiting = (set(self._Session__pending_updates), list(self._Session__pending_effects))
    await _stock_disconnect(self, session_timeout_seconds)
    self._Session__pending_updates.update(waiting[0])
    self._Session__pending_effects[:0] = waiting[1]
    if any(waiting):
        self._Session__updates_ready.set()


def _schedule_component(self: Any) -> None:
    """F: stock Flet draws on the page of whoever changed the state: maybe another tablet's."""
    if not self._state.mounted:
        return
    self._state.is_dirty = True
    session = _page_of(self).session
    loop = getattr(session, "_kiosk_loop", None)
    if loop is None or loop is _running_loop():
        session.schedule_update(self)
    else:  # a worker thread: asyncio's events are not made for two threads
        loop.call_soon_threadsafe(session.schedule_update, self)


def _page_of(component: Any) -> Any:
    for find in (lambda: component.page, lambda: context.page):
        try:
            return find()
        except RuntimeError:
            continue
    raise RuntimeError("a component without a page")


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
