"""Who may talk to Flet, and how much: any page could open a stock websocket and fill the memory."""

import ipaddress
import logging
import socket
import time
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.server.headers import tablet_of
from kiosk.server.tablet import current_tablet, new_tablet

log = logging.getLogger("kiosk.server")

FORBIDDEN, TOO_BIG, TOO_FAST = 4403, 1009, 1008
_LOCAL_ENDINGS = (".local", ".lan", ".home", ".internal", ".home.arpa", ".localdomain", ".test")


@dataclass(frozen=True)
class Limits:
    """How much is allowed; generous for people, tight for a loop."""

    sockets_per_address: int = 80
    """A whole classroom may sit behind one address."""
    frame_bytes: int = 4_000_000
    """The largest message: a photo or a recorded name."""
    frames_per_second: float = 150
    """In the long run, one socket; drawing with a finger makes about 60."""
    frames_at_once: int = 600


class Guard:
    """Pure ASGI in front of all: own pages only, limits for sockets, and whose socket it is."""

    def __init__(self, app: ASGIApp, limits: Limits | None = None) -> None:
        self._app = app
        self._limits = limits or Limits()
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not is_own_host(Headers(scope=scope).get("host", "")):
            await _refuse(scope, receive, send, "a host that is not this kiosk")
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        address = (scope.get("client") or ("", 0))[0]
        if not is_same_origin(headers):
            await _refuse(scope, receive, send, "another site's page")
            return
        if self._open[address] >= self._limits.sockets_per_address:
            await _refuse(scope, receive, send, "too many sockets from one address")
            return
        self._open[address] += 1
        token = current_tablet.set(tablet_of(headers) or new_tablet())
        try:
            await self._app(scope, _Meter(self._limits, receive, send), send)
        finally:
            current_tablet.reset(token)
            self._open[address] -= 1
            self._open += Counter()  # drops addresses that have none left


class _Meter:
    """Receives for one socket, and ends it when it sends too much."""

    def __init__(self, limits: Limits, receive: Receive, send: Send) -> None:
        self._limits = limits
        self._receive = receive
        self._send = send
        self._left = float(limits.frames_at_once)
        self._at = time.monotonic()

    async def __call__(self) -> Message:
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return message
        size = len(message.get("bytes") or message.get("text") or b"")
        if size > self._limits.frame_bytes:
            return await self._end(TOO_BIG)
        if not self._within_rate():
            return await self._end(TOO_FAST)
        return message

    def _within_rate(self) -> bool:
        now = time.monotonic()
        refilled = self._left + (now - self._at) * self._limits.frames_per_second
        self._left, self._at = min(refilled, self._limits.frames_at_once) - 1, now
        return self._left >= 0

    async def _end(self, code: int) -> Message:
        log.warning("a socket was closed with code %s", code)
        await self._send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}


def is_same_origin(headers: Headers) -> bool:
    """Whether the page that opens the socket came from here; browsers always say where from."""
    origin = urlsplit(headers.get("origin", ""))
    return origin.scheme in {"http", "https"} and origin.netloc == headers.get("host")


def is_own_host(host: str) -> bool:
    """Whether a Host header can mean a kiosk on this machine or in this building.

    A site out there can make its own name point here; then its pages would be "the same origin".
    """
    name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return bool(name) and (
            "." not in name or name.endswith(_LOCAL_ENDINGS) or name == socket.gethostname().lower()
        )
    return True


async def _refuse(scope: Scope, receive: Receive, send: Send, why: str) -> None:
    log.warning("refused: %s", why)
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": FORBIDDEN, "reason": why})
    else:
        await PlainTextResponse(f"refused: {why}", 403)(scope, receive, send)
