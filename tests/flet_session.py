"""A whole Flet session without browser, socket or server: about 10 ms a test.

The real session, diff and encoding run; only the client is ours. A test taps by Semantics
identifier and reads what a person would see. What Flet swallows (an error while rendering, an error
in a handler) is raised here, by the call during which it came up.
"""

import asyncio
import inspect
import logging
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, NamedTuple, Self

import msgpack
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page, context
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, MessageAction, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from kiosk.server.tablet import current_tablet
from tests.flet_tree import PAGE_ID, Node, Tree

_encode = configure_encode_object_for_msgpack(BaseControl)
_NO_INSETS = {"top": 0, "right": 0, "bottom": 0, "left": 0}
_PAGE = {
    "pwa": False, "web": True, "debug": False, "wasm": False, "test": False, "multi_view": False,
    "pyodide": False, "platform_brightness": "light", "platform": "android",
    "window": {"_c": "Window", "_i": 2},
    "media": {
        "padding": _NO_INSETS, "view_padding": _NO_INSETS, "view_insets": _NO_INSETS,
        "device_pixel_ratio": 1.0, "orientation": "landscape", "always_use_24_hour_format": True,
    },
}  # fmt: skip
_QUIET_TURNS = 12
_SETTLE_SECONDS = 5.0


class NotTappableError(AssertionError):
    """A person could not tap this: it is not there, is disabled, or nothing hears the tap."""


class Call(NamedTuple):
    """A method that the app called on the client, such as ``play`` on an Audio."""

    control: str
    """Type of the control: ``Audio``, ``Page``..."""
    name: str
    args: Any


class FletSession(Connection):
    """One tablet in front of ``main``. Make it, `start` it, tap; `close` it at the end.

    ``answers`` gives what the client answers to a method call by name: a value or a function of its
    arguments (default None). With ``raise_errors=False`` errors are only kept in ``errors``.
    """

    def __init__(
        self,
        main: Callable[[Any], Awaitable[None] | None],
        route: str = "/",
        width: float = 1280,
        height: float = 800,
        *,
        tablet: str = "tablet-under-test",
        answers: dict[str, Any] | None = None,
        hub: PubSubHub | None = None,
        raise_errors: bool = True,
        **page: Any,
    ) -> None:
        super().__init__()
        self._main = main
        self._page_props = {**_PAGE, "route": route, "width": width, "height": height, **page}
        self._answers = answers or {}
        self._raise_errors = raise_errors
        self._tablet = tablet
        self._hub = hub
        self._messages = 0
        self._workers = _Workers(max_workers=4)
        self._log = _ErrorLog(self)
        self.tree = Tree()
        self.calls: list[Call] = []
        """Every method the app called on the client, oldest first."""
        self.errors: list[BaseException] = []
        """What went wrong and was not raised yet."""
        self.crashed = False
        """Whether the client would show Flet's full-screen error message."""
        self.answering = True
        """Set to False to be a client that does not answer method calls any more."""
        self.routes: list[str] = []
        """Routes that the app asked the browser to show."""

    async def start(self) -> Self:
        """Connect, run ``main`` and wait until the first screen stands."""
        self.loop = asyncio.get_running_loop()
        self.loop.set_default_executor(self._workers)
        self.executor = self._workers
        self.pubsubhub = self._hub or PubSubHub(loop=self.loop, executor=self._workers)
        self.page_url, self.page_name = "http://kiosk.test", ""
        logging.getLogger().addHandler(self._log)
        last_of_all = asyncio.create_task(_cancel_again())
        _LAST_OF_ALL.add(last_of_all)
        last_of_all.add_done_callback(_LAST_OF_ALL.discard)
        self.session = Session(self)
        self.session.apply_page_patch(self._page_props)
        self.tree.register(_over_the_wire(self.session.get_page_patch()))
        # like the server: everything of a session runs in tasks that know their tablet
        await asyncio.create_task(self._run_main())
        await self.settle()
        return self

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Leave, as a tablet whose session has expired."""
        self.session.close()
        await asyncio.sleep(0)
        logging.getLogger().removeHandler(self._log)

    # --- what a person does

    async def tap(self, identifier: str, *, force: bool = False) -> None:
        """Tap ``identifier``; with ``force`` even if disabled, as a hostile client can."""
        target, event = self._tappable(identifier, force)
        await self.event(target, event)

    async def tap_twice(self, identifier: str) -> None:
        """Two taps before the app could answer the first."""
        await self.tap_quickly(identifier, identifier)

    async def tap_quickly(self, *identifiers: str) -> None:
        """Taps before the app could answer the first of them."""
        targets = [self._tappable(identifier, force=False) for identifier in identifiers]
        await asyncio.gather(*(self._dispatch(node, event, None) for node, event in targets))
        await self.settle()

    async def drag(self, identifier: str, to: str) -> None:
        """Carry ``identifier`` to ``to``: the innermost place there that takes it gets it."""
        carried = self._around(identifier, "Draggable")[0]
        for place in self._around(to, "DragTarget"):
            if place["group"] == carried["group"]:
                drop = {"src_id": carried.id, "l": {"x": 1, "y": 1}, "g": {"x": 1, "y": 1}}
                await self.event(place, "accept", drop)
                return

    async def type(self, identifier: str, text: str) -> None:
        """Replace the text of the field under ``identifier``."""
        field = self._field(identifier)
        field["value"] = text
        self.session.apply_patch(field.id, {"value": text})
        await self.event(field, "change", text)

    async def submit(self, identifier: str) -> None:
        """Press Enter in the field under ``identifier``."""
        field = self._field(identifier)
        await self.event(field, "submit", field.get("value", ""))

    async def goto(self, route: str) -> None:
        """Open an address, as by typing it or by the browser's back button."""
        self.session.apply_patch(PAGE_ID, {"route": route})
        self.tree.page["route"] = route
        await self.event(self.tree.page, "route_change", {"route": route})

    async def event(self, node: Node, name: str, data: Any = None) -> None:
        """Send any event of any control and wait for what it does."""
        await self._dispatch(node, name, data)
        await self.settle()

    async def go_offline(self, keep_seconds: int = 60) -> None:
        """Lose the connection; the server keeps the session."""
        await self.session.disconnect(keep_seconds)

    async def come_back(self) -> None:
        """Connect again to the same session: the server sends the whole page."""
        self.tree = Tree()
        self.tree.register(_over_the_wire(self.session.page))
        await self.session.connect(self)
        await self.settle()

    # --- what a person sees

    @property
    def route(self) -> str:
        return str(self.tree.page["route"])

    def texts(self) -> list[str]:
        """Every text on the screen, in reading order."""
        return [
            str(node["value"])
            for node in self.tree.visible()
            if node.type in {"Text", "TextSpan"} and node.get("value")
        ]

    def identifiers(self) -> list[str]:
        """Every Semantics identifier on the screen, in reading order."""
        return [str(node["identifier"]) for node in self._semantics()]

    def has(self, identifier: str) -> bool:
        return identifier in self.identifiers()

    def find(self, identifier: str) -> Node:
        """The Semantics node with this identifier. Raises NotTappableError when it is not there."""
        for node in self._semantics():
            if node["identifier"] == identifier:
                return node
        raise NotTappableError(f"no {identifier!r} on the screen; there are {self.identifiers()}")

    def label(self, identifier: str) -> str:
        """What a screen reader says: the label, or the texts inside."""
        node = self.find(identifier)
        return str(node.get("label") or node.get("value") or self.text(identifier))

    def text(self, identifier: str) -> str:
        """The texts inside, joined by blanks."""
        inside = self.tree.visible(self.find(identifier))
        return " ".join(str(n["value"]) for n in inside if n.type == "Text" and n.get("value"))

    def controls(self, kind: str) -> list[Node]:
        """Every control of a type, such as ``Image``; services such as ``Audio`` as well."""
        return [node for node in self.tree.visible() if node.type == kind]

    def enabled(self, identifier: str) -> bool:
        path = self.tree.path_to(self.find(identifier))
        return not any(node.get("disabled") for node in path)

    # --- waiting

    async def settle(self) -> None:
        """Wait until nothing moves any more; raise what went wrong meanwhile."""
        end = time.monotonic() + _SETTLE_SECONDS
        quiet, seen = 0, self._messages
        while quiet < _QUIET_TURNS and time.monotonic() < end:
            await asyncio.sleep(0.002 if self._workers.busy else 0)
            moved = self._workers.busy or seen != self._messages
            quiet, seen = (0 if moved else quiet + 1), self._messages
        self._collect_dead_scheduler()
        if self.errors and self._raise_errors:
            raise self.errors.pop(0)

    async def until(self, true: Callable[[], Any], seconds: float = 5) -> Any:
        """Wait until ``true()`` is; for work that ends on another thread or after a pause."""
        end = time.monotonic() + seconds
        while not (result := true()):
            if time.monotonic() > end:
                raise AssertionError(f"did not happen; on the screen: {self.texts()}")
            await asyncio.sleep(0.005)
            await self.settle()
        return result

    # --- what the session calls

    def send_message(self, message: Message) -> None:
        # Encoding is needed: the encoder keeps the snapshots that later diffs are made against.
        code, body = _over_the_wire([message.action, message.body])
        action = MessageAction(code)
        self._messages += 1
        if action == MessageAction.PATCH_CONTROL:
            self.tree.patch(body["id"], body["patch"])
        elif action == MessageAction.INVOKE_METHOD:
            self._answer(body)
        elif action == MessageAction.SESSION_CRASHED:
            self.crashed = True
            self.errors.append(AssertionError(body["message"]))

    def get_upload_url(self, file_name: str, expires: int) -> str:
        return f"/upload?f={file_name}&e={expires}"

    # --- inside

    async def _run_main(self) -> None:
        current_tablet.set(self._tablet)
        _context_page.set(self.session.page)
        context.reset_auto_update()
        try:
            result = self._main(self.session.page)
            if inspect.isawaitable(result):
                await result
            await self.session.after_event(self.session.page)
        except Exception as error:
            self.errors.append(error)

    async def _dispatch(self, node: Node, name: str, data: Any) -> None:
        async def run() -> None:
            current_tablet.set(self._tablet)
            await self.session.dispatch_event(node.id, name, data)

        await asyncio.create_task(run())  # a fresh task and context an event, like the server

    def _answer(self, body: dict[str, Any]) -> None:
        control = self.session.index.get(body["control_id"])
        kind = str(getattr(control, "_c", "?"))
        self.calls.append(Call(kind, body["name"], body.get("args")))
        if not self.answering:
            return
        answer = self._answers.get(body["name"])
        result = answer(body.get("args")) if callable(answer) else answer
        self.loop.call_soon(
            self.session.handle_invoke_method_results,
            body["control_id"], body["call_id"], result, None,
        )  # fmt: skip
        if body["name"] == "push_route":
            route = str(body["args"]["route"])
            self.routes.append(route)
            self.loop.call_soon(self._follow, route)

    def _follow(self, route: str) -> None:
        self._messages += 1
        self._following = self.loop.create_task(self.goto(route))

    def _semantics(self) -> list[Node]:
        return [n for n in self.tree.visible() if n.type == "Semantics" and n.get("identifier")]

    def _around(self, identifier: str, kind: str) -> list[Node]:
        """The controls of a type around a thing, the innermost first."""
        path = self.tree.path_to(self.find(identifier))
        found = [node for node in reversed(path) if node.type == kind]
        if not found:
            raise NotTappableError(f"no {kind} around {identifier!r}")
        return found

    def _field(self, identifier: str) -> Node:
        for node in self.tree.visible(self.find(identifier)):
            if node.type == "TextField":
                if not self.enabled(identifier) or node.get("disabled"):
                    raise NotTappableError(f"{identifier!r} is disabled")
                return node
        raise NotTappableError(f"no text field in {identifier!r}")

    def _tappable(self, identifier: str, force: bool) -> tuple[Node, str]:
        found = self.find(identifier)
        path = self.tree.path_to(found)
        for node in [*self._nearest_inside(found), *reversed(path)]:
            for event in ("click", "tap"):
                if node.get(f"on_{event}"):
                    # what is greyed stands in something that only says so
                    self._refuse_disabled(identifier, found, force)
                    self._refuse_disabled(identifier, node, force)
                    return node, event
        raise NotTappableError(f"nothing hears a tap on {identifier!r}")

    def _nearest_inside(self, found: Node) -> list[Node]:
        """Controls inside, nearest first, but not those that have an identifier of their own."""
        inside = []
        for _, *below in self.tree.paths_below(found):
            if below and not any(n.get("identifier") for n in below):
                inside.append((len(below), below[-1]))
        return [node for _, node in sorted(inside, key=lambda pair: pair[0])]

    def _refuse_disabled(self, identifier: str, target: Node, force: bool) -> None:
        if not force and any(node.get("disabled") for node in self.tree.path_to(target)):
            raise NotTappableError(f"{identifier!r} is disabled")

    def _collect_dead_scheduler(self) -> None:
        task = self.session._Session__updates_task
        if task and task.done() and not task.cancelled() and (error := task.exception()):
            self.errors.append(error)


class _Workers(ThreadPoolExecutor):
    """Threads that know whether they still have something to do."""

    busy = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.busy += 1
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self._done)
        return future

    def _done(self, _: Future[Any]) -> None:
        self.busy -= 1


class _ErrorLog(logging.Handler):
    """Takes what the app's own guards log, so that a test does not pass over a caught error."""

    def __init__(self, session: FletSession) -> None:
        super().__init__(logging.ERROR)
        self._session = session

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self._session.errors.append(error or AssertionError(record.getMessage()))


_LAST_OF_ALL: set[asyncio.Task[None]] = set()
"""A loop holds its tasks but weakly, and a session may be forgotten before its loop ends."""


async def _cancel_again() -> None:
    """When the loop ends: what was answered at that very moment has overheard the first time.

    So `asyncio.wait_for` does before Python 3.12; a sentence would be waited for to its end.
    """
    try:
        await asyncio.Event().wait()
    finally:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()


def _over_the_wire(value: Any) -> Any:
    def extension(code: int, data: bytes) -> tuple[int, bytes]:
        return code, bytes(data)

    packed = msgpack.packb(value, default=_encode)
    return msgpack.unpackb(packed, ext_hook=extension, strict_map_key=False)
