"""The web server: serves until it is told to stop, and stops at once."""

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from kiosk.server.asgi import build_asgi
from kiosk.server.contract import KioskApp

MAX_FRAME = 5_000_000
"""Bytes; above the guard's limit, so that the guard says why."""


def serve(
    app: KioskApp, listener: socket.socket, cache: Path, ready: Callable[[], None] = lambda: None
) -> None:
    """Serve until SIGINT or SIGTERM; ``ready`` is called when the first request can be answered."""
    server = _Server(
        uvicorn.Config(
            build_asgi(app, cache),
            log_level="warning",
            access_log=False,
            server_header=False,
            ws_max_size=MAX_FRAME,
            # a tablet that vanished is noticed in seconds, so that it gets its session back
            ws_ping_interval=3,
            ws_ping_timeout=3,
            timeout_graceful_shutdown=1,
        ),
        ready,
    )
    server.run(sockets=[listener])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()
