"""The ways in which Flet 1.0.5 freezes, leaks or crosses sessions, each as a small app.

Every trap answers whether the app came through. Run as a program (``stock`` or ``hardened``), so
that the stock behaviour is seen in a process in which nothing was replaced; prints JSON.
"""

import asyncio
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import flet as ft
import msgpack
from flet_web.fastapi.flet_app import FletApp, app_manager
from starlette.datastructures import URL
from starlette.websockets import WebSocketDisconnect

from tests.flet_session import FletSession

Trap = Callable[[], Awaitable[bool]]
TRAPS: dict[str, Trap] = {}


def trap(function: Trap) -> Trap:
    TRAPS[function.__name__] = function
    return function


def button(identifier: str, handler: Any, **more: Any) -> ft.Semantics:
    inside = ft.Container(content=ft.Text(identifier), on_click=handler, **more)
    return ft.Semantics(identifier=identifier, content=inside)


def tablet_with(component: Any, **more: Any) -> FletSession:
    return FletSession(lambda page: page.render(component), raise_errors=False, **more)


@trap
async def a_render_error_leaves_the_screen_alive() -> bool:
    @ft.component
    def screen() -> ft.Control:
        count, set_count = ft.use_state(0)
        if count == 1:
            raise ValueError("cannot be drawn")
        return ft.Column([ft.Text(f"n={count}"), button("add", lambda: set_count(lambda n: n + 1))])

    async with tablet_with(screen) as tablet:
        await tablet.tap("add")
        await tablet.tap("add")
        return "n=2" in tablet.texts()


@trap
async def a_failing_effect_leaves_the_screen_alive() -> bool:
    @ft.component
    def screen() -> ft.Control:
        count, set_count = ft.use_state(0)

        def fail() -> None:
            raise ValueError("effect")

        ft.use_effect(fail, [count])
        return ft.Column([ft.Text(f"n={count}"), button("add", lambda: set_count(lambda n: n + 1))])

    async with tablet_with(screen) as tablet:
        await tablet.tap("add")
        return "n=1" in tablet.texts() and not tablet.crashed


@trap
async def a_handler_error_does_not_cover_the_screen() -> bool:
    @ft.component
    def screen() -> ft.Control:
        return button("break", lambda: 1 / 0)

    async with tablet_with(screen) as tablet:
        await tablet.tap("break")
        return not tablet.crashed


@trap
async def a_disabled_button_does_not_hear_a_late_tap() -> bool:
    heard = []

    @ft.component
    def screen() -> ft.Control:
        return button("off", lambda: heard.append(1), disabled=True)

    async with tablet_with(screen) as tablet:
        await tablet.tap("off", force=True)
        return not heard


@trap
async def an_invisible_button_does_not_hear_a_tap() -> bool:
    heard = []

    @ft.component
    def screen() -> ft.Control:
        return ft.Column([button("off", lambda: heard.append(1))], visible=False)

    async with tablet_with(screen) as tablet:
        hidden = [n for n in tablet.tree.known() if n.get("on_click")]
        await tablet.event(hidden[0], "click") if hidden else None
        return not heard


@trap
async def a_method_call_to_a_client_that_is_gone_ends() -> bool:
    async with FletSession(lambda page: page.add(ft.Text("x")), raise_errors=False) as tablet:
        tablet.answering = False
        try:
            async with asyncio.timeout(1):
                await tablet.session.invoke_method(1, "never_answered", None)
        except TimeoutError as error:
            return "invokeMethod" in str(error)  # Flet's own limit, not ours around it
        return False


@trap
async def a_late_reply_for_a_removed_control_is_harmless() -> bool:
    async with FletSession(lambda page: page.add(ft.Text("x")), raise_errors=False) as tablet:
        try:
            tablet.session.handle_invoke_method_results(987654, "call", None, None)
        except RuntimeError:
            return False
        return True


@ft.observable
@dataclass
class Shared:
    count: int = 0


@trap
async def a_change_is_drawn_on_the_tablet_it_belongs_to() -> bool:
    shared = Shared()

    @ft.component
    def screen() -> ft.Control:
        seen, _ = ft.use_state(shared)

        def add() -> None:
            shared.count += 1

        return ft.Column([ft.Text(f"n={seen.count}"), button("add", add)])

    async with tablet_with(screen) as one, tablet_with(screen) as two:
        await one.tap("add")
        await two.settle()
        return "n=1" in one.texts() and "n=1" in two.texts()


@trap
async def what_changed_while_offline_is_drawn_on_return() -> bool:
    later: dict[str, Any] = {}

    @ft.component
    def screen() -> ft.Control:
        count, later["set"] = ft.use_state(0)
        return ft.Text(f"n={count}")

    async with tablet_with(screen) as tablet:
        await tablet.go_offline()
        later["set"](5)
        await tablet.settle()
        await tablet.come_back()
        return "n=5" in tablet.texts()


@trap
async def a_change_at_the_moment_of_going_offline_is_drawn_on_return() -> bool:
    later: dict[str, Any] = {}

    @ft.component
    def screen() -> ft.Control:
        count, later["set"] = ft.use_state(0)
        return ft.Text(f"n={count}")

    async with tablet_with(screen) as tablet:
        later["set"](5)
        await tablet.go_offline()
        await tablet.settle()
        await tablet.come_back()
        return "n=5" in tablet.texts()


class Socket:
    """A websocket whose other end can vanish."""

    client = None
    url = URL("ws://kiosk.test/ws")
    headers = MappingProxyType({"host": "kiosk.test"})
    cookies = MappingProxyType({"tablet": "x"})

    def __init__(self, registers: bool = True) -> None:
        self.gone = asyncio.Event()
        self.sent = asyncio.Event()
        self._registers = registers

    async def accept(self) -> None: ...

    async def receive_bytes(self) -> bytes:
        if self._registers:
            self._registers = False
            page = {"route": "/", "width": 800.0, "height": 600.0}
            return b"\x00" + msgpack.packb([1, {"session_id": None, "page_name": "", "page": page}])
        await self.gone.wait()
        raise WebSocketDisconnect

    async def send_bytes(self, _: bytes) -> None:
        if self.gone.is_set():
            raise RuntimeError("the peer is gone")
        self.sent.set()


def _served(main: Any, socket: Socket) -> "asyncio.Task[None]":
    app = FletApp(asyncio.get_running_loop(), app_manager.executor, main, None)
    return asyncio.create_task(app.handle(socket))  # type: ignore[arg-type]


@trap
async def a_disconnect_with_an_unsent_message_ends_the_session_properly() -> bool:
    pages: list[ft.Page] = []
    socket = Socket()
    handled = _served(pages.append, socket)
    await socket.sent.wait()
    await asyncio.sleep(0.05)
    page = pages[0]
    socket.gone.set()
    page.add(ft.Text("for nobody"))
    await asyncio.wait([handled], timeout=1)
    return page.session.expires_at is not None  # else it is never evicted, nor ever resumed


@trap
async def a_tablet_that_leaves_while_its_page_is_made_is_no_error() -> bool:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def main(_page: ft.Page) -> None:
        begun.set()
        await may_end.wait()

    app = FletApp(asyncio.get_running_loop(), app_manager.executor, main, None)
    told: list[logging.LogRecord] = []
    listener = logging.Handler(logging.ERROR)
    listener.emit = told.append  # type: ignore[method-assign]
    logging.getLogger().addHandler(listener)
    for name in ("flet_web.fastapi", "kiosk.hardening"):
        logging.getLogger(name).propagate = True
    handled = asyncio.create_task(app.handle(Socket()))  # type: ignore[arg-type]
    await begun.wait()
    app.dispose()
    may_end.set()
    await asyncio.sleep(0.05)
    handled.cancel()
    return not told


@trap
async def a_socket_that_never_registers_ends() -> bool:
    socket = Socket(registers=False)
    handled = _served(lambda _: None, socket)
    await asyncio.sleep(0.01)
    socket.gone.set()
    done, waiting = await asyncio.wait([handled], timeout=1)
    for task in waiting:
        task.cancel()
    return bool(done) and handled.exception() is None


async def run(name: str) -> bool:
    try:
        async with asyncio.timeout(5):
            return await TRAPS[name]()
    except Exception:  # a trap that breaks the test client itself has caught it
        logging.getLogger(__name__).warning("%s", name, exc_info=True)
        return False


def main(mode: str) -> None:
    logging.basicConfig(level=logging.ERROR, handlers=[logging.NullHandler()])
    if mode == "hardened":
        from kiosk.hardening import connection, harden

        harden()
        harden()  # twice does no harm
        connection.CALL_SECONDS = 0.2
    print(json.dumps({name: asyncio.run(run(name)) for name in TRAPS}))


if __name__ == "__main__":
    main(sys.argv[1])
