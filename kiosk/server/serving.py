"""The web server: serves until it is told to stop, and stops at once."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kiosk.server.asgi import build_asgi
from kiosk.server.contract import KioskApp
from kiosk.server.opening import Opening

MAX_FRAME = 5_000_000
"""Bytes; above the guard's limit, so that the guard says why."""
HEAD_START_S = 0.1
"""For the first page: putting the app together takes all the time that Python has."""


def serve(
    build: Callable[[], KioskApp],
    listener: socket.socket,
    cache: Path,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve what ``build`` makes, until SIGINT or SIGTERM, and close it at the end.

    The page is served at once; ``ready`` is called when the app stands, on another thread. Raises
    what ``build`` raises.
    """
    app = Opening(build)
    server = _Server(
        uvicorn.Config(
            build_asgi(app, cache, lambda: app.is_open),
            log_level="warning",
            access_log=False,
            server_header=False,
            ws_max_size=MAX_FRAME,
            # a tablet that vanished is noticed in seconds, so that it gets its session back
            ws_ping_interval=3,
            ws_ping_timeout=3,
            timeout_graceful_shutdown=1,
        )
    )
    server.when_started = lambda: app.start(ready, server.leave)
    try:
        server.run(sockets=[listener])
    finally:
        app.close()


class _Server(uvicorn.Server):
    when_started: Callable[[], None]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            asyncio.get_running_loop().call_later(HEAD_START_S, self.when_started)

    def leave(self) -> None:
        self.should_exit = True
